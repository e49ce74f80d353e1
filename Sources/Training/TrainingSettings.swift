import Backpropagation
import Numerics

/// What a network is made of and how it is trained.
package struct TrainingSettings: Sendable {
  package var data: DataSet
  /// The sizes of the hidden layers.
  package var hidden = [8, 8]
  /// The function of the hidden layers; the output is a sigmoid.
  package var activation = Activation.relu
  package var loss = Loss.binaryCrossEntropy
  package var initialisation = Initialisation.he
  package var learningRate = 0.5
  /// Whether a step is taken after each point, and not after all of them together.
  package var isOnline = false
  package var seed: UInt64 = 1

  package init(_ data: DataSet) { self.data = data }

  package var sizes: [Int] { [data.dimension] + hidden + [1] }
}

// MARK: - As a page asks for it

extension TrainingSettings {
  /// The most hidden layers, and the most units in one.
  package static let most = (layers: 8, units: 64)

  /// - Throws: What cannot be, in a sentence.
  package init(_ lines: KeyedLines) throws(TrainingFault) {
    seed = try lines.seed()
    switch lines.value("data") {
    case "xor": data = .xor
    case "four": data = .fourOnALine
    case "own": data = try DataSet(pasted: lines.rest)
    default: data = .moons(seed: seed)
    }
    hidden = try TrainingSettings.hidden(lines.value("hidden") ?? "8 8")
    activation = Activation(rawValue: lines.value("activation") ?? "") ?? .relu
    if activation == .softmax || activation == .identity { activation = .relu }
    loss = lines.value("loss") == "squared" ? .halfSquaredError : .binaryCrossEntropy
    initialisation =
      Initialisation(rawValue: lines.value("initialisation") ?? "")
      ?? (activation == .relu ? .he : .xavier)
    learningRate = try lines.rate("rate", otherwise: 0.5)
    isOnline = lines.value("steps") == "online"
  }

  private static func hidden(_ text: String) throws(TrainingFault) -> [Int] {
    let words = text.split { $0 == "," || $0 == "-" || $0.isWhitespace }
    let sizes = words.compactMap { Int(String($0)) }
    guard sizes.count == words.count, sizes.count <= most.layers,
      sizes.allSatisfy({ (1...most.units).contains($0) })
    else {
      throw TrainingFault(
        "The hidden layers are whole numbers from 1 to \(most.units), such as 8, 8; at most "
          + "\(most.layers) of them.")
    }
    return sizes
  }
}
