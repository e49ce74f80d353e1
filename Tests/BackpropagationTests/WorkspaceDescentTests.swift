import Backpropagation
import Testing

@Suite("Descent in a workspace")
struct WorkspaceDescentTests {
  @Test("A step on all samples is that of the network's own gradients")
  func batch() throws {
    let (network, samples) = try sample()
    let gradients = try network.gradients(for: samples)
    let wanted = network.gradientDescentStep(gradients, learningRate: 0.3).parameters
    var workspace = Workspace(for: network.architecture, sampleCount: samples.count)
    try workspace.load(samples)
    var parameters = network.parameters
    let loss = workspace.descend(&parameters, learningRate: 0.3)
    #expect(loss == gradients.forwardPass.loss)
    #expect(zip(parameters, wanted).allSatisfy { abs($0 - $1) <= 1e-12 })
    #expect(workspace.gradient(at: network.parameters) == gradients.parameterGradients)
  }

  @Test("A step on one sample is that of its gradients alone, whatever was there before")
  func online() throws {
    let (network, samples) = try sample()
    var workspace = Workspace(for: network.architecture, sampleCount: samples.count)
    try workspace.load(samples)
    var parameters = network.parameters
    workspace.descend(&parameters, on: 0, learningRate: 0.3)
    let inputs = samples.inputs.transposed.rowLists, targets = samples.targets.transposed.rowLists
    let moved = try Network(network.architecture, parameters: parameters)
    let gradients = try moved.gradients(for: Samples(input: inputs[1], target: targets[1]))
    let wanted = moved.gradientDescentStep(gradients, learningRate: 0.3).parameters
    let loss = workspace.descend(&parameters, on: 1, learningRate: 0.3)
    #expect(loss == gradients.forwardPass.loss)
    #expect(zip(parameters, wanted).allSatisfy { abs($0 - $1) <= 1e-12 })
  }

  @Test("Outputs, losses and dead units are those of the last forward pass")
  func measuring() throws {
    let architecture = try Architecture(
      sizes: [1, 2, 1], activations: [.relu, .sigmoid], loss: .halfSquaredError)
    let samples = try Samples(inputs: [[1], [2]], targets: [[0], [1]])
    var workspace = Workspace(for: architecture, sampleCount: 2)
    try workspace.load(samples)
    // The first unit is −1 and −2 before ReLU, the second one 1 and 2.
    let parameters = [-1.0, 1, 0, 0, 5, 0, 0]
    #expect(workspace.loss(of: parameters) == 0.125)
    #expect(workspace.output(of: 1) == 0.5)
    #expect(workspace.deadUnits(ofLayer: 1) == 1)
    #expect(workspace.deadUnits(ofLayer: 2) == 0)
    workspace.setInput([-3], of: 0)
    workspace.loss(of: parameters)
    #expect(workspace.deadUnits(ofLayer: 1) == 0)
    #expect(workspace.output(of: 0) > 0.99)
  }

  @Test(
    "Slopes are those of the Jacobian", arguments: Activation.allCases.filter { $0 != .softmax })
  func slopes(_ activation: Activation) {
    let z = [-2, -0.5, 0, 0.5, 2]
    let jacobian = activation.jacobian(at: z)
    #expect(
      activation.slopes(at: z)
        == z.indices.map { jacobian[$0, $0] })
  }

  private func sample() throws -> (Network, Samples) {
    let golden = try GoldenCase.named("relu, tanh, sigmoid", in: "combinations")
    return (try golden.network.network(), try golden.network.samples())
  }
}
