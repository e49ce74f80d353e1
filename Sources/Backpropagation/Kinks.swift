import Numerics

/// Watches whether a relu, or a margin of the hinge loss, changes side between `w + ε` and `w − ε`.
///
/// There the loss has a kink and its central difference is no derivative. So has a relu that sits
/// on its kink at w and moves at all.
struct Kinks {
  /// What has a kink at 0 for one sample; `place` is where its layer has it among a sample's numbers.
  private struct Hinge {
    let sample: Int
    let place: Int
    /// The output's number, for a margin 1 − y a; nil for the z of a unit.
    let output: Int?
    var sitsOnKink = false
    var above = 0.0

    func value(_ workspace: borrowing Workspace) -> Double {
      let cache = workspace.cache(of: sample)
      return output.map { 1 - cache.y[$0] * cache.a[place] } ?? cache.z[place]
    }
  }

  private var hinges: [Hinge] = []

  /// The kinks of a workspace whose last forward pass was at w.
  init(_ workspace: borrowing Workspace) {
    let architecture = workspace.architecture
    for sample in 0..<workspace.sampleCount {
      for layer in architecture.layers {
        let isMargin = layer.number == architecture.layers.count && architecture.loss == .hinge
        for output in 0..<layer.outputs {
          let place = layer.neurons + output
          if layer.activation.hasKink {
            hinges.append(Hinge(sample: sample, place: place, output: nil))
          }
          if isMargin { hinges.append(Hinge(sample: sample, place: place, output: output)) }
        }
      }
    }
    for index in hinges.indices {
      hinges[index].sitsOnKink = Kink.side(of: hinges[index].value(workspace)) == 0
    }
  }

  /// Keeps the sides after the pass at `w + ε`.
  mutating func remember(_ workspace: borrowing Workspace) {
    for index in hinges.indices { hinges[index].above = hinges[index].value(workspace) }
  }

  /// Whether the pass at `w − ε` left something on another side, or moved it off its kink.
  func areCrossed(by workspace: borrowing Workspace) -> Bool {
    for hinge in hinges {
      let value = hinge.value(workspace)
      if Kink.isAlive(value) != Kink.isAlive(hinge.above) { return true }
      if hinge.sitsOnKink, value != hinge.above { return true }
    }
    return false
  }
}
