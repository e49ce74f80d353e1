/// What the drawing of a network has for every submission alike, written once.
struct NetworkOutline: Sendable {
  /// A box without its values.
  struct Box: Sendable {
    /// The frame and the name, of a unit that is alive and of a dead one.
    let alive: [UInt8]
    let dead: [UInt8]
    /// Each line from its place up to its values.
    let lines: [[UInt8]]

    init(_ box: NetworkPicture.Box) {
      alive = Box.frame(of: box, isDead: false)
      dead = Box.frame(of: box, isDead: true)
      lines = box.lines.enumerated().map { index, line in
        Array(" x=\"\(box.x + 8)\" y=\"\(box.y + 35 + 17 * index)\">\(line.label)".utf8)
      }
    }

    private static func frame(of box: NetworkPicture.Box, isDead: Bool) -> [UInt8] {
      var writer = HTMLWriter()
      writer.markup(
        "<rect class=\"unit\(isDead ? " dead" : "")\" x=\"\(box.x)\" y=\"\(box.y)\" "
          + "width=\"\(box.width)\" height=\"\(box.height)\" rx=\"8\"/>"
          + "<text class=\"name\" x=\"\(box.x + 8)\" y=\"\(box.y + 17)\">")
      writer.text(box.name)
      if !box.remark.isEmpty || isDead {
        writer.markup("<tspan class=\"faint\"> ")
        writer.text(isDead ? "\(box.remark), dead" : box.remark)
        writer.markup("</tspan>")
      }
      writer.markup("</text>")
      return writer.bytes
    }
  }

  private(set) var layers: [[Box]] = []
  private(set) var loss: Box?
  /// Where the weights between two layers are written: unit by unit of the second, and for each from
  /// one unit of the first after the other.
  private(set) var weights: [[[UInt8]]] = []
  /// All lines between the units, where none of these is dead.
  private(set) var edges: [UInt8] = []

  init() {}

  init(of picture: NetworkPicture) {
    layers = picture.layers.map { $0.map { Box($0) } }
    loss = picture.loss.map { Box($0) }
    var writer = HTMLWriter()
    let alive = picture.layers.map { [Bool](repeating: false, count: $0.count) }
    NetworkOutline.drawEdges(of: picture, alive, in: &writer)
    edges = writer.bytes
    weights = picture.weightShares.indices.map { layer in
      picture.layers[layer + 1].flatMap { target in
        picture.layers[layer].map { source in
          let share = picture.weightShares[layer]
          let x = Double(source.out.x) + share * Double(target.into.x - source.out.x)
          let y = Double(source.out.y) + share * Double(target.into.y - source.out.y)
          return Array("<text class=\"label\" x=\"\(Int(x))\" y=\"\(Int(y) + 4)\">".utf8)
        }
      }
    }
  }

  /// Draws all lines in two paths: those that carry something, and those that do not.
  ///
  /// - Parameter dead: Which units let nothing through, by layer.
  static func drawEdges(
    of picture: NetworkPicture, _ dead: [[Bool]], in writer: inout HTMLWriter
  ) {
    var active = ""
    var dashed = ""
    for layer in 1..<picture.layers.count {
      for (to, target) in picture.layers[layer].enumerated() {
        for (from, source) in picture.layers[layer - 1].enumerated() {
          let line = "M\(source.out.x) \(source.out.y)L\(target.into.x) \(target.into.y)"
          if dead[layer][to] || dead[layer - 1][from] { dashed += line } else { active += line }
        }
      }
    }
    if let loss = picture.loss, let last = picture.layers.last {
      for box in last {
        active += "M\(box.out.x) \(box.out.y)L\(loss.into.x) \(loss.into.y)"
      }
    }
    if !active.isEmpty { writer.markup("<path class=\"edge\" d=\"\(active)\"/>") }
    if !dashed.isEmpty { writer.markup("<path class=\"edge dead\" d=\"\(dashed)\"/>") }
  }
}
