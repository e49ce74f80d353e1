import Numerics
import Testing
import Training

@Suite struct DataSetTests {
  @Test("two moons: 400 points, half of each class, 320 to train on, the same for a seed")
  func moons() {
    let moons = DataSet.moons(seed: 1)
    #expect(moons.points.count == 400)
    #expect(moons.training.count == 320)
    #expect(moons.test.count == 80)
    #expect(moons.points.count { $0.target == 1 } == 200)
    #expect(moons.points == DataSet.moons(seed: 1).points)
    #expect(moons.points != DataSet.moons(seed: 2).points)
  }

  @Test("without noise the moons are half circles")
  func halfCircles() {
    for point in DataSet.moons(seed: 3, noise: 0).points {
      let (x, y) = (point.input[0], point.input[1])
      let distance =
        point.target == 0 ? x * x + y * y : (x - 1) * (x - 1) + (y - 0.5) * (y - 0.5)
      #expect(abs(distance - 1) < 1e-5)
      #expect(point.target == 0 ? y > -1e-6 : y < 0.5 + 1e-6)
    }
  }

  @Test("the noise has the deviation that is asked for")
  func noise() {
    var random = SplitMix64(seed: 7)
    let numbers = (0..<20_000).map { _ in random.normal() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
  }

  @Test("an order has every number once")
  func order() {
    var random = SplitMix64(seed: 7)
    let order = random.order(of: 50)
    #expect(order.sorted() == Array(0..<50))
    #expect(order != Array(0..<50))
    #expect(random.order(of: 0).isEmpty)
  }

  @Test("points are pasted with commas, semicolons, tabs or spaces, and names above them")
  func pasted() throws {
    let data = try DataSet(
      pasted: "x1, x2, class\r\n0, 1, 1\n# a remark\n\n0.5;-2;0\n1\t1e-1\t1\n 3 4 0")
    #expect(data.points.map { $0.input } == [[0, 1], [0.5, -2], [1, 0.1], [3, 4]])
    #expect(data.points.map { $0.target } == [1, 0, 1, 0])
    #expect(data.test.isEmpty)
    #expect(try DataSet(pasted: "0 0\n1 1\n2 1\n3 0").points == DataSet.fourOnALine.points)
  }

  @Test("from 20 points on, every fifth is kept for the test")
  func split() throws {
    let lines = (0..<25).map { "\($0), \($0), \($0 % 2)" }
    let data = try DataSet(pasted: lines.joined(separator: "\n"))
    #expect(data.trainingCount == 20)
    #expect(data.test.map { $0.input[0] } == [4, 9, 14, 19, 24])
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("", "There are no points yet: a line for each, such as 0.5, 1.2, 1."),
      ("1, 2, 1\n1, 3, 1", "All points are of one class; there is nothing to tell apart."),
      (
        "1, 2, 1\n1, x, 0\n3, 4, 2\n5\n1, 0\n1 2 3 4",
        """
        Line 2: 'x' is no number up to a million.
        Line 3: the class is 2, but it has to be 0 or 1.
        Line 4: there is one number, but a point has one or two and its class behind them.
        Line 5: there are 2 numbers, but the first point has 3.
        Line 6: there are 4 numbers, but a point has one or two and its class behind them.
        """
      ),
      (
        "1, inf, 0\n1, nan, 0",
        "Line 1: 'inf' is no number up to a million.\nLine 2: 'nan' is no number up to a million."
      ),
    ])
  func faults(_ text: String, _ says: String) {
    #expect(throws: TrainingFault(says)) { try DataSet(pasted: text) }
  }

  @Test("of many faults five are told, and of too many points none is taken")
  func many() {
    let wrong = Array(repeating: "x 1 0", count: 9).joined(separator: "\n")
    let fault = #expect(throws: TrainingFault.self) { try DataSet(pasted: "1 1 1\n" + wrong) }
    #expect(fault?.text.hasSuffix("And 4 more.") == true)
    let points = (0...DataSet.mostPoints).map { "\($0) 1 \($0 % 2)" }.joined(separator: "\n")
    #expect(throws: TrainingFault("There are 1001 points; at most 1000 are taken.")) {
      try DataSet(pasted: points)
    }
  }
}
