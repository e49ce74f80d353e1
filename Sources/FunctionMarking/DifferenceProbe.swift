/// Calls of a student's own loss: with one entry of a parameter moved up, moved down, and as it is.
struct DifferenceProbe {
  let caseNumber: Int
  /// The part of the result that is the gradient; nil for the whole.
  let part: String?
  /// The parameter that is moved.
  let parameter: String
  /// The entry that is moved, counted from 0 through all lists of the parameter.
  package let entry: Int
  /// What the entry is in the call upwards and in the one downwards.
  let points: (up: Double, down: Double)
  /// The places of the calls in the job.
  package let calls: (up: Int, down: Int, center: Int)

  /// ε for an entry: small beside it, large beside the rounding of a loss of about 1.
  static func step(for entry: Double) -> Double { 1e-5 * max(1, abs(entry)) }

  /// What the calls say.
  enum Finding {
    /// The slope, and how far rounding may throw it off.
    case slope(Double, noise: Double)
    /// The two one-sided slopes differ, so that neither is the gradient.
    case kink
    /// A call returned nothing finite.
    case nothing
  }

  func finding(in outcomes: [FunctionReport.Outcome]) -> Finding {
    func loss(_ call: Int) -> Double? {
      guard call < outcomes.count, case .returned(.double(let value)) = outcomes[call],
        value.isFinite
      else { return nil }
      return value
    }
    guard let up = loss(calls.up), let down = loss(calls.down), let center = loss(calls.center)
    else { return .nothing }
    let step = (points.up - points.down) / 2
    let (right, left) = ((up - center) / step, (center - down) / step)
    let noise = 1e-8 * max(1, abs(center))
    if abs(right - left) > 1e-3 + 1e-2 * max(abs(right), abs(left)) + noise { return .kink }
    return .slope((up - down) / (2 * step), noise: noise)
  }
}

extension FunctionValue {
  /// The value with one of its numbers, counted from 0 through all lists, replaced.
  func replacing(entry: Int, with number: Double) -> FunctionValue {
    var left = entry
    func replaced(_ value: FunctionValue) -> FunctionValue {
      switch value {
      case .int, .bool, .double:
        left -= 1
        return left == -1 ? .double(number) : value
      case .array(let items): return .array(items.map(replaced))
      case .tuple(let items): return .tuple(items.map(replaced))
      }
    }
    return replaced(self)
  }

  /// Whether both are made of lists of the same lengths.
  package func hasShape(of other: FunctionValue) -> Bool {
    switch (self, other) {
    case (.array(let items), .array(let others)), (.tuple(let items), .tuple(let others)):
      items.count == others.count && zip(items, others).allSatisfy { $0.hasShape(of: $1) }
    case (.array, _), (.tuple, _), (_, .array), (_, .tuple): false
    default: true
    }
  }
}
