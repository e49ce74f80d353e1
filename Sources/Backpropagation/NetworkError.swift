/// Why numbers that were given cannot make a network, or cannot be fed to one.
///
/// Layers are counted from 1, as in the chapter; layer 0 is the input.
package enum NetworkError: Error, Equatable {
  case noLayers(sizes: [Int])
  case emptyLayer(Int)
  case activationCount(found: Int, expected: Int)
  case weightMatrixCount(found: Int, expected: Int)
  case biasVectorCount(found: Int, expected: Int)
  case unevenWeights(layer: Int, UnevenLists)
  case weightShape(layer: Int, found: String, inputs: Int, outputs: Int)
  case biasCount(layer: Int, found: Int, expected: Int)
  case parameterCount(found: Int, expected: Int)
  case noSamples
  case unevenSamples(Samples.Side, UnevenLists)
  case sampleCounts(inputs: Int, targets: Int)
  case inputShape(found: String, expected: String)
  case targetShape(layer: Int, found: String, expected: String)
}

// MARK: - CustomStringConvertible

extension NetworkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noLayers(let sizes):
      "a network needs an input size and at least one layer, but the sizes are [\(list(sizes))]"
    case .emptyLayer(0):
      "the input has no entries, but every layer needs at least one"
    case .emptyLayer(let layer):
      "layer \(layer) has no neurons, but every layer needs at least one"
    case .activationCount(let found, let expected):
      "\(counted(expected, "layer")) need as many activations, but there are \(found)"
    case .weightMatrixCount(let found, let expected):
      "\(counted(expected, "layer")) need as many weight matrices, but there are \(found)"
    case .biasVectorCount(let found, let expected):
      "\(counted(expected, "layer")) need as many bias vectors, but there are \(found)"
    case .unevenWeights(let layer, let uneven):
      "layer \(layer): row \(uneven.list) of the weights has \(counted(uneven.found, "entry")), "
        + "but row 1 has \(uneven.expected)"
    case .weightShape(let layer, let found, let inputs, let outputs):
      "layer \(layer): the weights are \(found), but from \(counted(inputs, "neuron")) to "
        + "\(outputs) they must be \(outputs) × \(inputs), one row for each destination"
    case .biasCount(let layer, let found, let expected):
      "layer \(layer): there \(found == 1 ? "is" : "are") \(counted(found, "bias")) for \(counted(expected, "neuron"))"
    case .parameterCount(let found, let expected):
      "the network has \(counted(expected, "parameter")), but \(found) \(found == 1 ? "was" : "were") given"
    case .noSamples:
      "there are no samples, but the loss is an average over at least one"
    case .unevenSamples(let side, let uneven):
      "\(side.rawValue) \(uneven.list) has \(counted(uneven.found, "entry")), "
        + "but \(side.rawValue) 1 has \(uneven.expected)"
    case .sampleCounts(let inputs, let targets):
      "there are \(counted(inputs, "input")), but \(counted(targets, "target"))"
    case .inputShape(let found, let expected):
      "the inputs are \(found), but layer 1 reads \(expected), one column for each sample"
    case .targetShape(let layer, let found, let expected):
      "the targets are \(found), but layer \(layer) puts out \(expected), one column for each sample"
    }
  }
}

/// The count with its noun in the right number: `1 entry`, `2 entries`.
private func counted(_ count: Int, _ noun: String) -> String {
  guard count != 1 else { return "1 \(noun)" }
  if noun.hasSuffix("y") { return "\(count) \(noun.dropLast())ies" }
  return "\(count) \(noun)\(noun.hasSuffix("s") ? "es" : "s")"
}

/// The sizes as a list, `3, 2, 1`.
private func list(_ sizes: [Int]) -> String {
  sizes.map { String($0) }.joined(separator: ", ")
}
