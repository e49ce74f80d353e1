import Numerics

/// Watches whether a relu changes side between `w + ε` and `w − ε`.
///
/// There the loss has a kink and its central difference is no derivative. So has a relu that sits
/// on its kink at w and moves at all.
struct Kinks {
  /// A relu neuron of one sample; `place` is where its layer has it among a sample's numbers.
  private struct Neuron {
    let sample: Int
    let place: Int
    let sitsOnKink: Bool
    var above = 0.0
    var isAliveAbove = false
  }

  private var neurons: [Neuron] = []

  /// The relus of a workspace whose last forward pass was at w.
  init(_ workspace: borrowing Workspace) {
    for sample in 0..<workspace.sampleCount {
      let cache = workspace.cache(of: sample)
      for layer in workspace.architecture.layers where layer.activation == .relu {
        for place in layer.neurons..<layer.neurons + layer.outputs {
          let sitsOnKink = Kink.side(of: cache.z[place]) == 0
          neurons.append(Neuron(sample: sample, place: place, sitsOnKink: sitsOnKink))
        }
      }
    }
  }

  /// Keeps the sides after the pass at `w + ε`.
  mutating func remember(_ workspace: borrowing Workspace) {
    for index in neurons.indices {
      let cache = workspace.cache(of: neurons[index].sample)
      neurons[index].above = cache.z[neurons[index].place]
      neurons[index].isAliveAbove = cache.a[neurons[index].place] > 0
    }
  }

  /// Whether the pass at `w − ε` left a relu on another side, or moved one off its kink.
  func areCrossed(by workspace: borrowing Workspace) -> Bool {
    for neuron in neurons {
      let cache = workspace.cache(of: neuron.sample)
      if (cache.a[neuron.place] > 0) != neuron.isAliveAbove { return true }
      if neuron.sitsOnKink, cache.z[neuron.place] != neuron.above { return true }
    }
    return false
  }
}
