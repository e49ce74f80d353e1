import Exercises
import Formulas
import LocatedJSON
import Marking

/// What an exercise says to answers made from its own key, held against what its file promises.
///
/// The blank sheet earns nothing and the model answer everything; each mistake earns its own words
/// and credit; answers just inside and just outside a tolerance fall on the right side; and what is
/// computed from a slip follows. Where students have or choose numbers of their own, several are
/// tried: what is said of mistakes must then hold for all of them.
package struct AuthorCheck: Sendable {
  /// What keeps the exercise from being used.
  package let errors: [Problem]
  /// What makes it poorer than it might be.
  package let warnings: [Problem]
  /// What the author may want to know.
  package let notes: [Problem]

  /// How many draws of chosen or dealt numbers are tried.
  static let mostDraws = 3

  /// - Parameter isSound: Whether the key is right; without that, answers made from it prove nothing.
  package init(_ exercise: Exercise, isSound: Bool) {
    var findings = AuthorCheck.reading(exercise) + AuthorCheck.leftovers(in: exercise)
    findings += AuthorCheck.sampling(in: exercise) + AuthorCheck.hints(in: exercise)
    if isSound {
      let isSame = exercise.isSameForAll
      let draws = (0..<(isSame ? 1 : AuthorCheck.mostDraws)).map { number in
        var trial = AuthorTrial(exercise, draw: number)
        return trial.findings()
      }
      findings += AuthorCheck.lasting(draws)
    }
    let problems = findings.map { finding in
      Problem(
        finding.message, at: finding.place, in: exercise.source, severity: finding.severity)
    }
    errors = Problems(problems.filter { $0.severity == .error }).list
    warnings = Problems(problems.filter { $0.severity == .warning }).list
    notes = Problems(problems.filter { $0.severity == .note }).list
  }

  /// What counts of several draws: what happened in any or, where chance may have a hand, in all.
  private static func lasting(_ draws: [[AuthorFinding]]) -> [AuthorFinding] {
    var seen: Set<AuthorFinding.Key> = []
    return draws.joined().filter { finding in
      let isLasting =
        finding.rule.countsOnce
        || draws.allSatisfy { $0.contains { $0.key == finding.key } }
      return isLasting && seen.insert(finding.key).inserted
    }
  }

  /// What is missing for students to read.
  private static func reading(_ exercise: Exercise) -> [AuthorFinding] {
    var findings = exercise.steps.flatMap { step -> [AuthorFinding] in
      var findings: [AuthorFinding] = []
      if step.text.isBlank {
        findings.append(AuthorFinding(.reading, .noText(step.name), at: step.place.lowerBound))
      }
      if step.hints.allSatisfy(\.isBlank), step.needsHints {
        findings.append(AuthorFinding(.reading, .noHints(step.name), at: step.place.lowerBound))
      }
      return findings
    }
    if exercise.outOf == 0, let first = exercise.steps.first {
      findings.append(AuthorFinding(.reading, .noPoints, at: first.place.lowerBound))
    }
    return findings
  }
}

extension Step {
  /// Whether students get a verdict at once, and may want help before it.
  fileprivate var needsHints: Bool {
    assignment.map { $0.rubric.isEmpty && $0.checker.isEmpty } ?? true
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

// MARK: - Messages

extension String {
  fileprivate static func noText(_ name: String) -> String {
    "the step '\(name)' has no 'text', so students read nothing but its name"
  }

  fileprivate static func noHints(_ name: String) -> String {
    "the step '\(name)' has no 'hints', so whoever is stuck there gets no help"
  }

  fileprivate static let noPoints = "nothing in this exercise earns any points"
}
