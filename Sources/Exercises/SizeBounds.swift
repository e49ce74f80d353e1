import LocatedJSON
import Numerics

/// How many of everything a file may have, counted before any of it is read.
///
/// The longest exercise that anybody would do has some dozens of steps; a file with thousands of
/// them, or of mistakes, would keep every command waiting.
struct SizeBounds {
  let report: ProblemReport

  /// The most entries of the lists and objects under these keys, wherever they stand.
  private static let most: [String: Int] = [
    "given": Limits.values, "define": Limits.values, "steps": Limits.steps,
    "choose": Limits.checks, "checks": Limits.checks, "remarks": Limits.checks,
    "also": Limits.listed, "ways": Limits.listed, "mistakes": Limits.listed,
    "hints": Limits.listed, "options": Limits.listed, "rubric": Limits.listed,
    "variables": Limits.listed,
  ]

  /// The most steps, repeated ones as often as they stand for one.
  static let mostSteps = Limits.steps
  /// The most mistakes, other answers and ways of all steps together.
  private static let mostAlternatives = Limits.alternatives
  /// The most numbers that are drawn for a student.
  private static let mostDrawn = Limits.drawn

  /// Whether the file keeps within the bounds; where it does not, it is reported.
  func hold(for root: LocatedValue) -> Bool {
    let wasEmpty = report.isEmpty
    var waiting = [root]
    var alternatives = 0
    while let value = waiting.popLast() {
      switch value.kind {
      case .array(let items): waiting += items.reversed()
      case .object(let members):
        var inner: [LocatedValue] = []
        for member in members {
          let count = member.value.entryCount
          if let most = SizeBounds.most[member.name], count > most {
            report.report(.tooMany(member.name, count, most), at: member.nameRange)
            continue
          }
          if ["also", "ways", "mistakes"].contains(member.name) {
            let isOver = alternatives > SizeBounds.mostAlternatives
            alternatives += count
            if !isOver, alternatives > SizeBounds.mostAlternatives {
              report.report(.tooManyAlternatives(SizeBounds.mostAlternatives), at: member.nameRange)
            }
          }
          inner.append(member.value)
        }
        waiting += inner.reversed()
      default: break
      }
    }
    checkDraws(root["given"])
    return wasEmpty == report.isEmpty
  }

  private func checkDraws(_ given: LocatedValue?) {
    guard case .object(let members)? = given?.kind else { return }
    // As fractions: what a file states can be beyond every whole number.
    var total = 0.0
    for member in members {
      guard let random = member.value["random"] else { continue }
      let count = random["shape"]?.product ?? 1
      // What cannot be a shape, or is too large by itself, is told as such.
      if (1...Double(SizeBounds.mostDrawn)).contains(count) { total += count }
      if total > Double(SizeBounds.mostDrawn) {
        report.report(.tooManyDrawn(SizeBounds.mostDrawn), at: member.value)
        return
      }
    }
  }
}

extension LocatedValue {
  fileprivate var entryCount: Int {
    switch kind {
    case .array(let items): items.count
    case .object(let members): members.count
    default: 0
    }
  }

  /// The product of a list of sizes.
  fileprivate var product: Double {
    guard case .array(let items) = kind else { return 1 }
    return items.reduce(1) { product, item in
      if case .number(let size) = item.kind { product * size } else { product }
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func tooMany(_ key: String, _ count: Int, _ most: Int) -> String {
    "'\(key)' has \(count) entries; an exercise may have at most \(most)"
  }

  fileprivate static func tooManyAlternatives(_ most: Int) -> String {
    "with these there are more than \(most) mistakes, other answers and ways in all"
  }

  fileprivate static func tooManyDrawn(_ most: Int) -> String {
    "with this more than \(most) numbers would be drawn for every student"
  }
}
