import Answers
import Exercises
import Formulas
import Numerics

/// The explanations that fit a wrong answer, and which of them are believed.
struct Candidates {
  /// An explanation that fits.
  private struct Fitting {
    let account: Diagnostician.Account
    /// Its share of the plausibility of all that was tried.
    let share: Double
    var fit: Evidence.Fit
    /// On which values it fits, and what it comes to there.
    let context: Int

    /// Whether the other comes to the same number on the same values, to the last digit.
    func isSame(as other: Fitting) -> Bool {
      context == other.context
        && zip(account.entries, other.account.entries).allSatisfy {
          abs($0 - $1) <= 1e-12 + 1e-11 * abs($0)
        }
    }
  }

  private let wrong: Diagnostician.Case
  private let key: Tensor
  private var fitting: [Fitting] = []
  private var shareOfOne = 0.0

  /// How much more far-fetched an explanation may be that comes to the very same number.
  private static let leeway = 2.4
  /// How much more far-fetched one may be that fits within the rounding.
  private static let narrowLeeway = 0.2

  init(_ wrong: Diagnostician.Case) {
    self.wrong = wrong
    key = wrong.contexts[0].value(of: wrong.step.slot)
  }

  /// Goes on to explanations that together have some share of the plausibility.
  mutating func begin(share: Double, plausibility: Double) {
    shareOfOne = share / max(plausibility, 1)
  }

  /// Takes note of an explanation that fits; it may come once for every context.
  mutating func note(_ account: Diagnostician.Account, _ fit: Evidence.Fit, context: Int) {
    let isKey =
      key.shape == wrong.value.tensor.shape
      && account.entries.indices.allSatisfy {
        wrong.step.tolerance.accepts(account.entries[$0], for: key[$0])
      }
    if isKey { return }
    let known = fitting.firstIndex {
      $0.account.origin == account.origin && $0.account.likewise == account.likewise
        && $0.account.mutation.formula == account.mutation.formula
    }
    if let known {
      if fit == .close { fitting[known].fit = .close }
      return
    }
    let share = account.mutation.plausibility * shareOfOne
    fitting.append(Fitting(account: account, share: share, fit: fit, context: context))
  }

  /// The plainest explanations that fit, if they are more than a coincidence.
  var believed: [Diagnostician.Account] {
    let ordered = fitting.enumerated().sorted {
      ($0.element.account.bits, $0.offset) < ($1.element.account.bits, $1.offset)
    }.map { $0.element }
    let closest = ordered.contains { $0.fit == .close }
    let fair = ordered.filter { !closest || $0.fit == .close }
    guard let best = fair.first, wrong.evidence.supports(share: best.share, best.fit) else {
      return []
    }
    let ties = fair.filter {
      let leeway = $0.isSame(as: best) ? Candidates.leeway : Candidates.narrowLeeway
      return $0.account.bits <= best.account.bits + leeway
    }
    let isSure = wrong.evidence.supports(
      share: best.share * Math.pow(2, -Belief.sure), best.fit)
    return ties.map { tie in
      var account = tie.account
      account.isSure = isSure
      return account
    }
  }
}
