import Testing

@testable import Classroom

@Suite("Pseudonyms")
struct PseudonymsTests {
  @Test("they are the same for the same class, and not in the order of the alphabet")
  func stable() {
    let names = Pseudonyms(["ada", "bob", "cy", "dee", "eve"])
    #expect(
      (0..<5).map { names[$0] } == [
        "student-0002", "student-0001", "student-0003", "student-0004", "student-0005",
      ])
  }

  @Test("each student has one, wide enough for the class")
  func distinct() {
    let names = Pseudonyms((0..<12_345).map { "s\($0)" })
    #expect(Set((0..<12_345).map { names[$0] }).count == 12_345)
    #expect(names[0].count == "student-12345".count)
  }
}
