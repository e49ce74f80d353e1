import Numerics

extension SplitMix64 {
  /// A number of the standard normal distribution, by the transform of Box and Muller.
  ///
  /// It is rounded to twelve decimals, so that the last digit of a machine's logarithm, in which
  /// machines differ, plays no part.
  package mutating func normal() -> Double {
    let size = (-2 * Math.log(1 - number(from: 0, to: 1))).squareRoot()
    let value = size * Math.sin(2 * Double.pi * number(from: 0, to: 1))
    return (value * 1e12).rounded() / 1e12
  }

  /// The numbers from 0 up to but not including `count`, shuffled; the same wherever Int has another
  /// size.
  package mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    var last = count - 1
    while last > 0 {
      order.swapAt(last, Int(next() % UInt64(last + 1)))
      last -= 1
    }
    return order
  }
}
