import Exercises
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("The order of a course")
struct CourseOrderTests {
  /// A header with the keys of its place, as JSON members.
  private static func header(_ id: String, _ place: String = "") throws -> ExerciseHeader {
    ExerciseHeader(
      try Exercise(
        text: """
          { "id": "\(id)", "title": "T", \(place) "statement": "S",
            "steps": [{ "name": "u", "formula": "1" }] }
          """))
  }

  private static func order(_ headers: [ExerciseHeader]) -> [String] {
    CourseOrder(headers).sections.map { section in
      "\(section.topic ?? "-"): \(section.exercises.map(\.id).joined(separator: " "))"
    }
  }

  @Test("topics come as the chapter has them, then others by name, then exercises of none")
  func topics() throws {
    let headers = try [
      Self.header("a"), Self.header("b", #""topic": "Zebras","#),
      Self.header("c", #""topic": "Training","#), Self.header("d", #""topic": "The chain rule","#),
      Self.header("e", #""topic": "Ants","#), Self.header("f", #""topic": "The chain rule","#),
    ]
    #expect(
      Self.order(headers) == ["The chain rule: d f", "Training: c", "Ants: e", "Zebras: b", "-: a"])
  }

  @Test("in a topic the easier come first, and each after those that it needs")
  func needs() throws {
    let headers = try [
      Self.header("a", #""topic": "T", "level": 2, "needs": ["z", "elsewhere"],"#),
      Self.header("b", #""topic": "T","#), Self.header("c", #""topic": "T", "level": 1,"#),
      Self.header("z", #""topic": "T", "level": 3,"#),
      Self.header("d", #""topic": "T", "level": 1, "needs": ["a"],"#),
    ]
    #expect(Self.order(headers) == ["T: c b z a d"])
  }

  @Test("exercises that need each other, or themselves, are listed all the same")
  func circles() throws {
    let headers = try [
      Self.header("a", #""needs": ["b"],"#), Self.header("b", #""needs": ["a"],"#),
      Self.header("c", #""needs": ["c"],"#),
    ]
    #expect(Self.order(headers) == ["-: c a b"])
  }

  @Test("the same exercises in another order are listed alike")
  func stability() throws {
    let headers = try ["d", "b", "a", "c"].map { try Self.header($0, #""topic": "T","#) }
    #expect(Self.order(headers) == Self.order(headers.reversed()))
    #expect(Self.order([]) == [])
  }
}
