import LocatedJSON

/// In how many variants of an exercise a complaint arises, and in which first.
struct VariantTally {
  /// What there is to say about one place.
  private struct Entry {
    let complaint: Complaint
    /// The first variant, as a student and as numbers.
    let first: String
    var count = 1
  }

  private let variants: Int
  private let source: SourceText
  private var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  /// The most characters of a variant's numbers that are shown.
  private static let longestNumbers = 160

  init(of variants: Int, exercise: Exercise) {
    self.variants = variants
    source = exercise.source
  }

  /// Notes what was found in one variant.
  mutating func add(_ complaints: [Complaint], of variant: Exercise) {
    var hasKink = false
    for complaint in complaints {
      if complaint.kind == .kink {
        if hasKink { continue }
        hasKink = true
      }
      if let position = positions[complaint.key] {
        entries[position].count += 1
      } else {
        positions[complaint.key] = entries.count
        entries.append(Entry(complaint: complaint, first: VariantTally.words(variant)))
      }
    }
  }

  /// What counts, with how often it arises.
  var problems: [Problem] {
    entries.compactMap { entry in
      let isAlways = entry.count == variants
      switch entry.complaint.kind {
      case .also where !isAlways, .likeness where isAlways: return nil
      default: break
      }
      return entry.complaint.problem(
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
