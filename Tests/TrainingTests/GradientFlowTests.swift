import Backpropagation
import Testing
import Training

@Suite struct GradientFlowTests {
  @Test("10-20-20-20-20-20-1: sigmoid vanishes under Xavier, tanh and ReLU under He do not")
  func chapter() throws {
    let xavier = GradientFlow.Setting()
    #expect(xavier.sizes == [10, 20, 20, 20, 20, 20, 1])
    let sigmoid = try GradientFlow(xavier, .sigmoid)
    #expect(sigmoid.verdict == .vanishing)
    #expect(
      sigmoid.words
        == "From the output (layer 6) back to layer 1, ‖δ‖ goes from 0.413 to 0.000302: it is "
        + "divided by 1,368. Each layer multiplies it by 0.24 on average: Wᵀ by 0.99, f′ by 0.24. "
        + "σ′ is at most 0.25; here it is 0.24 on average.")
    #expect(try GradientFlow(xavier, .tanh).verdict == .steady)
    var he = xavier
    he.initialisation = .he
    #expect(try GradientFlow(he, .relu).verdict == .steady)
  }

  @Test("10-8-8-8-8-8-1: sigmoid vanishes on every seed")
  func narrow() throws {
    for seed in 1...20 {
      var setting = GradientFlow.Setting()
      setting.width = 8
      setting.seed = UInt64(seed)
      #expect(try GradientFlow(setting, .sigmoid).verdict == .vanishing)
    }
  }

  @Test("weights of deviation 1 explode under ReLU, and small ones vanish")
  func plain() throws {
    var setting = GradientFlow.Setting()
    setting.depth = 10
    setting.initialisation = .plain
    let flow = try GradientFlow(setting, .relu)
    #expect(flow.verdict == .exploding)
    #expect(flow.words.contains("it is multiplied by 49,9"))
    setting.initialisation = .small
    #expect(try GradientFlow(setting, .tanh).verdict == .vanishing)
  }

  @Test("a layer of dead units is said")
  func dead() throws {
    var setting = GradientFlow.Setting()
    (setting.width, setting.depth) = (1, 6)
    let flows = try (1...20).map { seed in
      setting.seed = UInt64(seed)
      return try GradientFlow(setting, .relu)
    }
    let dead = try #require(flows.first { $0.verdict == .dead })
    #expect(dead.words.contains("of layer "))
    #expect(dead.layers[0].errorSignal == 0)
    #expect(dead.ratio == 0)
  }

  @Test("the factors multiply to what is left of δ", arguments: [Activation.sigmoid, .tanh, .relu])
  func factors(_ activation: Activation) throws {
    let flow = try GradientFlow(GradientFlow.Setting(), activation)
    let product = flow.layers.reduce(1) { product, layer in
      product * (layer.factors.map { $0.weights * $0.slopes } ?? 1)
    }
    #expect(abs(product - flow.ratio) <= 1e-12 * flow.ratio)
    #expect(flow.layers.last?.slope == nil)
    #expect(flow.layers.dropLast().allSatisfy { (0...1).contains($0.slope ?? -1) })
  }

  @Test("the weights have the deviation of their initialisation")
  func deviations() throws {
    #expect(Initialisation.xavier.deviation(inputs: 10, outputs: 30) == 0.05.squareRoot())
    #expect(Initialisation.he.deviation(inputs: 8, outputs: 3) == 0.5)
    var setting = GradientFlow.Setting()
    setting.width = 64
    setting.initialisation = .he
    let layer = try GradientFlow(setting, .relu).layers[2]
    // ‖W‖² is about its number of entries times their variance, 2/64.
    #expect(abs(layer.weights - (64.0 * 64 * 2 / 64).squareRoot()) < 0.6)
  }

  @Test(
    "what cannot be is said",
    arguments: [
      ("depth 21", "The number of hidden layers has to be a whole number from 1 to 20."),
      ("width many", "The width has to be a whole number from 1 to 64."),
    ])
  func faults(_ text: String, _ says: String) {
    #expect(throws: TrainingFault(says)) { try GradientFlow.Setting(KeyedLines(text)) }
  }
}
