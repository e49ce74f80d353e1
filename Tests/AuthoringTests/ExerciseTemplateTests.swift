import Authoring
import Exercises
import LocatedJSON
import TestSupport
import Testing

@Suite("New exercises")
struct ExerciseTemplateTests {
  private static let networks = [
    "1-1", "3-1", "2-2", "1-1-1", "2-2-1", "2-3-2", "3-2-2-1", "4-12-3", "1-2-1-2", "2-2-2-2-2-2",
  ]

  private func expectSound(_ template: ExerciseTemplate) throws {
    let exercise = try Exercise(text: template.text)
    let verification = Verification(exercise)
    #expect(verification.problems == [])
    let check = AuthorCheck(exercise, isSound: true)
    #expect(check.errors == [])
    // Title, source and statement are the author's, and nothing else is wanting.
    let left = "here is still a text of the template; put your own in its place"
    #expect(check.warnings.map(\.message) == [left, left, left], "\(check.warnings)")
    #expect(check.notes == [])
  }

  @Test(
    "a template of each topic is sound, and says what is left of it",
    arguments: ExerciseTemplate.Topic.allCases)
  func topic(_ topic: ExerciseTemplate.Topic) throws {
    try expectSound(ExerciseTemplate(id: "new", topic: topic))
    #expect(!topic.summary.isEmpty)
  }

  @Test("four steps of backpropagation through time take less than forty lines")
  func recurrent() throws {
    let text = ExerciseTemplate(id: "new", topic: .recurrent).text
    #expect(text.split(separator: "\n").count < 40)
    let names = try Exercise(text: text).steps.map(\.name)
    #expect(
      names.starts(with: ["h1", "h2", "h3", "h4", "L", "delta4", "delta3", "delta2", "delta1"]))
  }

  @Test(
    "what is left of a template is named with line and column, and nothing is once it is replaced")
  func leftovers() throws {
    let text = ExerciseTemplate(id: "new").text
    let first = try #require(AuthorCheck(try Exercise(text: text), isSound: true).warnings.first)
    #expect(first.position.line == 4)
    #expect(first.position.column == 13)
    let own = text.replacing(ExerciseTemplate.mark, with: "This is")
    #expect(AuthorCheck(try Exercise(text: own), isSound: true).warnings == [])
  }

  @Test("a new exercise is sound as it stands, and has a step of each usual kind")
  func plain() throws {
    let template = ExerciseTemplate(id: "new")
    try expectSound(template)
    #expect(
      try Exercise(text: template.text).steps.map { $0.kind.name }
        == ["value", "value", "value", "count", "formula", "choice"])
  }

  @Test("one on a network is sound whatever its sizes", arguments: networks)
  func network(_ text: String) throws {
    let sizes = try #require(ExerciseTemplate.sizes(text))
    let template = ExerciseTemplate(id: "new", sizes: sizes)
    try expectSound(template)
    #expect(try Exercise(text: template.text).network?.sizes == sizes)
  }

  @Test(
    "what is no network to work out by hand",
    arguments: ["", "2", "2-", "-2-1", "2-x-1", "2-0-1", "2--1", "2-13", "1-1-1-1-1-1-1", "2 - 1"])
  func noSizes(_ text: String) {
    #expect(ExerciseTemplate.sizes(text) == nil)
  }
}
