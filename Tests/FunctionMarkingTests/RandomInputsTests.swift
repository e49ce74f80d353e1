import Exercises
import LocatedJSON
import TestSupport
import Testing

@testable import FunctionMarking

@Suite("Inputs drawn at random")
struct RandomInputsTests {
  private func arguments(
    _ declaration: String, _ change: (inout RandomInputs) -> Void
  ) throws -> [[FunctionValue]] {
    var random = RandomInputs()
    change(&random)
    return random.arguments(for: try Signature(reading: declaration))
  }

  // The golden numbers were calculated by another program from the reference of SplitMix64.

  @Test("the numbers are the same on every machine")
  func golden() throws {
    let vectors = try arguments("func f(_ z: [Double]) -> Double") {
      $0.count = 2
      $0.shapes = ["z": [2]]
    }
    #expect(
      vectors == [
        [[0.1331231503445618, 0.49156351452540226]], [[0.9420055071735924, -0.11128156588845584]],
      ])
    let wholes = try arguments("func f(_ n: Int) -> Int") {
      ($0.count, $0.seed, $0.from, $0.to) = (8, -7, 0, 9)
    }
    #expect(wholes == [4, 4, 9, 1, 5, 8, 5, 0].map { [.int($0)] })
    let flags = try arguments("func f(_ isLast: Bool) -> Int") { ($0.count, $0.seed) = (8, 3) }
    #expect(
      flags == [true, false, false, true, true, false, true, false].map { [.bool($0)] })
  }

  @Test("networks are the same on every machine")
  func goldenNetwork() throws {
    let declaration = """
      func f(weights: [[[Double]]], biases: [[Double]], x: [Double], y: [Double],
        learningRate: Double) -> Double
      """
    let networks = try arguments(declaration) {
      ($0.count, $0.seed) = (1, 5)
      $0.networks = .init()
    }
    #expect(
      networks == [
        [
          [
            [
              [
                -0.23878214476275694, 0.9711270477197054, 0.022202977456984074,
                -0.14709732186945312,
              ]
            ], [[0.2068811093351557]],
          ],
          [[-0.09904981723686923], [-0.7265953373480043]],
          [0.7485011953473839, -0.0945855428643314, 0.9093575753670493, 0.8779503978320313],
          [0.7979918666507091], 0.16594558459888537,
        ]
      ])
  }

  @Test("lists have the lengths asked for, and numbers lie within their bounds")
  func shapes() throws {
    let drawn = try arguments("func f(_ W: [[Double]], n: Int, x: [Double]) -> Double") {
      $0.shapes = ["W": [2, 3], "x": [0]]
      ($0.from, $0.to, $0.count) = (-2, 5, 100)
    }
    #expect(drawn.count == 100)
    for arguments in drawn {
      let W: FunctionValue = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
      #expect(arguments[0].hasShape(of: W))
      #expect(arguments[2] == [])
      #expect(arguments[0].numbers.allSatisfy { (-2..<5).contains($0) })
    }
    let wholes = Set(drawn.flatMap { $0[1].numbers })
    #expect(wholes == [-2, -1, 0, 1, 2, 3, 4, 5])
  }

  @Test("what is fixed is the same every time, and the rest is drawn")
  func fixed() throws {
    let drawn = try arguments("func f(_ x: Double, rate: Double) -> Double") {
      $0.fixed = ["rate": 0.5]
    }
    #expect(drawn.allSatisfy { $0[1] == 0.5 })
    #expect(Set(drawn.map { $0[0] }).count == drawn.count)
  }

  private static let network = """
    func f(weights: [[[Double]]], biases: [[Double]], x: [Double], y: [Double], X: [[Double]],
      Y: [[Double]], learningRate: Double) -> Double
    """

  @Test("networks fit their samples, and are of every size asked for")
  func networks() throws {
    let signature = try Signature(reading: Self.network)
    var random = RandomInputs(count: 400)
    random.networks = .init(layers: 2...4, units: 1...3)
    var depths: Set<Int> = []
    var widths: Set<Int> = []
    for drawn in random.arguments(for: signature) {
      let arguments = ReferenceArguments(signature, drawn, NetworkSetting())
      let network = try #require(arguments.network)
      _ = try network.gradients(for: try #require(arguments.sample))
      _ = try network.gradients(for: try #require(arguments.samples))
      depths.insert(network.layers.count)
      widths.formUnion(network.sizes)
      let rate = try #require(arguments.number("learningRate"))
      #expect(rate > 0 && rate < 1)
    }
    #expect(depths == [2, 3, 4])
    #expect(widths == [1, 2, 3])
  }

  @Test("the targets of one sample differ, and add up to 1 for cross-entropy alone")
  func targets() throws {
    for addUp in [false, true] {
      var random = RandomInputs(count: 50)
      var setting = NetworkSetting()
      setting.loss = addUp ? .crossEntropy : .halfSquaredError
      random.networks = .init(layers: 1...2, units: 2...4, setting: setting)
      for drawn in random.arguments(for: try Signature(reading: Self.network)) {
        let y = drawn[3].numbers
        #expect(Set(y).count == y.count)
        #expect(y.allSatisfy { $0 > 0 && $0 < 1 })
        let columns = drawn[5].tensor.map { Y in
          (0..<Y.shape.columns).map { column in
            (0..<y.count).reduce(0) { $0 + Y.entries[$1 * Y.shape.columns + column] }
          }
        }
        let sums = try #require(columns) + [y.reduce(0, +)]
        #expect(sums.allSatisfy { (abs($0 - 1) < 1e-12) == addUp })
      }
    }
  }

  @Test("the loss of a step decides whether targets add up to 1")
  func targetsOfSteps() throws {
    for (loss, output, sum) in [
      ("cross-entropy", "softmax", true), ("half-squared-error", "sigmoid", false),
    ] {
      let exercise = try Exercise.code(
        """
        { "name": "backward", "kind": "code", "reference": "network.gradients",
          "function":
            "func backward(_ weights: [[[Double]]], _ biases: [[Double]], x: [Double], y: [Double]) -> (dW: [[[Double]]], db: [[Double]])",
          "network": { "output": "\(output)", "loss": "\(loss)" },
          "inputs": { "random": { "network": { "units": [2, 4] } } } }
        """)
      for one in try exercise.codeTasks[0].cases.made().get() {
        #expect((abs(one.arguments[3].numbers.reduce(0, +) - 1) < 1e-12) == sum)
      }
    }
  }
}
