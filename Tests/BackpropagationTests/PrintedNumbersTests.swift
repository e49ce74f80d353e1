import Backpropagation
import Testing

/// The numbers printed in the course's documents, to the digits printed there.
///
/// Where a document writes weights as [source][destination], the indices here are swapped.
@Suite("The documents' printed numbers")
struct PrintedNumbersTests {
  @Test("The worked example of a 3-2-2-1 network", arguments: workedExampleNumbers)
  func workedExample(quantity: String, printed: String) throws {
    let value = try #require(try Quantities(.named("worked-3-2-2-1")).values[quantity])
    #expect(try isPrinted(value, as: printed), "\(quantity) is \(value)")
  }

  @Test("The walkthrough of a 2-2-1 network", arguments: walkthroughNumbers)
  func walkthrough(quantity: String, printed: String) throws {
    let value = try #require(try Quantities(.named("walkthrough-2-2-1")).values[quantity])
    #expect(try isPrinted(value, as: printed), "\(quantity) is \(value)")
  }

  @Test("The chapter's 2-3-1 network and its step with η = 0.5", arguments: chapterNumbers)
  func chapter(quantity: String, printed: String) throws {
    let value = try #require(try Quantities(.named("chapter16-2-3-1")).values[quantity])
    #expect(try isPrinted(value, as: printed), "\(quantity) is \(value)")
  }

  @Test("The diagonal flip with two dead neurons", arguments: diagonalFlipNumbers)
  func diagonalFlip(quantity: String, printed: String) throws {
    let value = try #require(try Quantities(.named("diagonal-flip-4-3-4")).values[quantity])
    #expect(try isPrinted(value, as: printed), "\(quantity) is \(value)")
  }

  @Test("The norms of the gradient flow", arguments: gradientFlowNorms)
  func gradientFlow(layer: Int, printed: String) throws {
    let sigmoid = try Self.norms(of: "gradient flow, sigmoid")
    #expect(try isPrinted(sigmoid[layer - 1], as: printed))
    #expect(try Self.norms(of: "gradient flow, relu")[layer - 1] == 0)
  }

  @Test("The ratio of the first layer's norm to the last one's")
  func ratio() throws {
    let norms = try Self.norms(of: "gradient flow, sigmoid")
    #expect(try isPrinted(norms[0] / norms[5], as: "8.110576e-04"))
  }

  private static func norms(of name: String) throws -> [Double] {
    let golden = try GoldenCase.named(name, in: "gradient-flow")
    return try golden.network.network().gradients(for: golden.network.samples()).errorSignals
      .map { $0.entries.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }
}

private let gradientFlowNorms = [
  (1, "7.002996e-05"), (2, "3.228558e-04"), (3, "1.354784e-03"), (4, "6.242221e-03"),
  (5, "3.025070e-02"), (6, "8.634400e-02"),
]

private let workedExampleNumbers = [
  ("z1[1]", "0.0000"), ("z1[2]", "0.2500"), ("a1[1]", "0.5000"), ("a1[2]", "0.5622"),
  ("z2[1]", "0.8997"), ("z2[2]", "1.2122"), ("a2[1]", "0.7109"), ("a2[2]", "0.7707"),
  ("z3[1]", "0.6215"), ("a3[1]", "0.6506"), ("L", "0.0611"),
  ("slope3[1]", "0.2273"), ("slope2[1]", "0.2055"), ("slope2[2]", "0.1767"),
  ("slope1[1]", "0.2500"), ("slope1[2]", "0.2461"),
  ("delta3[1]", "-0.0794"), ("delta2[1]", "-0.00490"), ("delta2[2]", "-0.00562"),
  ("delta1[1]", "-0.00212"), ("delta1[2]", "-0.00235"),
  ("dW1[1, 1]", "-0.00212"), ("dW1[1, 2]", "-0.00106"), ("dW1[1, 3]", "0.00212"),
  ("dW1[2, 1]", "-0.00235"), ("dW1[2, 2]", "-0.00117"), ("dW1[2, 3]", "0.00235"),
]

private let walkthroughNumbers = [
  ("z1[1]", "0.1"), ("z1[2]", "0.3"), ("a1[1]", "0.525"), ("a1[2]", "0.5744"),
  ("z2[1]", "0.6072"), ("a2[1]", "0.6473"), ("L", "0.435"),
  ("delta2[1]", "-0.3527"), ("dW2[1, 1]", "-0.1852"), ("dW2[1, 2]", "-0.2026"),
  ("dW2[1, 1]", "-0.185165"), ("dW2[1, 2]", "-0.202611"),
  ("delta1[1]", "-0.044"), ("delta1[2]", "-0.0517"), ("dW1[1, 1]", "-0.044"), ("dW1[1, 2]", "0"),
  ("dW1[2, 1]", "-0.0517"), ("dW1[2, 2]", "0"),
]

private let chapterNumbers = [
  ("z1[1]", "0.377500"), ("z1[2]", "0.392500"), ("z1[3]", "0.407500"), ("a1[1]", "0.593270"),
  ("a1[2]", "0.596884"), ("a1[3]", "0.600488"),
  ("z2[1]", "1.406150"), ("a2[1]", "0.803158"), ("L", "0.314550"), ("slope2[1]", "0.158095"),
  ("delta2[1]", "0.125394"),
  ("upstream1[1]", "0.050158"), ("upstream1[2]", "0.056428"), ("upstream1[3]", "0.062697"),
  ("slope1[1]", "0.241301"), ("slope1[2]", "0.240613"), ("slope1[3]", "0.239902"),
  ("delta1[1]", "0.012103"), ("delta1[2]", "0.013577"), ("delta1[3]", "0.015041"),
  ("dW2[1, 1]", "0.074393"), ("dW2[1, 2]", "0.074846"), ("dW2[1, 3]", "0.075298"),
  ("dW1[1, 1]", "0.00060516"), ("dW1[1, 2]", "0.00121031"), ("dW1[2, 1]", "0.00067886"),
  ("dW1[2, 2]", "0.00135772"), ("dW1[3, 1]", "0.00075206"), ("dW1[3, 2]", "0.00150412"),
  ("db2[1]", "0.125394"), ("db1[1]", "0.012103"), ("db1[2]", "0.013577"), ("db1[3]", "0.015041"),
  ("W2_new[1, 1]", "0.36280361"), ("W2_new[1, 2]", "0.41257699"), ("W2_new[1, 3]", "0.46235104"),
  ("W1_new[1, 1]", "0.14969742"), ("W1_new[1, 2]", "0.19939484"), ("W1_new[2, 1]", "0.24966057"),
  ("W1_new[2, 2]", "0.29932114"), ("W1_new[3, 1]", "0.34962397"), ("W1_new[3, 2]", "0.39924794"),
  ("y_new", "0.781491"), ("L_new", "0.297599"),
]

private let diagonalFlipNumbers = [
  ("z1[1]", "0.0"), ("z1[2]", "-0.1"), ("z1[3]", "0.5"), ("a1[1]", "0.0"), ("a1[2]", "0.0"),
  ("a1[3]", "0.5"),
  ("a2[1]", "0.1"), ("a2[2]", "-0.1"), ("a2[3]", "-0.05"), ("a2[4]", "-0.25"), ("L", "0.896"),
  ("L", "0.8963"),
  ("delta2[1]", "-0.45"), ("delta2[2]", "-0.55"), ("delta2[3]", "-0.025"),
  ("delta2[4]", "-0.625"),
  ("upstream1[1]", "-0.0975"), ("upstream1[2]", "-0.3475"), ("upstream1[3]", "0.44"),
  ("slope1[1]", "0"), ("slope1[2]", "0"), ("slope1[3]", "1"), ("delta1[1]", "0"),
  ("delta1[2]", "0"), ("delta1[3]", "0.44"),
  ("db2[1]", "-0.45"), ("db2[2]", "-0.55"), ("db2[3]", "-0.025"), ("db2[4]", "-0.625"),
  ("db1[1]", "0"), ("db1[2]", "0"), ("db1[3]", "0.44"),
  ("dW1[3, 1]", "0.44"), ("dW1[3, 2]", "0"), ("dW1[3, 3]", "0.44"), ("dW1[3, 4]", "0.44"),
  ("dW1[1, 1]", "0"), ("dW1[1, 2]", "0"), ("dW1[1, 3]", "0"), ("dW1[1, 4]", "0"),
  ("dW1[2, 1]", "0"), ("dW1[2, 2]", "0"), ("dW1[2, 3]", "0"), ("dW1[2, 4]", "0"),
  ("dW2[1, 1]", "0"), ("dW2[2, 1]", "0"), ("dW2[3, 1]", "0"), ("dW2[4, 1]", "0"),
  ("dW2[1, 2]", "0"), ("dW2[2, 2]", "0"), ("dW2[3, 2]", "0"), ("dW2[4, 2]", "0"),
  ("dW2[1, 3]", "-0.225"), ("dW2[2, 3]", "-0.275"), ("dW2[3, 3]", "-0.0125"),
  ("dW2[4, 3]", "-0.3125"),
]
