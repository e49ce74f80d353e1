import Foundation

func softmax(_ z: [Double]) -> [Double] {
  let largest = z.max() ?? 0
  let powers = z.map { exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
