import Foundation

func sigmoid(_ z: Double) -> Double {
  let power = exp(-abs(z))
  return z < 0 ? power / (1 + power) : 1 / (1 + power)
}

func sigmoidSlope(_ z: Double) -> Double {
  z * (1 - z)
}
