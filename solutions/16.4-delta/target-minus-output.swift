import Foundation

func softmax(_ z: [Double]) -> [Double] {
  let largest = z.max() ?? 0
  let powers = z.map { exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

func deltaThroughSoftmax(_ z: [Double], _ g: [Double]) -> [Double] {
  let a = softmax(z)
  let shared = zip(a, g).map { $0 * $1 }.reduce(0, +)
  return zip(a, g).map { $0 * ($1 - shared) }
}

func outputDelta(_ z: [Double], _ y: [Double]) -> [Double] {
  zip(softmax(z), y).map { $1 - $0 }
}
