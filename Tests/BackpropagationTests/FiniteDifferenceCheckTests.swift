import Backpropagation
import Testing

@Suite("FiniteDifferenceCheck")
struct FiniteDifferenceCheckTests {
  private static func check(_ name: String, in file: String = "seed-networks", step: Double = 1e-5)
    throws -> FiniteDifferenceCheck
  {
    let golden = try GoldenCase.named(name, in: file)
    return try FiniteDifferenceCheck(
      of: golden.network.network(), on: golden.network.samples(), step: step)
  }

  @Test("The worked example's table, row by row", arguments: zip(workedTable.indices, workedTable))
  func workedExample(index: Int, printed: (name: String, gradient: String)) throws {
    let check = try Self.check("worked-3-2-2-1")
    let row = check.rows[index]
    #expect(check.rows.count == 17)
    #expect(row.parameter.description == printed.name)
    #expect(try isPrinted(row.analytical, as: printed.gradient))
    #expect(try isPrinted(row.numerical, as: printed.gradient))
    #expect(row.relativeError < 1e-8)
    #expect(row.isDifferentiable)
  }

  @Test("The worked example's two losses around the first weight")
  func losses() throws {
    let row = try Self.check("worked-3-2-2-1").rows[0]
    #expect(try isPrinted(row.lossAbove, as: "0.0610508970"))
    #expect(try isPrinted(row.lossBelow, as: "0.0610509394"))
    #expect(try isPrinted(row.numerical, as: "-0.0021205891"))
    #expect(try isPrinted(row.analytical, as: "-0.0021205891"))
  }

  @Test("The walkthrough's numerical gradient, with its step of 1e-6")
  func walkthrough() throws {
    let rows = try Self.check("walkthrough-2-2-1", step: 1e-6).rows
    let weights = rows.filter { $0.parameter.name == "W2" }
    #expect(weights.map(\.parameter.index) == [[1, 1], [1, 2]])
    #expect(try isPrinted(weights[0].numerical, as: "-0.185165"))
    #expect(try isPrinted(weights[1].numerical, as: "-0.202611"))
  }

  @Test(
    "Every gradient of every golden network passes where the loss is differentiable",
    arguments: try ["seed-networks", "random-networks", "combinations"].flatMap(
      GoldenCase.all(in:)))
  func golden(golden: GoldenCase) throws {
    let check = try FiniteDifferenceCheck(
      of: golden.network.network(), on: golden.network.samples())
    #expect(check.rows.contains { $0.isDifferentiable })
    #expect(check.disagreements == [])
    for row in check.rows where row.isDifferentiable {
      #expect(abs(row.analytical - row.numerical) <= 1e-8 + 1e-6 * abs(row.analytical), "\(row)")
    }
  }

  @Test("Exactly the parameters that move a relu off its kink are not differentiable")
  func kink() throws {
    let rows = try Self.check("diagonal-flip-4-3-4").rows
    #expect(
      rows.filter { !$0.isDifferentiable }.map(\.parameter.description) == [
        "W1[1, 1]", "W1[1, 3]", "W1[1, 4]", "b1[1]",
      ])
    #expect(rows[0].description.hasPrefix("W1[1, 1]: analytical 0.0, numerical -0.0487"))
    #expect(rows[0].description.hasSuffix(", not differentiable here"))
  }

  @Test(
    "A relu that changes side between the two passes is a kink too",
    arguments: [
      (0.5e-5, false), (-0.5e-5, false), (2e-5, true), (-2e-5, true), (0, false),
    ])
  func changeOfSide(bias: Double, isDifferentiable: Bool) throws {
    let network = try Network(
      sizes: [1, 1], activations: [.relu], loss: .halfSquaredError, weights: [[[0]]],
      biases: [[bias]])
    let check = try FiniteDifferenceCheck(of: network, on: Samples(input: [1], target: [1]))
    #expect(check.rows.map(\.isDifferentiable) == [isDifferentiable, isDifferentiable])
  }

  @Test("A relu that sits on its kink and moves by less than its width is a kink")
  func smallMove() throws {
    let network = try Network(
      sizes: [1, 1], activations: [.relu], loss: .halfSquaredError, weights: [[[0]]],
      biases: [[0]])
    let check = try FiniteDifferenceCheck(of: network, on: Samples(input: [1e-6], target: [1]))
    #expect(check.rows.map(\.isDifferentiable) == [false, false])
  }

  @Test("A wrong entry is found where it is")
  func wrongGradient() throws {
    let golden = try GoldenCase.named("chapter16-2-3-1")
    let network = try golden.network.network()
    let samples = try golden.network.samples()
    var gradient = try network.gradients(for: samples).parameterGradients
    gradient[4] *= 2
    let check = try FiniteDifferenceCheck(of: network, on: samples, analytical: gradient)
    #expect(check.disagreements.map(\.parameter.description) == ["W1[3, 1]"])
    #expect(abs(check.disagreements[0].relativeError - 1.0 / 3) < 1e-5)
  }
}

/// Name, and the gradient printed as both the analytical and the numerical one.
private let workedTable: [(name: String, gradient: String)] = [
  ("W1[1, 1]", "-0.00212059"), ("W1[1, 2]", "-0.00106029"), ("W1[1, 3]", "0.00212059"),
  ("W1[2, 1]", "-0.00234656"), ("W1[2, 2]", "-0.00117328"), ("W1[2, 3]", "0.00234656"),
  ("b1[1]", "-0.00212059"), ("b1[2]", "-0.00234656"),
  ("W2[1, 1]", "-0.00244888"), ("W2[1, 2]", "-0.00275340"), ("W2[2, 1]", "-0.00280774"),
  ("W2[2, 2]", "-0.00315689"), ("b2[1]", "-0.00489775"), ("b2[2]", "-0.00561548"),
  ("W3[1, 1]", "-0.05647055"), ("W3[1, 2]", "-0.06121981"), ("b3[1]", "-0.07943570"),
]
