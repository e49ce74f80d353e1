import Formulas
import Testing

@testable import Exercises

@Suite("Quantities")
struct QuantityTests {
  // MARK: Names

  /// The names of a network's values, and what they say.
  static let spellings: [(name: String, quantity: Quantity)] = [
    ("x", Quantity(.input)), ("X", Quantity(.input, isBatch: true)),
    ("y", Quantity(.target)), ("Y", Quantity(.target, isBatch: true)),
    ("W1", Quantity(.weight, layer: 1)), ("W12", Quantity(.weight, layer: 12)),
    ("b2", Quantity(.bias, layer: 2)), ("b", Quantity(.bias)),
    ("z1", Quantity(.preActivation, layer: 1)), ("z", Quantity(.preActivation)),
    ("Z3", Quantity(.preActivation, layer: 3, isBatch: true)),
    ("a2", Quantity(.activation, layer: 2)), ("a0", Quantity(.activation, layer: 0)),
    ("A1", Quantity(.activation, layer: 1, isBatch: true)),
    ("L", Quantity(.loss)), ("L_new", Quantity(.loss, isUpdated: true)),
    ("delta1", Quantity(.errorSignal, layer: 1)), ("delta", Quantity(.errorSignal)),
    ("dW2", Quantity(.weightGradient, layer: 2)), ("db3", Quantity(.biasGradient, layer: 3)),
    ("eta", Quantity(.learningRate)),
    ("W1_new", Quantity(.weight, layer: 1, isUpdated: true)),
    ("Z2_new", Quantity(.preActivation, layer: 2, isUpdated: true, isBatch: true)),
    // Words of the author's own; their numbers make them neighbours.
    ("h1", Quantity(.other("h"), layer: 1)), ("h", Quantity(.other("h"))),
    ("p_new", Quantity(.other("p"), isUpdated: true)),
    // The chapter's letters, but no name of the chapter's.
    ("x1", Quantity(.other("x"), layer: 1)), ("L2", Quantity(.other("L"), layer: 2)),
    ("eta1", Quantity(.other("eta"), layer: 1)), ("B1", Quantity(.other("B"), layer: 1)),
    ("w1", Quantity(.other("w"), layer: 1)), ("zeta", Quantity(.other("zeta"))),
    ("delta2_relu", Quantity(.other("delta2_relu"))), ("xenon", Quantity(.other("xenon"))),
    ("bias", Quantity(.other("bias"))), ("dW_1", Quantity(.other("dW_"), layer: 1)),
  ]

  @Test("A name is read, and written again as it was", arguments: spellings)
  func names(name: String, quantity: Quantity) {
    #expect(Quantity(reading: name) == quantity)
    #expect(quantity.name == name)
  }

  @Test("Greek letters are read as their names are")
  func greek() {
    #expect(Quantity(reading: "δ2") == Quantity(.errorSignal, layer: 2))
    #expect(Quantity(reading: "η") == Quantity(.learningRate))
  }

  @Test("Only x, y, z and a have letters of their own for several samples")
  func letters() {
    #expect(Quantity(.weight, layer: 1, isBatch: true) == Quantity(.weight, layer: 1))
    #expect(Quantity(.errorSignal, layer: 1, isBatch: true) == Quantity(.errorSignal, layer: 1))
    #expect(Quantity(.activation, layer: 1, isBatch: true) != Quantity(.activation, layer: 1))
  }

  // MARK: Relations

  @Test(
    "Going through layers ends at the input, which no update changes",
    arguments: [
      ("a2", 1, "a1"), ("a2_new", 1, "a1_new"), ("a2", 0, "x"), ("A2_new", 0, "X"),
      ("x", 2, "a2"), ("X", 1, "A1"), ("W2", 1, "W1"), ("delta1", 3, "delta3"), ("h1", 2, "h2"),
    ])
  func layers(name: String, layer: Int, other: String) {
    #expect(Quantity(reading: name).inLayer(layer).name == other)
  }

  @Test(
    "z and a stand on the two sides of the activation",
    arguments: [("z1", "a1"), ("a1_new", "z1_new"), ("Z2", "A2"), ("A2", "Z2"), ("z", "a")])
  func sides(name: String, other: String) {
    #expect(Quantity(reading: name).acrossActivation?.name == other)
  }

  @Test("Nothing else has another side", arguments: ["W1", "delta1", "L", "h1", "y"])
  func noSides(name: String) {
    #expect(Quantity(reading: name).acrossActivation == nil)
  }

  @Test("Before and after the update")
  func update() {
    #expect(Quantity(reading: "W1").updated.name == "W1_new")
    #expect(Quantity(reading: "W1_new").original.name == "W1")
  }

  // MARK: Equations

  @Test(
    "The equation of a value is the chapter's",
    arguments: [
      ("z1", "forward pass"), ("A2", "forward pass"), ("L", "definition of the loss"),
      ("L_new", "forward pass"), ("z1_new", "forward pass"), ("delta3", "BP1"),
      ("delta2", "BP2"), ("delta1", "BP2"), ("dW3", "BP3"), ("db1", "BP4"),
      ("W2_new", "gradient descent"), ("b2_new", "gradient descent"), ("W2", nil), ("x", nil),
      ("y", nil), ("eta", nil), ("h1", nil),
    ] as [(String, String?)])
  func equations(name: String, equation: String?) {
    #expect(Quantity(reading: name).equation(ofLayers: 3)?.rawValue == equation)
  }

  @Test("An equation is numbered where its name begins with a number of the chapter")
  func numbered() {
    #expect(
      Equation.allCases.filter { Equation.isNumbered($0.rawValue) } == [.bp1, .bp2, .bp3, .bp4])
    #expect(Equation.isNumbered("BP1 to BP4, averaged"))
    #expect(!Equation.isNumbered("the chain rule"))
  }
}
