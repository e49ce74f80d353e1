import Exercises
import Formulas
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Honest students")
struct HonestStudentTests {
  private static let seed: UInt64 = 16_0805

  /// What came of a student who slipped once.
  private struct Outcome {
    let slip: String
    let feedback: Feedback
    let answers: String

    var isJust: Bool {
      feedback.steps.filter { $0.points < $0.outOf }.map(\.name) == [slip]
    }

    /// Whether the slip is so small that the answer is right all the same.
    var isUnseen: Bool { feedback.points == feedback.outOf }

    /// Whether the slip killed a layer of rectified units, so that zeros are all that follows.
    var isEmptied: Bool {
      feedback.steps.contains { $0.says.texts.joined().hasSuffix("so this earns no points.") }
    }
  }

  @Test("Who slips once and carries on honestly loses the points of one step")
  func oneSlip() throws {
    var random = SplitMix64(seed: Self.seed)
    var outcomes: [Outcome] = []
    for _ in 0..<300 {
      let exercise = try RandomNetwork(&random).exercise()
      // The three share what the first has to work out.
      let marker = Marker(exercise)
      for _ in 0..<3 {
        let outcome = try outcome(exercise, marker, &random)
        outcomes.append(outcome)
        #expect(
          outcome.isJust || outcome.isEmptied || outcome.isUnseen,
          """
          seed \(Self.seed), slip in \(outcome.slip)
          \(exercise.source.spelling(of: 0..<4000))
          \(outcome.answers)
          \(outcome.feedback.lines.joined(separator: "\n"))
          """)
      }
    }
    let just = outcomes.count { $0.isJust }
    print("seed \(Self.seed): the slip alone was charged \(just) times of \(outcomes.count)")
    #expect(just >= outcomes.count - 3)
  }

  private func outcome(
    _ exercise: Exercise, _ marker: Marker, _ random: inout SplitMix64
  ) throws -> Outcome {
    let step = Int.random(in: exercise.valueSteps.indices, using: &random)
    let factor = random.number(from: 1.1, to: 1.6)
    let shift = random.number(from: 0.1, to: 0.5)
    let carrying = Student.Carrying.allCases.randomElement(using: &random) ?? .always
    var student = Student(
      exercise, seed: random.next(), decimals: Int.random(in: 4...6, using: &random))
    // An output that is no probability any more would leave the loss without a value.
    let isOutput = exercise.valueSteps[step].name.hasPrefix("a")
    student.slip = (
      step,
      { value in
        let entries = value.entries.map { number in
          isOutput ? number * 0.6 + (number > 0.5 ? 0 : 0.3) : number * factor + shift
        }
        return Tensor(shape: value.shape, entries: entries)
      }
    )
    let answers = student.answers(carrying: carrying)
    var marker = marker
    return Outcome(
      slip: exercise.valueSteps[step].name, feedback: marker.mark(try Submission(answers: answers)),
      answers: answers)
  }
}
