import Backpropagation
import Exercises
import Formulas
import LocatedJSON
import Reports

extension Scene {
  /// The most paths that are written down; the largest are.
  private static let mostPaths = 12

  /// The paths by which a weight or bias reaches the loss, as JSON: units, product, contribution.
  ///
  /// - Returns: Nil where the block is none of weights or biases, or the gradient does not come apart.
  package func paths(block: Int, entry: Int) -> String? {
    guard blocks.indices.prefix(inputCount).contains(block),
      (0..<blocks[block].shape.count).contains(entry),
      let parameter = parameter(blocks[block], entry)
    else { return nil }
    let found: [GradientPath]?
    do throws(NetworkError) {
      let (engine, samples) = try network.engine(values)
      found = try engine.paths(of: parameter, for: samples)
    } catch {
      return nil
    }
    guard let paths = found else { return nil }
    let order = paths.indices.sorted {
      abs(paths[$0].contribution) > abs(paths[$1].contribution)
    }
    let listed = order.prefix(Scene.mostPaths).sorted()
    var json = JSONWriter()
    json.beginObject()
    json.member("name", label(blocks[block], entry))
    json.member("count", paths.count)
    json.key("paths")
    json.beginArray()
    for index in listed {
      let path = paths[index]
      json.beginObject()
      json.member("units", path.neurons.map { $0 - 1 })
      json.member("product", Mathematics(product(path, parameter)).markup)
      json.member("contribution", shown(path.contribution))
      json.endObject()
    }
    json.endArray()
    json.key("rest")
    let rest = order.dropFirst(Scene.mostPaths).reduce(0) { $0 + paths[$1].contribution }
    json.value(paths.count > listed.count ? shown(rest) : "")
    json.member("sum", shown(paths.reduce(0) { $0 + $1.contribution }))
    json.endObject()
    return json.text
  }

  /// The engine's name of an entry, which is always `[destination][source]`.
  private func parameter(_ block: Block, _ entry: Int) -> Parameter? {
    guard let layer = block.quantity.layer else { return nil }
    switch block.quantity.role {
    // One bias of a whole layer has the paths of all its units, which no single unit tells.
    case .bias where network.block.hasSharedBias(layer): return nil
    case .bias: return Parameter(layer: layer, row: entry + 1, column: nil)
    case .weight:
      let (row, column) = (entry / block.shape.columns + 1, entry % block.shape.columns + 1)
      let isTurned = network.block.layout == .sourceDestination
      return Parameter(
        layer: layer, row: isTurned ? column : row, column: isTurned ? row : column)
    default: return nil
    }
  }

  /// The factors of a path: `a f′(z) W f′(z) … δ`.
  private func product(_ path: GradientPath, _ parameter: Parameter) -> String {
    let base = exercise.indexBase - 1
    let isTurned = network.block.layout == .sourceDestination
    let last = network.block.layerCount
    func entry(_ role: Quantity.Role, _ layer: Int, _ indices: [Int]) -> String {
      Symbols.entry(
        Quantity(role).inLayer(layer), indices.map { $0 + base })
    }
    var factors: [String] = []
    if let column = parameter.column {
      factors.append(
        parameter.layer == 1
          ? Symbols.entry(Quantity(.input), [column + base])
          : entry(.activation, parameter.layer - 1, [column]))
    }
    for (offset, neuron) in path.neurons.enumerated() {
      let layer = parameter.layer + offset
      if offset > 0 {
        let source = path.neurons[offset - 1]
        factors.append(entry(.weight, layer, isTurned ? [source, neuron] : [neuron, source]))
      }
      if layer == last {
        factors.append(entry(.errorSignal, layer, [neuron]))
      } else if network.block.activations[layer - 1] != .identity {
        factors.append("f'(\(entry(.preActivation, layer, [neuron])))")
      }
    }
    return factors.joined(separator: " \\, ")
  }
}
