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

  @Test(
    "a name is replaced where it stands by itself",
    arguments: [
      ("ada.answers: it is empty", "ada", "X.answers: it is empty"),
      ("Canada and ada", "ada", "Canada and X"), ("a, Ada (ada)", "a", "X, Ada (ada)"),
      ("nothing", "", "nothing"), ("adaada ada", "ada", "adaada X"),
    ])
  func replacing(_ text: String, _ name: String, _ result: String) {
    #expect(text.replacingWord(name, with: "X") == result)
  }
}
