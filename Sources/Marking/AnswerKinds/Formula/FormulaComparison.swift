import Formulas

/// An answer's values at the sample points, beside the key's.
struct FormulaComparison {
  /// The points at which both are finite, by their numbers, as many as decide.
  let points: [Int]
  /// The answer's values there.
  let values: [Tensor]
  /// Those of `points`, by their place in it, where the two differ.
  let failing: [Int]
  /// A point at which the answer has no finite value though the key has one; one of listed values
  /// with which it never has any, if there is such a point.
  let hole: Int?
  /// Whether the answer has a value for every combination of listed values for which the key has.
  private let coversEveryCombination: Bool
  private let bench: FormulaBench

  init(_ answer: FormulaTrial, on bench: FormulaBench) {
    var answer = answer
    var points: [Int] = []
    var values: [Tensor] = []
    var failing: [Int] = []
    var holes: [Int] = []
    var covered: Set<Int> = []
    let combinations = bench.points.combinations
    for (number, key) in bench.key.enumerated() {
      guard points.count < bench.points.wanted, let key else { continue }
      let value = answer.value(at: bench.points.points[number])
      guard value.isFinite else {
        holes.append(number)
        continue
      }
      covered.insert(number % combinations)
      if !bench.agrees(value, with: key) { failing.append(points.count) }
      points.append(number)
      values.append(value)
    }
    self.points = points
    self.values = values
    self.failing = failing
    let open = holes.first { !covered.contains($0 % combinations) }
    hole = open ?? holes.first
    coversEveryCombination = open == nil
    self.bench = bench
  }

  /// Whether there are enough points to say anything.
  var isConclusive: Bool { points.count >= FormulaPoints.fewest && coversEveryCombination }

  var isRight: Bool { isConclusive && failing.isEmpty }

  /// Whether the answer equals another formula at all its points, the other being finite there.
  func isSame(as other: FormulaTrial) -> Bool {
    guard isConclusive, other.shape == values[0].shape else { return false }
    var other = other
    return zip(points, values).allSatisfy { number, value in
      let theirs = other.value(at: bench.points.points[number])
      return theirs.isFinite && bench.agrees(value, with: theirs)
    }
  }
}
