import Backpropagation
import Numerics
import Testing
import Training

@Suite struct TrainingRunTests {
  @Test("2-8-8-1 learns the two moons in 2,000 epochs with η = 0.5")
  func moons() throws {
    var run = try started("")
    #expect(run.settings.sizes == [2, 8, 8, 1])
    run.run(epochs: 2000)
    #expect(run.epoch == 2000)
    #expect(run.now.testAccuracy ?? 0 >= 0.97)
    #expect(run.now.accuracy >= 0.97)
  }

  @Test(
    "it does on other seeds, with tanh, and with steps after each point",
    arguments: ["seed 2", "seed 4", "seed 7", "activation tanh", "steps online\nrate 0.05"])
  func otherwise(_ settings: String) throws {
    var run = try started(settings)
    while run.epoch < 2000, run.now.testAccuracy ?? 0 < 0.97 { run.run(epochs: 100) }
    #expect(run.now.testAccuracy ?? 0 >= 0.97)
  }

  @Test(
    "XOR and the four points on a line are learned",
    arguments: [
      "data xor\nhidden 4\nactivation tanh", "data xor\nhidden 2\nactivation sigmoid\nloss squared",
      "data four\nhidden 4\nactivation tanh",
    ])
  func fourPoints(_ settings: String) throws {
    var run = try started(settings)
    run.run(epochs: 5000)
    #expect(run.course == .allRight)
    #expect(run.now.testAccuracy == nil)
  }

  @Test("an epoch is a step of gradient descent on all points")
  func epoch() throws {
    var run = try started("hidden 3\nactivation tanh\nrate 0.1")
    let network = try Network(run.architecture, parameters: run.parameters)
    let points = run.settings.data.training
    let samples = try Samples(
      inputs: points.map { $0.input }, targets: points.map { [$0.target] })
    let gradients = try network.gradients(for: samples)
    #expect(abs(run.now.loss - gradients.forwardPass.loss) <= 1e-12)
    let wanted = network.gradientDescentStep(gradients, learningRate: 0.1).parameters
    run.run(epochs: 1)
    #expect(zip(run.parameters, wanted).allSatisfy { abs($0 - $1) <= 1e-12 })
  }

  @Test("it comes to the same however the epochs are sliced")
  func slices() throws {
    for steps in ["batch", "online"] {
      var (whole, sliced) = (try started("steps \(steps)"), try started("steps \(steps)"))
      whole.run(epochs: 60)
      for epochs in [1, 9, 0, 50] { sliced.run(epochs: epochs) }
      #expect(whole.parameters == sliced.parameters)
      #expect(whole.now == sliced.now)
      #expect(whole.marks == sliced.marks)
    }
  }

  @Test("not more marks are kept than a curve can show, the beginning always")
  func marks() throws {
    var run = try started("data xor\nhidden 2\nactivation tanh")
    run.run(epochs: 10_000)
    #expect((100...240).contains(run.marks.count))
    #expect(run.marks.first?.epoch == 0)
    let gaps = Set(zip(run.marks, run.marks.dropFirst()).map { $1.epoch - $0.epoch })
    #expect(gaps.count == 1)
  }

  @Test("words where it diverges, is no number, is dead or stuck")
  func trouble() throws {
    let diverging = try trouble("rate 100\nactivation tanh", 50)
    #expect(diverging.hasPrefix("It diverges: the loss has grown from 0.706 at the beginning to "))
    #expect(diverging.contains("Every step of η = 100 times the gradient"))
    #expect(
      try trouble("rate 1e200", 50).hasPrefix(
        "In epoch 2 the loss is no longer a number (NaN): the weights have grown past what a number "
          + "can hold. Before it was 0.67. A step of η = 10²⁰⁰ times"))
    #expect(
      try trouble("rate 100", 50).hasPrefix(
        "Dead: all 8 units of layer 2 are 0 for every point, and so is ReLU′ there."))
    #expect(
      try trouble("data xor\nhidden 2\nseed 3", 2000).hasPrefix(
        "Dead: both units of layer 1 are 0 for every point"))
    let stuck = try trouble("rate 1000\nactivation sigmoid\nloss squared", 50)
    #expect(stuck.hasPrefix("It is stuck: the gradient is only "))
    #expect(stuck.contains("The units are saturated"))
  }

  @Test("after NaN or death no epoch follows")
  func over() throws {
    for rate in ["1e200", "100"] {
      var run = try started("rate \(rate)")
      run.run(epochs: 50)
      let epoch = run.epoch
      #expect(run.course.isOver)
      run.run(epochs: 50)
      #expect(run.epoch == epoch)
    }
  }

  @Test("what is said aloud is a milestone, not every step")
  func news() throws {
    var run = try started("data xor\nhidden 4\nactivation tanh")
    var said: [String] = []
    for _ in 0..<200 {
      let before = run
      run.run(epochs: 10)
      if let news = run.news(since: before) { said.append(news) }
    }
    #expect((2...6).contains(said.count))
    #expect(said.last?.hasPrefix("Epoch 2,000: the loss is ") == true)
    #expect(said.last?.hasSuffix(" of the 4 points are right.") == true)
  }

  @Test(
    "what cannot be is said",
    arguments: [
      (
        "hidden 8 x",
        "The hidden layers are whole numbers from 1 to 64, such as 8, 8; at most 8 of them."
      ),
      (
        "hidden 65",
        "The hidden layers are whole numbers from 1 to 64, such as 8, 8; at most 8 of them."
      ),
      ("rate 0", "η has to be a number above 0, with a point where there are decimals."),
      ("rate 0,5", "η has to be a number above 0, with a point where there are decimals."),
      ("seed -1", "The seed has to be a whole number from 0 to 999999999."),
      ("data own\npoints\n1 2", "All points are of one class; there is nothing to tell apart."),
    ])
  func faults(_ text: String, _ says: String) {
    let says = text.hasSuffix("1 2") ? "Line 1: the class is 2, but it has to be 0 or 1." : says
    #expect(throws: TrainingFault(says)) { try TrainingSettings(KeyedLines(text)) }
  }

  private func started(_ text: String) throws -> TrainingRun {
    try TrainingRun(TrainingSettings(KeyedLines(text)))
  }

  private func trouble(_ text: String, _ epochs: Int) throws -> String {
    var run = try started(text)
    run.run(epochs: epochs)
    return try #require(run.course.words(of: run.settings))
  }
}
