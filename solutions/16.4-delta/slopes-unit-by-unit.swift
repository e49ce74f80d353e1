import Foundation

func softmax(_ z: [Double]) -> [Double] {
  let largest = z.max() ?? 0
  let powers = z.map { exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

func deltaThroughSoftmax(_ z: [Double], _ g: [Double]) -> [Double] {
  let a = softmax(z)
  return zip(a, g).map { $1 * $0 * (1 - $0) }
}

func outputDelta(_ z: [Double], _ y: [Double]) -> [Double] {
  zip(softmax(z), y).map { -$1 * (1 - $0) }
}
