import Backpropagation
import Numerics

/// Points of two classes for a network to tell apart, those that it is tested on at the end.
package struct DataSet: Sendable {
  /// A point and its class, 0 or 1.
  package struct Point: Equatable, Sendable {
    package let input: [Double]
    package let target: Double

    package init(_ input: [Double], _ target: Double) {
      self.input = input
      self.target = target
    }
  }

  package let points: [Point]
  /// How many of the points are trained on; the others are the test.
  package let trainingCount: Int

  package init(_ points: [Point], trainingCount: Int? = nil) {
    self.points = points
    self.trainingCount = trainingCount ?? points.count
  }

  package var training: ArraySlice<Point> { points[..<trainingCount] }
  package var test: ArraySlice<Point> { points[trainingCount...] }

  /// How many numbers a point has.
  package var dimension: Int { points.first?.input.count ?? 2 }

  /// The range of one of a point's numbers.
  package func range(of coordinate: Int) -> (lower: Double, upper: Double) {
    let values = points.map { $0.input[coordinate] }
    return (values.min() ?? 0, values.max() ?? 1)
  }
}

// MARK: - The sets that there are

extension DataSet {
  /// The four corners of a square: 1 where exactly one of the inputs is 1.
  package static let xor = DataSet([
    Point([0, 0], 0), Point([0, 1], 1), Point([1, 0], 1), Point([1, 1], 0),
  ])

  /// XOR on a line: 0, 1, 1, 0 at 0, 1, 2, 3.
  package static let fourOnALine = DataSet([
    Point([0], 0), Point([1], 1), Point([2], 1), Point([3], 0),
  ])

  /// Two half circles that reach into each other, with noise: 320 points to train on, 80 to test.
  package static func moons(seed: UInt64, noise: Double = 0.15) -> DataSet {
    var random = SplitMix64(seed: seed)
    let half = 200
    var points: [Point] = []
    for index in 0..<2 * half {
      let isUpper = index < half
      let angle = Double.pi * Double(index % half) / Double(half - 1)
      let (across, up) = (Math.sin(angle + Double.pi / 2), Math.sin(angle))
      let (x, y) = isUpper ? (across, up) : (1 - across, 0.5 - up)
      // To a millionth, so that every machine has the same points.
      points.append(
        Point(
          [x + noise * random.normal(), y + noise * random.normal()].map {
            ($0 * 1e6).rounded() / 1e6
          }, isUpper ? 0 : 1))
    }
    return DataSet(random.order(of: 2 * half).map { points[$0] }, trainingCount: 320)
  }
}

// MARK: - As the engine takes them

extension ArraySlice<DataSet.Point> {
  /// The points as columns of two matrices; nil where there are none.
  var samples: Samples? {
    try? Samples(inputs: map { $0.input }, targets: map { [$0.target] })
  }
}
