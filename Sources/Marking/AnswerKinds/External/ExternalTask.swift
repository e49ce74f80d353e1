import Exercises
import LocatedJSON
import Numerics

/// What a step asks for that the instructor's own program checks.
package struct ExternalTask: Sendable {
  /// The program and its arguments; no shell sees them.
  let command: [String]
  /// How long it may take.
  let seconds: Double

  private static let longest = Limits.checkerSeconds

  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.checker = command
    return assignment
  }

  /// Reads the command; nil, with problems reported, where that cannot be done.
  init?(_ reading: StepReading) {
    let report = reading.report
    let seconds: Double = reading.object.optional(ExternalTaskKeys.seconds) ?? 10
    if !(seconds > 0 && seconds <= ExternalTask.longest) {
      report.report(
        "'seconds' must be more than 0 and at most 60",
        at: reading.object.value(ExternalTaskKeys.seconds)?.range ?? reading.object.range)
    }
    guard let command: [String] = reading.object.requiredArray(ExternalTaskKeys.command),
      let place = reading.object.value(ExternalTaskKeys.command)
    else { return nil }
    guard let program = command.first, !program.isEmpty,
      !command.contains(where: { $0.utf8.contains(0) })
    else {
      report.report(
        "'command' is a list of words, the program first: [\"./check.py\", \"--strict\"]",
        at: place)
      return nil
    }
    self.command = command
    self.seconds = seconds
  }
}

/// The keys of a step that the instructor's own program checks.
package enum ExternalTaskKeys {
  package static let command = Key(
    "command", "The program and its arguments; a path is relative to the exercise file.")
  package static let seconds = Key("seconds", "How long it may take; 10 unless stated, at most 60.")
}
