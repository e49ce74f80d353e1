import Backpropagation
import Testing

@Suite("Workspace")
struct WorkspaceTests {
  @Test("A workspace used again gives what a new one gives")
  func reuse() throws {
    let golden = try GoldenCase.named("softmax, softmax, softmax", in: "combinations")
    let network = try golden.network.network()
    let samples = try golden.network.samples()
    let fresh = try network.gradients(for: samples)
    var workspace = Workspace(for: network.architecture, sampleCount: samples.count)
    for scale in [2.0, 1] {
      let scaled = Matrix(
        rows: samples.inputs.rows, columns: samples.count,
        entries: samples.inputs.entries.map { $0 * scale })
      try workspace.load(Samples(inputs: scaled, targets: samples.targets))
      let loss = workspace.forward(network)
      workspace.backward(network)
      let gradients = workspace.parameterGradients
      #expect((loss == fresh.forwardPass.loss) == (scale == 1))
      #expect((gradients == fresh.parameterGradients) == (scale == 1))
    }
  }

  @Test("A batch has each sample's own δ, and the mean of their losses and gradients")
  func batch() throws {
    let golden = try GoldenCase.named("relu, tanh, sigmoid", in: "combinations")
    let network = try golden.network.network()
    let samples = try golden.network.samples()
    let whole = try network.gradients(for: samples)
    let singles = try zip(samples.inputs.transposed.rowLists, samples.targets.transposed.rowLists)
      .map { try network.gradients(for: Samples(input: $0, target: $1)) }
    for (index, single) in singles.enumerated() {
      for (whole, single) in zip(whole.errorSignals, single.errorSignals) {
        #expect(whole.transposed.rowLists[index] == single.entries)
      }
    }
    let mean = singles.reduce(0) { $0 + $1.forwardPass.loss } / Double(singles.count)
    expectAgreement([[whole.forwardPass.loss]], [[mean]], "loss")
    let gradients = whole.parameterGradients.indices.map { index in
      singles.reduce(0) { $0 + $1.parameterGradients[index] } / Double(singles.count)
    }
    expectAgreement([whole.parameterGradients], [gradients], "gradient")
  }
}
