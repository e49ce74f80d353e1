import Testing

@testable import Classroom

@Suite("What is different in an exercise")
struct ExerciseChangeTests {
  private static func exercise(
    _ first: String = "", _ second: String = "", _ rest: String = ""
  ) -> String {
    """
    { "id": "e", "title": "T"\(rest),
      "steps": [{ "name": "u", "formula": "x"\(first) }, { "name": "v"\(second) }] }
    """
  }

  @Test(
    "a step has the change of its own, or else that of the exercise, or of other steps",
    arguments: [
      (exercise(#", "tolerance": "exact""#), "u", "the tolerance changed"),
      (exercise(#", "points": 2, "ways": ["y"]"#), "u", "the points and the ways changed"),
      (exercise(#", "tolerance": "exact""#), "v", "u changed"),
      (exercise("", #", "also": []"#, #", "given": { "x": 1 }"#), "u", "the given numbers changed"),
      (
        exercise("", #", "also": []"#, #", "given": { "x": 1 }"#), "v", "what else is right changed"
      ),
      (exercise("", #", "blanks": []"#), nil, "v changed"),
      // What people read bears on nothing.
      (exercise("", #", "text": "How?""#, #", "topic": "chains""#), "v", "the exercise changed"),
      (#"{ "id": "e", "title": "T", "steps": [] }"#, "u", "its steps changed"),
    ] as [(String, String?, String)])
  func words(_ new: String, _ step: String?, _ words: String) throws {
    let change = try #require(ExerciseChange(from: Self.exercise(), to: new))
    #expect(change.words(for: step) == words)
  }

  @Test("there is none where the files are the same or cannot be read")
  func none() {
    #expect(ExerciseChange(from: Self.exercise(), to: Self.exercise()) == nil)
    #expect(ExerciseChange(from: "{", to: Self.exercise()) == nil)
  }
}
