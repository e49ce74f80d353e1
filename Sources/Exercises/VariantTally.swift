import Formulas
import LocatedJSON

/// In how many variants of an exercise something is found, and in which first.
struct VariantTally {
  /// One finding, and how often it was made.
  private struct Entry {
    let finding: VerificationFinding
    /// The first variant, as a student and as numbers.
    let first: String
    var count = 1
  }

  private let variants: Int
  private let source: SourceText
  private var entries: [Entry] = []
  private var positions: [VerificationFinding.Identity: Int] = [:]

  /// The most characters of a variant's numbers that are shown.
  private static let longestNumbers = 160

  init(of variants: Int, exercise: Exercise) {
    self.variants = variants
    source = exercise.source
  }

  /// Notes what was found in one variant.
  mutating func add(_ findings: [VerificationFinding], of variant: Exercise) {
    var hasKink = false
    for finding in findings {
      if finding.kind.isKink {
        if hasKink { continue }
        hasKink = true
      }
      if let position = positions[finding.identity] {
        entries[position].count += 1
      } else {
        positions[finding.identity] = entries.count
        entries.append(Entry(finding: finding, first: VariantTally.words(variant)))
      }
    }
  }

  /// What counts, with how often it arises.
  var problems: [Problem] {
    entries.compactMap { entry in
      guard entry.finding.kind.counts(always: entry.count == variants) else { return nil }
      return entry.finding.problem(
        in: source, adding: " (in \(entry.count) of \(variants) variants; \(entry.first))")
    }
  }

  /// "the first is variant-7: x = [0.5, 1], w = 2".
  private static func words(_ variant: Exercise) -> String {
    let numbers = variant.ownNumbers.map { "\($0.name) = \($0.value.inDecimals)" }
      .joined(separator: ", ")
    let head = numbers.prefix(longestNumbers)
    return "the first is \(variant.student ?? ""): \(head)\(head.count < numbers.count ? "…" : "")"
  }
}
