import Formulas
import LocatedJSON
import Numerics

/// The proof that an exercise's key is right, by up to three independent calculations.
///
/// Every value of a network block is compared with the reference engine (BP1–BP4 in code). Every
/// gradient is compared with reverse-mode differentiation of the loss and with central differences.
/// Where students choose values, this is done for several drawn at random; where every student has
/// numbers of their own, for those of fifty.
package struct Verification: Sendable {
  /// One row for each step, in the order of the steps.
  package private(set) var rows: [Row]
  package private(set) var problems: [Problem] = []
  /// For how many students' numbers this was done; 0 where everybody's are the same.
  package private(set) var variants = 0

  /// How a step's key was confirmed.
  package struct Row: Sendable {
    package let step: String
    package internal(set) var agreements: [Agreement] = []
    /// The value with a wrong key that this one is computed from, so that nothing could be compared;
    /// the step itself where its own key is the wrong one.
    package internal(set) var restsOn: String?
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

  }

  package var isSound: Bool { problems.isEmpty }

  /// The most entries of one parameter that are moved for finite differences.
  static let mostDifferences = Limits.differences

  /// Verifies an exercise.
  package init(_ exercise: Exercise) {
    rows = exercise.steps.map { Row(step: $0.name) }
    var trial = Trial(exercise)
    if exercise.hasOwnNumbers {
      problems = Verification.problems(in: &trial)
      variants = Verification.mostVariants
    } else {
      trial.run()
      trial.checkAssignments()
      problems = Problems(trial.problems).list
    }
    for index in rows.indices { rows[index].restsOn = trial.wrongSources[rows[index].step] }
    for (step, agreements) in trial.agreements {
      guard let row = rows.firstIndex(where: { $0.step == step }) else { continue }
      rows[row].agreements = agreements
    }
  }

  /// The students whose numbers are tried, from variant-1 to variant-50.
  package static let mostVariants = 50
  /// How many draws of chosen values are tried.
  static let mostDraws = 3

  /// What is wrong with the numbers of some student.
  private static func problems(in trial: inout Trial) -> [Problem] {
    var tally = VariantTally(of: mostVariants, exercise: trial.exercise)
    var census = DegeneracyCensus(trial.exercise)
    for number in 1...mostVariants {
      let student = "variant-\(number)"
      trial.deal(to: student)
      trial.run()
      if number == 1 { trial.checkAssignments() }
      tally.add(census.findings(about: trial.exercise) + trial.findings, of: trial.exercise)
    }
    return Problems(tally.problems).list
  }
}

extension Trial {
  /// Everything that depends on the numbers, where students choose values on several.
  fileprivate mutating func run() {
    for draw in 0..<(exercise.choices.isEmpty ? 1 : Verification.mostDraws) {
      self.draw(draw)
      checkKeys()
      compareWays()
      compareWithEngine()
      compareGradients()
    }
    checkAlternatives()
    noteWrongSources()
  }
}
