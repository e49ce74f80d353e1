import Numerics

/// How plausible everything is together that is tried for an answer.
///
/// Each explanation counts 2 to the power of −bits. They add up to more than 1; so many bits less is
/// one of them worth.
struct Plausibility: Sendable {
  /// The sums of what costs up to 0, 1, 2, … bits.
  private var sums = [Double](repeating: 0, count: Int(Space.farthest) + 1)

  /// Adds explanations that cost so many bits each.
  mutating func add(bits: Double, times count: Double = 1) {
    let plausibility = count * Math.pow(2, -bits)
    for whole in sums.indices where Double(whole) >= bits { sums[whole] += plausibility }
  }

  /// Adds all explanations of another step, for so many bits more each.
  mutating func add(_ other: Plausibility, detour: Double) {
    let rarity = Math.pow(2, -detour)
    for whole in sums.indices { sums[whole] += rarity * other.sum(upTo: Double(whole) - detour) }
  }

  private func sum(upTo bits: Double) -> Double {
    bits < 0 ? 0 : sums[min(Int(bits.rounded(.up)), sums.count - 1)]
  }

  /// The most bits that an explanation may cost of an answer that carries so many.
  func limit(ofAnswerOf bits: Double) -> Double {
    sums.indices.reduce(-1) { limit, whole in
      max(limit, min(left(of: bits, sums[whole]), Double(whole)))
    }
  }

  /// How many bits are left over, beyond the margin, where an explanation costs so many.
  func surplus(ofAnswerOf bits: Double, cost: Double) -> Double {
    left(of: bits, sum(upTo: max(cost, 0))) - cost
  }

  private func left(of bits: Double, _ sum: Double) -> Double {
    bits - Belief.margin - Math.log(max(1, sum)) / Math.log(2)
  }
}
