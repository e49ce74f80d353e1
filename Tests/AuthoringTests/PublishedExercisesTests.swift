import Answers
import Authoring
import Exercises
import LocatedJSON
import Marking
import TestSupport
import Testing

/// A published exercise as it is written in the language of exercises, with the numbers that were
/// printed of it and slips of its learners.
struct PublishedExercise: Sendable, CustomTestStringConvertible {
  /// A wrong answer, where everything printed before it was handed in, and what is said of it.
  struct Slip: Sendable {
    let step: String
    let answer: String
    let says: String
  }

  static let ids = [
    "activations", "adam-first", "batch-norm", "circuits", "conv-1d", "conv-2d", "conv-by-shifts",
    "dropout", "mazur", "mazur-shared", "micrograd", "nielsen", "rnn", "svm-softmax", "vgg-counts",
  ]

  let id: String
  /// The exercise's file.
  let text: String
  let published: [(step: String, answer: String)]
  let slips: [Slip]

  var testDescription: String { id }

  init(_ id: String) throws {
    let file = "Tests/AuthoringTests/Published/\(id).json"
    let source = SourceText(name: file, text: try ProjectFolder.text(of: file))
    let root = try JSONText.parse(source)
    self.id = id
    text = source.spelling(of: try #require(root["exercise"]).range)
    guard case .object(let members)? = root["published"]?.kind,
      case .array(let items)? = root["slips"]?.kind
    else { throw Malformed() }
    published = try members.map { ($0.name, try PublishedExercise.string($0.value)) }
    slips = try items.map { item in
      let texts = try ["step", "answer", "says"].map { key in
        try PublishedExercise.string(#require(item[key]))
      }
      return Slip(step: texts[0], answer: texts[1], says: texts[2])
    }
  }

  private static func string(_ value: LocatedValue) throws -> String {
    guard case .string(let text) = value.kind else { throw Malformed() }
    return text
  }

  private struct Malformed: Error {}

  func exercise() throws -> Exercise { try Exercise(text: text) }

  /// The feedback on answers, by step.
  func feedback(
    on answers: [(step: String, answer: String)], _ exercise: Exercise
  ) throws -> [String: StepFeedback] {
    let lines = ["exercise: \(id)"] + answers.map { "\($0.step) = \($0.answer)" }
    let steps = try exercise.feedback(on: lines.joined(separator: "\n") + "\n").steps
    return Dictionary(uniqueKeysWithValues: steps.map { ($0.name, $0) })
  }
}

/// Worked examples and questions of books, courses and blogs, each the shortest way it can be written.
///
/// | here | its kin in the catalogue |
/// | --- | --- |
/// | activations | gelu-swish |
/// | adam-first | adam, momentum |
/// | batch-norm | batch-norm |
/// | circuits | small-circuits |
/// | conv-1d, conv-2d, conv-by-shifts | conv-1d, conv-2d |
/// | dropout | dropout |
/// | mazur, mazur-shared | shared-bias-2-2-2 |
/// | micrograd | gradient-check, tanh-variants |
/// | nielsen | 16.1, logits |
/// | rnn | bptt |
/// | svm-softmax | softmax-regression, hinge |
/// | vgg-counts | conv-counts |
@Suite("Published exercises")
struct PublishedExercisesTests {
  @Test("No formula is written entry by entry", arguments: PublishedExercise.ids)
  func formulas(id: String) throws {
    let exercise = try PublishedExercise(id).exercise()
    for step in exercise.valueSteps {
      let formula = exercise.program.formula(of: step.slot)?.text ?? ""
      #expect(formula.count <= 110, "\(step.name): \(formula)")
    }
  }

  @Test("Every key is proved, and nothing of the file is wrong", arguments: PublishedExercise.ids)
  func soundness(id: String) throws {
    let exercise = try PublishedExercise(id).exercise()
    let verification = Verification(exercise)
    #expect(verification.problems.map(\.message) == [])
    #expect(AuthorCheck(exercise, isSound: verification.isSound).errors.map(\.message) == [])
  }

  @Test("The printed numbers are right", arguments: PublishedExercise.ids)
  func printed(id: String) throws {
    let published = try PublishedExercise(id)
    #expect(published.published.count > 2)
    let feedback = try published.feedback(on: published.published, published.exercise())
    for (step, answer) in published.published {
      let found = try #require(feedback[step])
      #expect(found.status == .correct, "\(step) = \(answer): \(found.says.map(\.text))")
    }
  }

  @Test("The slips of learners are named", arguments: PublishedExercise.ids)
  func slips(id: String) throws {
    let published = try PublishedExercise(id)
    let exercise = try published.exercise()
    #expect(!published.slips.isEmpty)
    for slip in published.slips {
      let before = published.published.prefix { $0.step != slip.step }
      let feedback = try published.feedback(on: before + [(slip.step, slip.answer)], exercise)
      let says = try #require(feedback[slip.step]).says.map(\.text)
      #expect(says.contains(slip.says), "\(slip.step) = \(slip.answer): \(says)")
    }
  }
}
