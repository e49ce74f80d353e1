import Gradebooks
import Testing

@Suite("Finding people of a class")
struct PersonIndexTests {
  private static let index = PersonIndex([
    Person(id: "7", name: "Ann Lee", aliases: ["ann@x.org"]),
    Person(id: "007", name: "Bo Li", aliases: []),
    Person(id: "c1", name: "Cy Roe", aliases: ["shared"]),
    Person(id: "d1", name: "Roe, Cy", aliases: ["shared", "0042"]),
    Person(id: "Eve Fay", name: "", aliases: []),
  ])

  @Test(
    "an id, an address, a name in any order, or a folder's name that is one",
    arguments: [
      (["7"], "", 0, PersonIndex.Evidence.id), (["007"], "", 1, .id),
      ([" ANN@x.org "], "", 0, .id), (["x"], "Lee, Ann", 0, .name), (["Bo Li"], "", 1, .name),
      (["9"], "Fay, Eve", 4, .name), (["42"], "", 3, .idWithoutZeros),
      (["00042"], "", 3, .idWithoutZeros), (["C1", "x"], "Ann Lee", 2, .id),
      (["", "d1"], "", 3, .id),
    ])
  func found(_ ids: [String], _ name: String, _ place: Int, _ evidence: PersonIndex.Evidence) {
    #expect(Self.index.match(ids: ids, name: name) == .person(place, by: evidence))
  }

  @Test(
    "what could be two people is neither",
    arguments: [
      // Ids of two people, an alias that two have, zeros that two have, a name that two have.
      (["7", "c1"], ""), (["shared"], ""), (["c1", "shared"], ""), (["07"], ""), (["x"], "Cy Roe"),
    ])
  func several(_ ids: [String], _ name: String) {
    #expect(Self.index.match(ids: ids, name: name) == .several)
  }

  @Test("and nobody is nobody", arguments: [([String](), ""), (["0"], "Lee"), (["000"], " ")])
  func nobody(_ ids: [String], _ name: String) {
    #expect(Self.index.match(ids: ids, name: name) == .nobody)
  }
}
