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
    json.member("sizes", block.sizes)
    json.member("activations", block.activations.map { $0.rawValue })
    json.member("loss", block.loss.rawValue)
    json.member("base", exercise.indexBase)
    json.member("samples", block.sampleCount)
    json.member("isTurned", block.layout == .sourceDestination)
    json.member("hasRate", exercise.network?.learningRate != nil)
    json.member("isChosen", !exercise.choices.isEmpty)
    json.key("blocks")
    json.beginArray()
    for (index, block) in blocks.enumerated() {
      let hasGradient = gradients.indices.contains(index) && gradients[index] != nil
      write(block, hasGradient: hasGradient, to: &json)
    }
    json.endArray()
    json.member("start", start)
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

  private func write(_ block: Block, hasGradient: Bool, to json: inout JSONWriter) {
    let quantity = block.quantity
    json.beginObject()
    json.member("name", quantity.name)
    json.member("shown", Expression.Spelling.mathematical.name(quantity.name))
    json.member("role", Scene.word(for: quantity.role))
    json.member("layer", quantity.layer ?? -1)
    json.member("isNew", quantity.isUpdated)
    json.member("perSample", block.isPerSample)
    let isMatrix = block.shape.rank == 2
    json.member(
      "shape", isMatrix ? [block.shape.rows, block.shape.columns] : [block.shape.count, 1])
    json.member("rank", block.shape.rank)
    if block.isInput {
      json.member("range", range(of: block))
      json.member("hasGradient", hasGradient)
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
    case .constant: "constant"
    case .weightMoment, .biasMoment: "moment"
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
    switch block.quantity.role {
    case .learningRate: return [0, end, 0.01]
    case .constant(.beta1), .constant(.beta2), .constant(.momentum): return [0, 0.999, 0.001]
    case .constant(.step): return [1, max(10, end), 1]
    case .constant: return [0, end, 0.01]
    default: return [-end, end, 0.01]
    }
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
