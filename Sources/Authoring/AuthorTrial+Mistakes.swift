import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

extension AuthorTrial {
  /// The mistakes that, handed in as the answer, do not earn their own words and credit.
  mutating func mistakeFindings() -> [AuthorFinding] {
    var findings: [AuthorFinding] = []
    for step in exercise.valueSteps {
      for (number, mistake) in step.mistakes.enumerated() {
        guard let message = fault(of: mistake, number, in: step) else { continue }
        findings.append(AuthorFinding(.mistake, message, at: mistake.place.lowerBound))
      }
    }
    return findings
  }

  /// Why a mistake does not earn its own words; nil where it does.
  private mutating func fault(
    of mistake: ValueStep.Alternative, _ number: Int, in step: ValueStep
  ) -> String? {
    key.run(mistake.slot)
    let value = key.value(of: mistake.slot)
    guard value.isFinite else { return .notFinite(value) }
    guard let marks = marks(step.name, .value(value)) else { return nil }
    let points = step.points * mistake.credit
    if marks.says == ["\(authored: mistake.says)"], abs(marks.points - points) < 1e-9 { return nil }
    let earlier = step.mistakes[..<number]
    if let same = earlier.first(where: { agrees($0, value, step) }) {
      return .sameAs("mistake", line(of: same.place), distance(of: same, to: value))
    }
    if let same = step.also.first(where: { agrees($0, value, step) }) {
      return .sameAs("entry of 'also'", line(of: same.place), distance(of: same, to: value))
    }
    return .otherwise(marks)
  }

  private mutating func agrees(
    _ other: ValueStep.Alternative, _ value: Tensor, _ step: ValueStep
  ) -> Bool {
    key.run(other.slot)
    let entries = key.value(of: other.slot).entries
    return entries.count == value.entries.count
      && zip(value.entries, entries).allSatisfy { step.tolerance.accepts($0, for: $1) }
  }

  /// How far two values are apart; nil where they are the same but for rounding.
  private func distance(of other: ValueStep.Alternative, to value: Tensor) -> Double? {
    key.value(of: other.slot).distance(to: value).flatMap { $0 > 1e-9 * value.scale ? $0 : nil }
  }

  func line(of place: Range<Int>) -> Int {
    exercise.source.position(at: place.lowerBound).line
  }

  /// The same of mistakes that are typed as text; witnesses may follow their words.
  mutating func formulaMistakeFindings() -> [AuthorFinding] {
    var findings: [AuthorFinding] = []
    for step in exercise.steps {
      let mistakes = step.assignment?.mistakes ?? []
      for mistake in mistakes {
        guard let marks = marks(step.name, .text(mistake.answer)) else { continue }
        let points = step.points * mistake.credit
        if marks.says.contains("\(authored: mistake.says)"), abs(marks.points - points) < 1e-9 {
          continue
        }
        let same = mistakes.first {
          $0.place != mistake.place && marks.says.contains("\(authored: $0.says)")
        }
        findings.append(
          AuthorFinding(
            .mistake, same.map { .sameAs("mistake", line(of: $0.place), nil) } ?? .otherwise(marks),
            at: mistake.place.lowerBound))
      }
    }
    return findings
  }
}

// MARK: - Messages

extension String {
  fileprivate static func notFinite(_ value: Tensor) -> String {
    "this mistake comes to \(value), which nobody can hand in"
  }

  fileprivate static func sameAs(_ kind: String, _ line: Int, _ distance: Double?) -> String {
    guard let distance else {
      return "this gives the same answer as the \(kind) in line \(line), so its words would never "
        + "be said"
    }
    return
      "this differs from the \(kind) in line \(line) by \(NumberText.brief(distance)) at most, "
      + "which is within the tolerance, so its words would never be said"
  }

  fileprivate static func otherwise(_ marks: StepFeedback) -> String {
    let points = NumberText.shortest(marks.points)
    return "handed in as the answer, this mistake earns \(points) of "
      + "\(NumberText.shortest(marks.outOf)) points"
      + (marks.says.isEmpty
        ? " and no words" : " and other words: " + marks.wordsToAuthor)
  }
}
