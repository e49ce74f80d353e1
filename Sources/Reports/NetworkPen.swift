import Backpropagation
import Formulas
import Marking
import Numerics

/// Draws a network with one submission's values.
struct NetworkPen {
  let picture: NetworkPicture
  let feedback: Feedback
  /// Which units let nothing through, by layer.
  private let dead: [[Bool]]

  init(picture: NetworkPicture, feedback: Feedback) {
    self.picture = picture
    self.feedback = feedback
    dead = picture.layers.map { layer in
      layer.indices.map { NetworkPen.isDead(layer[$0], $0, picture, feedback) }
    }
  }

  func isDead(_ layer: Int, _ unit: Int) -> Bool { dead[layer][unit] }

  private static func isDead(
    _ box: NetworkPicture.Box, _ unit: Int, _ picture: NetworkPicture, _ feedback: Feedback
  ) -> Bool {
    for gate in box.gates {
      guard let value = gate.shown(of: feedback).value else { continue }
      let entries = unit * picture.sampleCount..<(unit + 1) * picture.sampleCount
      return entries.allSatisfy { !Kink.isAlive(value[$0]) }
    }
    return false
  }

  // MARK: Words

  /// What the drawing shows, for those who do not see it; its numbers are with the steps.
  var description: String {
    let layers = picture.sizes.enumerated().map { layer, size in
      layer == 0
        ? "\(size) \(size == 1 ? "input" : "inputs")"
        : "\(size) \(picture.activations[layer - 1].rawValue) \(size == 1 ? "unit" : "units")"
    }
    return "A network of \(layers.joined(separator: ", then ")). \(deadUnits)"
  }

  private var deadUnits: String {
    let names = zip(picture.layers, dead).flatMap { boxes, flags in
      zip(boxes, flags).compactMap { $1 ? $0.name : nil }
    }
    return names.isEmpty
      ? "" : "Dead, with z ≤ 0: \(names.joined(separator: ", "))."
  }

  /// What the signs in the drawing mean, of those that are in it.
  var caption: String {
    var parts = ["Values as given or as you handed them in."]
    let shown = picture.lines.map { $0.value.shown(of: feedback).mark }
    if shown.contains(.revealed) { parts = ["Values as given, and the right ones."] }
    if shown.contains(.wrong) { parts.append("✗ not right, in one entry at least.") }
    if shown.contains(.follows) { parts.append("↪ follows from an earlier slip.") }
    if shown.contains(.open) { parts.append("? not there yet.") }
    if dead.joined().contains(true) {
      parts.append("Dashed: a dead unit (z ≤ 0), and the paths through it.")
    }
    if picture.sampleCount > 1 {
      let first = min(picture.sampleCount, NetworkPicture.mostSamples)
      parts.append(
        picture.sampleCount > first
          ? "One number for each of the first \(first) patterns." : "One number for each pattern.")
    }
    return parts.joined(separator: " ")
  }

  // MARK: Lines between units

  func drawEdges(in writer: inout HTMLWriter) {
    if dead.joined().contains(true) {
      NetworkOutline.drawEdges(of: picture, dead, in: &writer)
    } else {
      writer.markup(picture.outline.edges)
    }
  }

  func drawWeights(in writer: inout HTMLWriter) {
    for layer in 1..<picture.layers.count {
      guard let weights = picture.weights[layer - 1] else { continue }
      let (value, mark) = weights.shown(of: feedback)
      guard let value else { continue }
      let sources = picture.layers[layer - 1].count
      for (place, start) in picture.outline.weights[layer - 1].enumerated() {
        let (to, from) = (place / sources, place % sources)
        let index =
          picture.isTurned
          ? from * picture.sizes[layer] + to : to * picture.sizes[layer - 1] + from
        writer.markup(start)
        writer.number(value[index], digits: 3)
        writer.markup(mark.sign)
        writer.markup("</text>")
      }
    }
  }

  // MARK: Units

  func draw(
    _ box: NetworkPicture.Box, _ outline: NetworkOutline.Box, isDead: Bool,
    in writer: inout HTMLWriter
  ) {
    writer.markup(isDead ? outline.dead : outline.alive)
    for (line, start) in zip(box.lines, outline.lines) {
      let (value, mark) = line.value.shown(of: feedback)
      writer.markup(mark == .wrong ? "<text class=\"no\"" : "<text")
      writer.markup(start)
      if let value {
        let count = min(line.entries.count, NetworkPicture.mostSamples)
        for entry in line.entries.prefix(count) {
          writer.markup(" ")
          writer.number(value[entry], digits: count > 1 ? 3 : 4)
        }
        if line.entries.count > count { writer.markup(" …") }
      } else if mark != .wrong {
        writer.markup(" ?")
      }
      writer.markup(mark.sign)
      writer.markup("</text>")
    }
  }

  /// Says how many units of a layer are not drawn.
  func drawRest(of layer: Int, in writer: inout HTMLWriter) {
    let rest = picture.sizes[layer] - picture.layers[layer].count
    guard rest > 0, let last = picture.layers[layer].last else { return }
    writer.markup(
      "<text class=\"faint\" x=\"\(last.x + 8)\" y=\"\(last.y + last.height + 15)\">"
        + "… \(rest) more</text>")
  }
}
