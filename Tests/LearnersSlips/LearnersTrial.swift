import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking

/// One of the networks with every value asked for, and what the grader makes of slips in it.
///
/// A slip counts as named where the formula of the reason, on another student's numbers, gives what
/// the slip gives there. No words are compared.
package struct LearnersTrial: Sendable {
  private var marker: Marker

  /// What came of a slip.
  package enum Outcome: Sendable {
    case named
    /// What was said is not what was done.
    case falselyNamed(String, isSure: Bool)
    case unnamed
    /// The answer passes for right, so there is nothing to be named.
    case right
  }

  package init(network: String) throws {
    let first = network.hasPrefix("batch") ? "Z1" : "z1"
    let plain = try LearnersTrial.exercise(network, asking: [first])
    let names = plain.program.definitions.map { plain.program.name(of: $0) }
    marker = Marker(try LearnersTrial.exercise(network, asking: names))
  }

  private static func exercise(_ network: String, asking names: [String]) throws -> Exercise {
    let steps = names.map { "{ \"name\": \"\($0)\" }" }.joined(separator: ", ")
    let text = """
      { "id": "sample", "title": "T", "statement": "S", \(LearnersSlip.members(network)),
        "steps": [\(steps)] }
      """
    return try Exercise(
      reading: SourceText(name: "learners.json", text: text), kinds: AnswerKinds.steps)
  }

  package var steps: [String] { marker.exercise.steps.map { $0.name } }

  // MARK: Slips

  /// What comes of a slip that is made on the numbers of some draw.
  package mutating func outcome(
    of slip: LearnersSlip, _ typing: Typing, draw: Int = 0
  ) throws -> Outcome {
    let mine = LearnersTrial.student(of: slip, draw)
    let wrong = try value(of: slip.formula, mine)
    let sheet = try sheet(upTo: slip.step, wrong, of: mine, typing)
    return try outcome(of: slip, on: sheet, "another \(mine)")
  }

  /// The student whose numbers a slip is made on.
  private static func student(of slip: LearnersSlip, _ draw: Int) -> String {
    draw == 0 ? "\(slip)" : "\(slip) \(draw)"
  }

  private mutating func outcome(
    of slip: LearnersSlip, on sheet: Submission, _ other: String
  ) throws -> Outcome {
    let feedback = marker.mark(sheet).steps.first { $0.name == slip.step }
    guard let feedback, feedback.status != .correct else { return .right }
    guard let diagnosis = feedback.diagnosis else { return .unnamed }
    let expected = try value(of: slip.formula, other)
    for reason in [diagnosis] + diagnosis.alternatives {
      guard reason.step == nil, let formula = reason.formula else { continue }
      let named = try value(of: formula, other)
      if named.shape.count == expected.shape.count,
        zip(named.entries, expected.entries).allSatisfy({
          abs($0 - $1) <= 1e-9 * max(1, abs($0))
        })
      {
        return .named
      }
    }
    return .falselyNamed(
      feedback.says.texts.joined(separator: " "), isSure: diagnosis.certainty == .sure)
  }

  /// What a formula comes to on the numbers of a student.
  private func value(of formula: String, _ student: String) throws -> Tensor {
    let exercise = marker.exercise
    var builder = exercise.builder
    let slot = try builder.side(try Formula(formula))
    var evaluation = Evaluation(builder.build())
    for given in exercise.dealt(to: student).givens { evaluation.set(given.slot, to: given.value) }
    evaluation.run()
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }

  // MARK: Sheets

  /// The sheet of a student who has everything right up to a step, and there a value.
  package func sheet(
    upTo step: String, _ wrong: Tensor, of student: String, _ typing: Typing
  ) throws -> Submission {
    var answers = "student: \(student)\n"
    let key = key(of: student)
    for slot in key.program.definitions {
      let name = key.program.name(of: slot)
      if name == step { break }
      answers += "\(name) = \(key.value(of: slot).written { typing.text($0) })\n"
    }
    answers += "\(step) = \(wrong.written { typing.text($0) })\n"
    return try Submission(reading: SourceText(name: "a.answers", text: answers), as: .answers)
  }

  /// The sheet with the slip of one draw.
  package func sheet(
    with slip: LearnersSlip, _ typing: Typing, draw: Int
  ) throws -> Submission {
    let student = LearnersTrial.student(of: slip, draw)
    return try sheet(upTo: slip.step, try value(of: slip.formula, student), of: student, typing)
  }

  /// The right values for a student.
  package func key(of student: String) -> Evaluation {
    var evaluation = marker.exercise.dealt(to: student).evaluation()
    evaluation.run()
    return evaluation
  }

  /// The feedback on a sheet.
  package mutating func mark(_ sheet: Submission) -> Feedback { marker.mark(sheet) }
}
