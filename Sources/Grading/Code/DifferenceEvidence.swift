import Exercises
import Formulas
import Signatures

/// A gradient of a student's held against the slope of the same student's loss.
struct DifferenceEvidence {
  /// The entry that disagrees most.
  private let worst: (label: String, given: Double, slope: Double, arguments: String)
  /// Whether every entry that was moved agrees.
  let agrees: Bool
  private let loss: String

  /// The relative error up to which central differences confirm a gradient.
  private static let tolerance = 1e-4

  /// Nil where there is nothing to compare.
  init?(_ task: CodeTask, _ run: CodeRun, base: Int) {
    guard let check = task.differences else { return nil }
    loss = check.loss
    var worst: (label: String, given: Double, slope: Double, arguments: String)?
    var largest = -1.0
    for (probe, slope) in run.probes {
      guard let slope, slope.isFinite, let value = run.returned(probe.caseNumber),
        let part = task.signature.named(value).first(where: {
          probe.part == nil || $0.name == probe.part
        })
      else { return nil }
      let numbers = part.value.numbers
      guard probe.entry < numbers.count else { return nil }
      let given = numbers[probe.entry]
      // Slopes below the rounding of the loss say nothing.
      let error =
        abs(given - slope) < 1e-8 ? 0 : Differences.relativeError(given, slope)
      if !(error <= largest) {
        largest = error.isNaN ? .infinity : error
        let label = part.value.label(ofNumber: probe.entry, from: base)
        let arguments = task.signature.text(of: run.cases[probe.caseNumber].arguments)
        worst = ("\(probe.part ?? "the entry")\(label)", given, slope, arguments)
      }
    }
    guard let worst else { return nil }
    self.worst = worst
    agrees = largest <= DifferenceEvidence.tolerance
  }

  var sentence: String {
    agrees
      ? "It does agree with the slopes of your own \(loss)."
      : "At \(worst.label) it returns \(Self.short(worst.given)), but your own \(loss) changes by "
        + "\(Self.short(worst.slope)) per unit there (for \(worst.arguments))."
  }

  private static func short(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return EntryDifference.number(number) }
    let scale = Decimal10.power(3 - (Decimal10.exponent(of: number) ?? 0))
    return EntryDifference.number((number * scale).rounded() / scale)
  }
}

extension FunctionValue {
  /// The place of the n-th number as indices: `[1, 2]`.
  func label(ofNumber number: Int, from base: Int) -> String {
    var left = number
    func path(_ value: FunctionValue) -> [Int]? {
      switch value {
      case .int, .bool, .double:
        left -= 1
        return left == -1 ? [] : nil
      case .array(let items), .tuple(let items):
        for (index, item) in items.enumerated() {
          if let rest = path(item) { return [index + base] + rest }
        }
        return nil
      }
    }
    guard let path = path(self), !path.isEmpty else { return "" }
    return "\(path)"
  }
}
