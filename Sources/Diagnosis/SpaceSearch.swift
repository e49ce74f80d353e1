import Answers
import Exercises
import Formulas
import Numerics

/// Compares everything in a space with what was typed.
struct SpaceSearch {
  /// A candidate that gives every entry.
  struct Match {
    let candidate: Int
    let scalar: Int
    let isTransposed: Bool
    let bits: Double
    let context: Int
    /// The entries that it gives where the rest is right; nil where it gives all.
    var places: Set<Int>?
    /// What it comes to.
    let entries: [Double]

    var chosen: Space.Chosen {
      Space.Chosen(candidate: candidate, scalar: scalar, isTransposed: isTransposed)
    }

    /// Whether another comes to the same numbers to the last digit.
    func isSame(as other: Match) -> Bool {
      context == other.context && entries.areSame(as: other.entries)
    }
  }

  let space: Space
  let target: Target

  /// The plainest candidates that give the answer, and those that are hardly more far-fetched.
  ///
  /// None where the right calculation gives the answer, to the digits typed.
  /// - Parameters:
  ///   - limit: What would not be believed is not looked for.
  ///   - keepsAll: Whether those are wanted too that are much more far-fetched than the plainest.
  func matches(
    in contexts: [Evaluation], within limit: Double, keepsAll: Bool = false
  ) -> [Match] {
    var found: [Match] = []
    var best = limit
    var isRight = false
    let turned = target.turned
    for (number, context) in contexts.enumerated() {
      let count = space.count(within: best)
      space.read(on: context, isKey: number == 0, first: count) { values, factors in
        for position in 0..<count {
          // Not the whole candidate: copying it takes longer than one look at it.
          let (pairing, plain) = (
            space.candidates[position].pairing, space.candidates[position].bits
          )
          if plain > best { break }
          for isTransposed in [false, true] {
            let bits = plain + (isTransposed ? Prior.wholeTransposed : 0)
            guard bits <= best, let target = isTransposed ? turned : target,
              pairing.shape.serves(for: target.shape)
            else { continue }
            let pivot = pairing.entry(target.pivot, in: values)
            for index in 0..<factors.count {
              guard target.agreesInPivot(with: pivot * factors[index]) else { continue }
              let scalar = space.scalars[index]
              if bits + scalar.bits > best { break }
              let isMatch = target.indices.allSatisfy {
                target.agrees($0, with: pairing.entry($0, in: values) * factors[index])
              }
              guard isMatch else { continue }
              if !isTransposed, space.edits(position, index).isEmpty { isRight = true }
              found.append(
                Match(
                  candidate: position, scalar: index, isTransposed: isTransposed,
                  bits: bits + scalar.bits, context: number,
                  entries: target.indices.map { pairing.entry($0, in: values) * factors[index] }))
              if !keepsAll { best = min(best, bits + scalar.bits + Belief.leewayOfSame) }
            }
          }
        }
      }
    }
    if isRight { return [] }
    let order = found.indices.sorted { (found[$0].bits, $0) < (found[$1].bits, $1) }
      .map { found[$0] }
    if keepsAll { return order }
    return order.filter {
      $0.bits <= order[0].bits + Belief.leeway || ($0.bits <= best && $0.isSame(as: order[0]))
    }
  }
}

extension SpaceSearch {
  /// The plainest candidates that give the wrong entries of an answer whose others are right.
  func matchesInPart(in contexts: [Evaluation], within limit: Double) -> [Match] {
    var found: [Match] = []
    var best = limit - Prior.onlyThere
    for (number, context) in contexts.enumerated() {
      // The right calculation is the first of all.
      let count = max(1, space.count(within: best))
      guard let right = space.candidates.first, right.pairing.shape.serves(for: target.shape),
        space.edits(0, 0).isEmpty
      else { return [] }
      space.read(on: context, isKey: number == 0, first: count) { values, factors in
        let key = target.indices.map { right.pairing.entry($0, in: values) * factors[0] }
        let places = target.indices.filter { !target.agrees($0, with: key[$0]) }
        guard let pivot = places.max(by: { target.weight($0) < target.weight($1) }),
          places.count < target.indices.count
        else { return }
        for position in 0..<count {
          let candidate = space.candidates[position]
          if candidate.bits > best { break }
          guard candidate.pairing.shape.serves(for: target.shape) else { continue }
          let first = candidate.pairing.entry(pivot, in: values)
          for (index, scalar) in space.scalars.enumerated() {
            let bits = candidate.bits + scalar.bits
            if bits > best { break }
            guard target.agrees(pivot, with: first * factors[index]),
              !space.edits(position, index).isEmpty
            else { continue }
            let given = places.map { candidate.pairing.entry($0, in: values) * factors[index] }
            guard zip(places, given).allSatisfy({ target.agrees($0, with: $1) }) else { continue }
            var entries = key
            for (place, entry) in zip(places, given) { entries[place] = entry }
            found.append(
              Match(
                candidate: position, scalar: index, isTransposed: false,
                bits: bits + Prior.onlyThere, context: number, places: Set(places),
                entries: entries))
            best = min(best, bits + Belief.leeway)
          }
        }
      }
    }
    return found.indices.sorted { (found[$0].bits, $0) < (found[$1].bits, $1) }.map { found[$0] }
  }
}

/// What was typed, ready to be compared.
struct Target: Sendable {
  let shape: Shape
  private let entries: [Double]
  private let bounds: [Double]
  /// The entry that says most.
  let pivot: Int
  private let ofPivot: (entry: Double, bound: Double)

  var indices: Range<Int> { entries.indices }

  init(_ value: TypedValue, _ tolerance: Tolerance) {
    let units = MeantUnits(value, tolerance)
    let bounds = value.tensor.entries.indices.map { 0.6 * units[$0] + 4 * value.tensor[$0].ulp }
    self.init(value.tensor.shape, value.tensor.entries, bounds)
  }

  private init(_ shape: Shape, _ entries: [Double], _ bounds: [Double]) {
    (self.shape, self.entries, self.bounds) = (shape, entries, bounds)
    pivot =
      entries.indices.max { abs(entries[$0]) / bounds[$0] < abs(entries[$1]) / bounds[$1] } ?? 0
    ofPivot = (entries[pivot], bounds[pivot])
  }

  /// How much an entry says.
  func weight(_ index: Int) -> Double { abs(entries[index]) / bounds[index] }

  /// Whether a number agrees with the entry that says most; asked a thousand times for each answer.
  func agreesInPivot(with other: Double) -> Bool {
    abs(ofPivot.entry - other) <= ofPivot.bound
  }

  func agrees(_ index: Int, with other: Double) -> Bool {
    abs(entries[index] - other) <= bounds[index]
  }

  /// Whether every entry agrees with that of a value.
  ///
  /// - Parameter share: Which part of the bounds may be used up; 5/6 is half a unit.
  func agrees(
    with evaluation: Evaluation, at slot: Program.Slot, share: Double = 1
  ) -> Bool {
    indices.allSatisfy {
      abs(entries[$0] - evaluation.entry($0, of: slot)) <= share * bounds[$0]
    }
  }

  /// The matrix with rows and columns exchanged.
  var turned: Target? {
    guard case .matrix(let rows, let columns) = shape else { return nil }
    let places = (0..<shape.count).map { ($0 % rows) * columns + $0 / rows }
    return Target(
      .matrix(columns, rows), places.map { entries[$0] }, places.map { bounds[$0] })
  }
}

extension [Double] {
  /// Whether others are the same numbers, to the last digit but for rounding on the way.
  func areSame(as others: [Double]) -> Bool {
    count == others.count
      && zip(self, others).allSatisfy { abs($0 - $1) <= 1e-12 + 1e-11 * abs($0) }
  }
}
