import Foundation

func softmax(_ z: [Double]) -> [Double] {
  // Looks right to me.
  let powers = z.map { exp($0) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
