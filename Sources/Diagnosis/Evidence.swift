import Answers
import Exercises
import Formulas
import Numerics

/// How much a wrong answer can prove: how precisely it was typed, and where it is wrong.
///
/// A lone number with four digits equals many formulas by chance. So a candidate is believed only
/// where its share of all candidates' plausibility outweighs the chance of the coincidence. As the
/// shares add up to 1, random answers are explained with a chance of one in `caution` at most for
/// each set of earlier values.
package struct Evidence {
  /// How well a candidate agrees with what was typed.
  enum Fit {
    /// Within one unit of the last digit: there was rounding on the way.
    case loose
    /// It is what was typed, when rounded.
    case close
  }

  package let value: TypedValue
  package let tolerance: Tolerance
  /// The chance that a random answer would agree closely with a candidate at the wrong entries.
  private let closeChance: Double
  private let looseChance: Double
  /// How much the answer says, in bits: each wrong entry as much as its size over half a unit typed.
  ///
  /// Zeros say little, and nothing by themselves; nor do right entries, however many there are.
  let bits: Double
  /// What half a unit of each entry's last digit is; nil for exact arithmetic.
  private let halfUnits: [Double?]

  /// How many times likelier than coincidence an explanation must be.
  static let caution = 35.0

  package init(_ value: TypedValue, key: Tensor, _ tolerance: Tolerance) {
    self.value = value
    // What proves something is how nearly a candidate is met, whatever else would pass as right.
    self.tolerance = tolerance.inUsualDigits
    halfUnits = value.lastDigits.map { $0.map { PowerOfTen.power($0) / 2 } }
    var (close, loose, telling) = (1.0, 1.0, 1.0)
    var (zeros, hasRight) = (0, false)
    let units = MeantUnits(value, tolerance)
    // An answer of another shape is compared with nothing; its own size must serve.
    let isComparable = key.shape == value.tensor.shape
    let wrong = isComparable ? Set(value.wrongEntries(for: key, tolerance)) : nil
    for index in value.tensor.entries.indices {
      let typed = value.tensor[index]
      let expected = isComparable ? key[index] : 0
      if wrong.map({ !$0.contains(index) }) ?? (typed == 0) {
        if typed != 0 { hasRight = true }
        continue
      }
      let scale = max(abs(typed), abs(expected))
      // Whole numbers that must be exact are as far apart as numbers ever are there.
      let isCount = tolerance == .exact && typed == typed.rounded()
      let allowed = isCount ? 0.5 : self.tolerance.bound(for: typed)
      let half = halfUnits[index] ?? 1e-9 * max(1, abs(typed))
      close *= min(1, 2 * min(allowed, half) / scale)
      loose *= min(1, 2 * min(allowed, 2 * half) / scale)
      if typed != 0 {
        telling *= min(1, units[index] / scale)
      } else {
        zeros += 1
      }
      if telling < 1e-30 { break }
    }
    (closeChance, looseChance) = (close, loose)
    let aside = (hasRight ? 3 : 0) + (hasRight || telling < 1 ? 4 * zeros : 0)
    bits = -Math.log(telling) / Math.log(2) + Double(aside)
  }

  /// Whether an explanation with this share of the plausibility is more than a coincidence.
  func supports(share: Double, _ fit: Fit) -> Bool {
    share >= Evidence.caution * (fit == .close ? closeChance : looseChance)
  }

  /// How well every entry agrees with a candidate's; nil where one does not.
  func fit(_ evaluation: Evaluation, _ slot: Program.Slot) -> Fit? {
    var fit = Fit.close
    for index in value.tensor.entries.indices {
      let (typed, other) = (value.tensor[index], evaluation.entry(index, of: slot))
      guard other.isFinite else { return nil }
      let distance = abs(typed - other)
      let slack = 4 * max(typed.ulp, other.ulp)
      let half = halfUnits[index] ?? 1e-9 * max(1, abs(other))
      if distance > 2 * half * (1 + 1e-9) + slack { return nil }
      let allowed = tolerance.bound(for: other)
      if distance > allowed * (1 + 1e-9) + slack { return nil }
      if distance > half * (1 + 1e-6) + slack { fit = .loose }
    }
    return fit
  }
}

/// What readily comes to a student's mind, in numbers.
enum Plausibility {
  static func ofCost(_ cost: Double) -> Double { Math.pow(12, 1 - cost) }
}
