import Exercises
import Numerics

/// What a verification found, as text.
package struct VerificationText {
  private let verification: Verification
  private let exercise: Exercise
  private let file: String
  /// How much is wrong besides the key.
  private let faults: Int
  /// What else there is to say of steps, by their names.
  private let remarks: [String: String]
  private let style: TerminalStyle

  package init(
    _ verification: Verification, _ exercise: Exercise, file: String, faults: Int = 0,
    remarks: [String: String] = [:], style: TerminalStyle
  ) {
    self.verification = verification
    self.exercise = exercise
    self.file = file
    self.faults = faults
    self.remarks = remarks
    self.style = style
  }

  private var isSound: Bool { verification.isSound && faults == 0 }

  /// The verdict in one line.
  package var verdict: String {
    let (steps, problems) = (exercise.steps.count, verification.problems.count + faults)
    return isSound
      ? "\(file): sound, \(steps) \(steps == 1 ? "step" : "steps")"
        + (verification.variants > 0 ? ", \(verification.variants) variants" : "")
      : "\(file): not sound, \(problems) \(problems == 1 ? "problem" : "problems")"
  }

  /// The verdict, and for each step which calculations agreed and how closely.
  package var full: String {
    let width = verification.rows.map { $0.step.count }.max() ?? 0
    let rows = zip(verification.rows, exercise.steps).map { row, step in
      let confirmations = row.agreements.map(words).joined(separator: ", ")
      return "  \(row.step.padded(to: width))  "
        + (confirmations.isEmpty || row.restsOn != nil
          ? style(alone(row, step), .dim) : confirmations)
        + (remarks[row.step].map { style(" · \($0)", .dim) } ?? "")
    }
    return ([style(verdict, isSound ? .green : .red)] + rows).joined(separator: "\n")
  }

  /// What is said of a step that no other calculation has confirmed.
  private func alone(_ row: Verification.Row, _ step: Step) -> String {
    if let source = row.restsOn {
      return source == row.step ? "wrong" : "not checked: rests on \(source)"
    }
    return step.value == nil ? "\(step.kind.name), by its own rules" : "by its formula alone"
  }

  private func words(_ agreement: Verification.Agreement) -> String {
    var text = agreement.method.rawValue
    if agreement.compared > 0 {
      text += agreement.largestError < 1e-13 ? " equal" : " to " + words(agreement.largestError)
    }
    let unmoved = agreement.total - agreement.compared - agreement.kinks
    if agreement.kinks > 0 { text += " (\(agreement.kinks) not differentiable here)" }
    if unmoved > 0 { text += " (\(agreement.compared) of \(agreement.total) entries)" }
    return text
  }

  private func words(_ error: Double) -> String {
    error < Numbers.noise ? "1e-9" : NumberText.scientific(error, decimals: 0)
  }
}
