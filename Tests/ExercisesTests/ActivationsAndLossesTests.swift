import Backpropagation
import Formulas
import Testing

@testable import Exercises

/// What it takes for an activation or a loss to be there as a whole; see CONTRIBUTING.
@Suite("Activations and losses, each as a whole")
struct ActivationsAndLossesTests {
  @Test(
    "Every activation is a function of the language, with a slope if it works entry by entry",
    arguments: Activation.allCases)
  func function(activation: Activation) throws {
    let function = try #require(Function(rawValue: activation.functionName))
    #expect(function.isActivation)
    #expect(function.hasDerivative == (activation != .softmax))
  }

  @Test("Every activation of the language is one of the engine", arguments: Function.activations)
  func activation(function: Function) {
    #expect(Activation.allCases.contains { $0.functionName == function.rawValue })
  }

  @Test(
    "Engine, reverse mode and differences agree on every activation in a hidden layer",
    arguments: Activation.allCases, NetworkBlock.WeightLayout.allCases)
  func hidden(activation: Activation, layout: NetworkBlock.WeightLayout) throws {
    for sampleCount in [nil, 3] {
      let network = RandomNetwork(
        sizes: [3, 4, 2], activations: [activation, .tanh], layout: layout,
        sampleCount: sampleCount)
      try expectThreeWays(network)
    }
  }

  @Test(
    "Engine, reverse mode and differences agree on every loss with an output that suits it",
    arguments: Loss.allCases, NetworkBlock.WeightLayout.allCases)
  func loss(loss: Loss, layout: NetworkBlock.WeightLayout) throws {
    for output in [Activation.sigmoid, .softmax] {
      for sampleCount in [nil, 3] {
        let network = RandomNetwork(
          sizes: [3, 4, 2], activations: [.tanh, output], loss: loss, layout: layout,
          sampleCount: sampleCount, isOneHot: false)
        try expectThreeWays(network)
      }
    }
  }

  private func expectThreeWays(_ network: RandomNetwork) throws {
    let verification = Verification(try exercise(network.text(seed: 1)))
    #expect(verification.problems.map(\.message) == [], "seed 1: \(network)")
    for row in verification.rows where ["delta", "dW", "db"].contains(where: row.step.hasPrefix) {
      #expect(row.agreements.map(\.method) == Verification.Method.allCases, "\(row.step)")
    }
  }
}
