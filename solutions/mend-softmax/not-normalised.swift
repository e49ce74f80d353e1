import Foundation

func softmax(_ z: [Double]) -> [Double] {
  let largest = z.max() ?? 0
  return z.map { exp($0 - largest) }
}
