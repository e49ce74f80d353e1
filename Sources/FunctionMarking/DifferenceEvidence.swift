import Answers
import Exercises
import Formulas
import Numerics

/// A gradient of a student's held against the slope of the same student's loss.
package struct DifferenceEvidence {
  /// The entry that disagrees most; nil where all agree.
  private let worst: Disagreement?
  private let loss: String
  /// Whether a wrong gradient is nothing but the right one of the student's own loss.
  ///
  /// A loss that does not change at all proves nothing, and neither do inputs on which the gradient
  /// is right, or a gradient that breaks off or is not finite elsewhere.
  package let follows: Bool

  private struct Disagreement {
    /// Where in the result, and which entry of the parameter it belongs to.
    let place: String
    let moved: String
    let given: Double
    let slope: Double
    let arguments: Message
    let error: Double
  }

  /// The relative error up to which central differences confirm a gradient.
  private static let tolerance = 1e-4

  /// Nil where there is nothing to compare.
  package init?(_ run: CodeRun) {
    guard let check = run.task.differences else { return nil }
    var worst: Disagreement?
    var isTelling = false
    var isCompared = false
    for (probe, finding) in run.probes {
      guard let value = run.returned(probe.caseNumber),
        let part = run.task.signature.named(value).first(where: {
          probe.part == nil || $0.name == probe.part
        })?.value,
        // Where the shape is wrong, entries do not correspond.
        run.differences[probe.caseNumber]?.isOfShape != false
      else { continue }
      guard case .slope(let slope, let noise) = finding else { continue }
      isCompared = true
      let given = part.numbers[probe.entry]
      if !run.isRight(probe.caseNumber), abs(slope) > noise { isTelling = true }
      let error =
        abs(given - slope) <= noise ? 0 : RelativeError.between(given, slope)
      if error <= max(DifferenceEvidence.tolerance, worst?.error ?? 0) { continue }
      let place = part.label(ofNumber: probe.entry, from: run.task.indexBase)
      worst = Disagreement(
        place: "\(probe.part ?? "")\(place)", moved: "\(probe.parameter)\(place)",
        given: given, slope: slope,
        arguments: run.task.signature.message(of: run.cases[probe.caseNumber].arguments),
        error: error.isNaN ? .infinity : error)
    }
    guard isCompared else { return nil }
    self.worst = worst
    loss = check.loss
    follows =
      worst == nil && isTelling
      && run.cases.indices.allSatisfy { index in
        run.returned(index)?.numbers.allSatisfy { $0.isFinite } == true
          && run.differences[index]?.isOfShape != false
      }
  }

  /// What disagrees, in a sentence; nil where nothing does.
  package var sentence: Message? {
    worst.map { worst in
      let place: Message = worst.place.isEmpty ? "" : " at \(name: worst.place)"
      return """
        For \(worst.arguments) it returns \(written: Self.short(worst.given))\(place), but your own \
        \(name: loss) changes by \(written: Self.short(worst.slope)) per unit of \(name: worst.moved).
        """
    }
  }

  private static func short(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return NumberText.shortest(number) }
    let scale = PowerOfTen.power(3 - (PowerOfTen.exponent(of: number) ?? 0))
    return NumberText.shortest((number * scale).rounded() / scale)
  }
}

extension FunctionValue {
  /// The place of the n-th number as indices: `[1, 2]`.
  package func label(ofNumber number: Int, from base: Int) -> String {
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
