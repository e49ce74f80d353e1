import Answers

/// One choice in a network's program that is not the right one, and how rarely people make it.
struct NetworkChoice: Sendable {
  /// The choices that exclude each other.
  enum Place: Sendable {
    case forward, error, outputSlope, hiddenSlope, carry, weightGradient, biasGradient, sharing,
      average, scale, layers, update, frozen, penalty,
      loss
  }

  let id: String
  /// The places that it fills.
  let places: [Place]
  let bits: Double
  let says: Clause
  /// What it comes to where nothing else is wrong, if that says more.
  private(set) var alone: Message?
  let apply: @Sendable (inout NetworkProgram) -> Void

  init(
    _ id: String, _ places: Place..., bits: Double, _ says: String,
    _ apply: @escaping @Sendable (inout NetworkProgram) -> Void
  ) {
    self.id = id
    self.places = places
    self.bits = bits
    self.says = Clause(Message(beginningWithName: says))
    self.apply = apply
  }

  init(
    _ id: String, as places: [Place], bits: Double, _ says: Clause,
    _ apply: @escaping @Sendable (inout NetworkProgram) -> Void
  ) {
    self.id = id
    self.places = places
    self.bits = bits
    self.says = says
    self.apply = apply
  }

  /// The same choice with a whole sentence for whoever does nothing else wrongly.
  func alone(_ says: Message) -> NetworkChoice {
    var other = self
    other.alone = says
    return other
  }

  func excludes(_ other: NetworkChoice) -> Bool {
    places.contains { place in other.places.contains(place) }
  }
}

/// What is done wrongly in a network's program, with all the words for it.
struct NetworkAccount: Sendable {
  let choices: [NetworkChoice]

  var bits: Double { choices.reduce(0) { $0 + $1.bits } }

  var program: NetworkProgram {
    var program = NetworkProgram()
    for choice in choices { choice.apply(&program) }
    return program
  }

  var says: Message {
    if choices.count == 1 { return choices[0].alone ?? choices[0].says.sentence }
    let slips = choices.map { $0.says.message }.joined(by: ", and ")
    return "\(choices.count == 2 ? "Two" : "Three") slips at once: \(slips)."
  }
}

extension Message {
  /// Words that may begin with one of the chapter's letters, which has no capital.
  fileprivate init(beginningWithName words: String) {
    let first = words.prefix { $0 != " " }
    guard ["dW", "db", "δ", "η"].contains(first) else {
      self.init(words: words)
      return
    }
    self.init([.name(String(first)), .words(String(words[first.endIndex...]))])
  }
}

extension String {
  /// `at-activation` for `atActivation`, as ids are spelled.
  var kebab: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isCapital { bytes.append(UInt8(ascii: "-")) }
      bytes.append(isCapital ? byte + 32 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
