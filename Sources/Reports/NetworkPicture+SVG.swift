import Formulas
import Marking

extension NetworkPicture {
  /// Draws the network with the values of one submission.
  ///
  /// - Parameter number: Tells the drawings of one page apart.
  func draw(_ feedback: Feedback, number: Int, in writer: inout HTMLWriter) {
    let pen = NetworkPen(picture: self, feedback: feedback)
    writer.markup(
      "<figure class=\"card network\"><div class=\"wide\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"The network\"><svg role=\"img\" aria-labelledby=\"n\(number)\" "
        + "aria-describedby=\"d\(number)\" width=\"\(width)\" height=\"\(height)\" "
        // Smaller than this, nobody could read it: it scrolls instead.
        + "style=\"min-width:\(width * 85 / 100)px\" viewBox=\"0 0 \(width) \(height)\"><title id=\"n\(number)\">The network with its values"
        + "</title><desc id=\"d\(number)\">")
    writer.text(pen.description)
    writer.markup("</desc>")
    pen.drawEdges(in: &writer)
    for layer in layers.indices {
      for unit in layers[layer].indices {
        pen.draw(
          layers[layer][unit], outline.layers[layer][unit], isDead: pen.isDead(layer, unit),
          in: &writer)
      }
      pen.drawRest(of: layer, in: &writer)
    }
    if let loss, let outline = outline.loss {
      pen.draw(loss, outline, isDead: false, in: &writer)
    }
    pen.drawWeights(in: &writer)
    writer.markup("</svg></div><figcaption class=\"soft\">")
    writer.markup(pen.caption)
    writer.markup("</figcaption></figure>\n")
  }
}

extension NetworkPicture {
  var lines: [Line] {
    layers.joined().flatMap { $0.lines } + (loss?.lines ?? [])
  }

  /// How a value stands to the right one.
  enum Mark {
    case plain, follows, wrong, open, revealed

    var sign: String {
      switch self {
      case .plain, .open, .revealed: ""
      case .follows: " ↪"
      case .wrong: " ✗"
      }
    }
  }
}

extension NetworkPicture.Box {
  var out: (x: Int, y: Int) { (x + width, y + height / 2) }
  var into: (x: Int, y: Int) { (x, y + height / 2) }
}

extension NetworkPicture.Value {
  /// The value that may be shown of this, if any, and how it stands to the right one.
  package func shown(of feedback: Feedback) -> (value: Tensor?, mark: NetworkPicture.Mark) {
    switch source {
    case .given(let value): return (value, .plain)
    case .chosen(let name):
      let value = feedback.chosen.first { $0.name == name }?.value
      return value?.shape == shape ? (value, .plain) : (nil, .open)
    case .step(let index):
      guard index < feedback.steps.count else { return (nil, .open) }
      let step = feedback.steps[index]
      if case .value(let value)? = step.expected, value.shape == shape { return (value, .revealed) }
      guard case .value(let value)? = step.given else { return (nil, .open) }
      let mark: NetworkPicture.Mark =
        switch step.status {
        case .correct: .plain
        case .followsThrough: .follows
        default: .wrong
        }
      return (value.shape == shape ? value : nil, mark)
    }
  }
}
