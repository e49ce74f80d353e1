import Exercises
import Formulas
import LocatedJSON

extension Scene {
  /// The most steps that a story told entry by entry may have.
  private static let longestStory = 400

  /// What there is to draw, and in which order numbers go in and out, as JSON.
  package var structure: String {
    var json = JSONWriter()
    let block = network.block
    json.beginObject()
    json.numbers("sizes", block.sizes)
    json.key("activations")
    json.beginArray()
    for activation in block.activations { json.value(activation.rawValue) }
    json.endArray()
    json.key("loss")
    json.value(block.loss.rawValue)
    json.key("base")
    json.value(exercise.indexBase)
    json.key("samples")
    json.value(block.sampleCount)
    json.key("isTurned")
    json.value(block.layout == .sourceDestination)
    json.key("hasRate")
    json.value(exercise.network?.learningRate != nil)
    json.key("isChosen")
    json.value(!exercise.choices.isEmpty)
    json.key("blocks")
    json.beginArray()
    for block in blocks { write(block, to: &json) }
    json.endArray()
    json.key("start")
    json.beginArray()
    for number in start { json.value(number) }
    json.endArray()
    json.key("links")
    json.beginArray()
    for link in links {
      json.beginArray()
      json.value(link.block)
      json.value(link.row)
      json.endArray()
    }
    json.endArray()
    json.endObject()
    return json.text
  }

  private func write(_ block: Block, to json: inout JSONWriter) {
    let quantity = block.quantity
    json.beginObject()
    json.key("name")
    json.value(quantity.name)
    json.key("shown")
    json.value(Expression.Spelling.mathematical.name(quantity.name))
    json.key("role")
    json.value(Scene.word(for: quantity.role))
    json.key("layer")
    json.value(quantity.layer ?? -1)
    json.key("isNew")
    json.value(quantity.isUpdated)
    json.key("perSample")
    json.value(block.isPerSample)
    let isMatrix = block.shape.rank == 2
    json.numbers(
      "shape", isMatrix ? [block.shape.rows, block.shape.columns] : [block.shape.count, 1])
    json.key("rank")
    json.value(block.shape.rank)
    if block.isInput {
      let range = range(of: block)
      json.key("range")
      json.beginArray()
      for number in range { json.value(number) }
      json.endArray()
    } else {
      json.key("formula")
      json.value(network.program.formula(of: block.slot)?.expression.written(.mathematical) ?? "")
      json.key("equation")
      let equation = quantity.isUpdated && quantity.role != .weight && quantity.role != .bias
      json.value(
        equation
          ? "after the update"
          : quantity.equation(ofLayers: network.block.layerCount)?.rawValue ?? "")
    }
    json.endObject()
  }

  private static func word(for role: Quantity.Role) -> String {
    switch role {
    case .input: "input"
    case .target: "target"
    case .weight: "weight"
    case .bias: "bias"
    case .preActivation: "z"
    case .activation: "a"
    case .loss: "loss"
    case .errorSignal: "delta"
    case .weightGradient: "dW"
    case .biasGradient: "db"
    case .learningRate: "rate"
    case .other: ""
    }
  }

  /// From where to where a slider goes, and by which steps: twice as far as the numbers of the
  /// exercise, and η from 0 on.
  private func range(of block: Block) -> [Double] {
    var place = 0
    for other in blocks[..<inputCount] where other.slot < block.slot { place += other.shape.count }
    let largest = start[place..<place + block.shape.count].reduce(0) { max($0, abs($1)) }
    let end = max(1, (2 * largest).rounded(.up))
    return block.quantity.role == .learningRate ? [0, end, 0.01] : [-end, end, 0.01]
  }

  /// The links of the story, entry by entry where those are few enough, else value by value: a
  /// block, and the row of it that comes about, or −1 for all.
  ///
  /// What has an entry for each sample comes about for one sample at a time.
  private var links: [(block: Int, row: Int)] {
    let places = blocks.indices.dropFirst(inputCount)
    func rows(_ block: Block) -> Int {
      block.isPerSample ? block.shape.count / network.block.sampleCount : block.shape.count
    }
    let total = places.reduce(0) { $0 + rows(blocks[$1]) }
    if total > Scene.longestStory { return places.map { ($0, -1) } }
    return places.flatMap { place in (0..<rows(blocks[place])).map { (place, $0) } }
  }
}

extension JSONWriter {
  /// A member that is a list of whole numbers.
  mutating func numbers(_ name: String, _ numbers: [Int]) {
    key(name)
    beginArray()
    for number in numbers { value(number) }
    endArray()
  }
}
