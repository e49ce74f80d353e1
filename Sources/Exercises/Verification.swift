import Formulas
import LocatedJSON

/// The proof that an exercise's key is right, by up to three independent calculations.
///
/// Every value of a network block is compared with the reference engine (BP1–BP4 in code). Every
/// gradient is compared with reverse-mode differentiation of the loss and with central differences.
/// Where students choose values, this is done for several drawn at random.
package struct Verification: Sendable {
  /// One row for each step, in the order of the steps.
  package private(set) var rows: [Row]
  package private(set) var problems: [Problem] = []

  /// How a step's key was confirmed.
  package struct Row: Sendable {
    package let step: String
    package internal(set) var agreements: [Agreement] = []
  }

  /// A calculation that came to the same value.
  package struct Agreement: Sendable {
    package let method: Method
    /// The largest |g − n| / (|g| + |n| + 1e-8) over the entries.
    package internal(set) var largestError: Double
    /// Entries at which the loss has a kink, so that differences prove nothing.
    package internal(set) var kinks: Int
    /// How many entries were compared, and how many there are.
    package internal(set) var compared: Int
    package let total: Int
  }

  /// A way to calculate a value independently of the exercise's formula.
  package enum Method: String, CaseIterable, Sendable {
    case engine = "BP1–BP4 engine"
    case reverseMode = "reverse mode"
    case finiteDifferences = "finite differences"

    /// The method in the middle of a sentence.
    var phrase: String { self == .engine ? "the \(rawValue)" : rawValue }

    /// The largest relative error that counts as agreement.
    var tolerance: Double { self == .finiteDifferences ? 1e-5 : 1e-9 }
  }

  package var isSound: Bool { problems.isEmpty }

  /// The most entries of one parameter that are moved for finite differences.
  static let mostDifferences = 400

  /// Verifies an exercise.
  package init(_ exercise: Exercise) {
    rows = exercise.steps.map { Row(step: $0.name) }
    var trial = Trial(exercise)
    let draws = exercise.choices.isEmpty ? 1 : 3
    for draw in 0..<draws {
      trial.draw(draw)
      trial.checkKeys()
      trial.compareWithEngine()
      trial.compareGradients()
    }
    trial.checkAlternatives()
    trial.checkAssignments()
    for (step, agreements) in trial.agreements {
      guard let row = rows.firstIndex(where: { $0.step == step }) else { continue }
      rows[row].agreements = agreements
    }
    problems = Problems(trial.problems).list
  }
}
