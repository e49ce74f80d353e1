/// Packs bytes in the LZMA format, by the cheapest way from place to place.
///
/// Ahead of what is written, every way of saying the next bytes is priced by the odds as they are;
/// the cheapest to a place that all ways pass, or to one far enough, is then written.
struct LzmaPacking {
  /// One thing that is said: a byte, or a repetition.
  private enum Saying {
    case byte
    /// One of the last four distances, and a length.
    case again(Int, Int)
    /// A distance, and a length.
    case match(Int, Int)

    var length: Int {
      switch self {
      case .byte: 1
      case .again(_, let length), .match(_, let length): length
      }
    }
  }

  /// What the format remembers: what was said last, and the last four distances.
  private struct Memory {
    var state = 0
    var distances = (0, 0, 0, 0)

    func distance(_ index: Int) -> Int {
      switch index {
      case 0: distances.0
      case 1: distances.1
      case 2: distances.2
      default: distances.3
      }
    }

    func after(_ saying: Saying) -> Memory {
      var next = self
      let (a, b, c, d) = distances
      switch saying {
      case .byte: next.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
      case .again(0, 1): next.state = state < 7 ? 9 : 11
      case .again(let index, _):
        next.state = state < 7 ? 8 : 11
        switch index {
        case 0: break
        case 1: next.distances = (b, a, c, d)
        case 2: next.distances = (c, a, b, d)
        default: next.distances = (d, a, b, c)
        }
      case .match(let distance, _):
        next.state = state < 7 ? 7 : 10
        next.distances = (distance, a, b, c)
      }
      return next
    }
  }

  /// The cheapest way to a place that was found so far.
  private struct Node {
    var price = UInt32.max
    var from = 0
    var saying = Saying.byte
    var memory = Memory()
  }

  private static let horizon = 4096

  private let input: UnsafeBufferPointer<UInt8>
  private(set) var coder = LzmaCoder()
  private var matches: LzmaMatches
  private var memory = Memory()
  private var nodes = [Node](repeating: Node(), count: horizon + LzmaMatches.longest + 1)
  private var prices = LzmaPrices()

  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    matches = LzmaMatches(input)
  }

  mutating func run() {
    var place = 0
    while place < input.count {
      prices.refresh(coder.odds)
      for saying in way(from: place) {
        say(saying, at: place)
        place += saying.length
      }
      matches.skip(to: place)
    }
  }

  // MARK: The cheapest way

  private mutating func way(from start: Int) -> [Saying] {
    var found: [LzmaMatches.Match] = []
    nodes[0] = Node(price: 0, memory: memory)
    var (reached, current) = (0, 0)
    while true {
      if current > 0 {
        nodes[current].memory = nodes[nodes[current].from].memory.after(nodes[current].saying)
        if current == reached || current == LzmaPacking.horizon { break }
      }
      let place = start + current
      let most = min(LzmaMatches.longest, input.count - place)
      guard most > 0 else { break }
      matches.find(&found)
      // What is as long as can be is taken at once.
      if let last = found.last, last.length >= LzmaMatches.longest {
        return way(to: current) + [.match(last.distance, last.length)]
      }
      let node = nodes[current]
      sayByte(at: place, from: current, &reached)
      sayAgain(at: place, from: current, most, &reached)
      guard let first = found.first else {
        current += 1
        continue
      }
      let begun =
        node.price + coder.odds.price(LzmaOdds.isMatch + node.memory.state, 1)
        + coder.odds.price(LzmaOdds.isRepeat + node.memory.state, 0)
      var length = min(2, first.length)
      for match in found {
        while length <= match.length {
          offer(
            .match(match.distance, length), length, from: current, &reached,
            begun + prices.match(length - 2, match.distance))
          length += 1
        }
      }
      current += 1
    }
    return way(to: current)
  }

  private func way(to end: Int) -> [Saying] {
    var sayings: [Saying] = []
    var current = end
    while current > 0 {
      sayings.append(nodes[current].saying)
      current = nodes[current].from
    }
    return sayings.reversed()
  }

  /// Takes a way to a place where it is cheaper than what was known.
  private mutating func offer(
    _ saying: Saying, _ length: Int, from current: Int, _ reached: inout Int, _ price: UInt32
  ) {
    let end = current + length
    while reached < end {
      reached += 1
      nodes[reached].price = .max
    }
    guard price < nodes[end].price else { return }
    nodes[end].price = price
    nodes[end].from = current
    nodes[end].saying = saying
  }

  private mutating func sayByte(at place: Int, from current: Int, _ reached: inout Int) {
    let node = nodes[current]
    let odds = coder.odds
    let begun = node.price + odds.price(LzmaOdds.isMatch + node.memory.state, 0)
    let price = begun + odds.price(context(at: place, node.memory))
    offer(.byte, 1, from: current, &reached, price)
  }

  private mutating func sayAgain(
    at place: Int, from current: Int, _ most: Int, _ reached: inout Int
  ) {
    let memory = nodes[current].memory
    let state = memory.state
    let odds = coder.odds
    let begun =
      nodes[current].price + odds.price(LzmaOdds.isMatch + state, 1)
      + odds.price(LzmaOdds.isRepeat + state, 1)
    for index in 0..<4 {
      let distance = memory.distance(index)
      guard distance < place, input[place - distance - 1] == input[place] else { continue }
      let length = matches.length(place - distance - 1, place, from: 1, most)
      var chosen = begun
      if index == 0 {
        chosen += odds.price(LzmaOdds.isOlder + state, 0)
        offer(
          .again(0, 1), 1, from: current, &reached,
          chosen + odds.price(LzmaOdds.isLong + state, 0))
        chosen += odds.price(LzmaOdds.isLong + state, 1)
      } else {
        chosen += odds.price(LzmaOdds.isOlder + state, 1)
        chosen += odds.price(LzmaOdds.isOlderThanSecond + state, index == 1 ? 0 : 1)
        if index > 1 {
          chosen += odds.price(LzmaOdds.isOlderThanThird + state, index == 2 ? 0 : 1)
        }
      }
      var taken = 2
      while taken <= length {
        offer(
          .again(index, taken), taken, from: current, &reached,
          chosen + prices.repeatLengths[taken - 2])
        taken += 1
      }
    }
  }

  // MARK: Writing

  private func context(at place: Int, _ memory: Memory) -> LzmaByte {
    let again = place - memory.distances.0 - 1
    return LzmaByte(
      byte: Int(input[place]), before: place > 0 ? Int(input[place - 1]) : 0,
      again: memory.state >= 7 && again >= 0 ? Int(input[again]) : nil)
  }

  private mutating func say(_ saying: Saying, at place: Int) {
    let state = memory.state
    switch saying {
    case .byte:
      coder.put(0, LzmaOdds.isMatch + state)
      coder.put(context(at: place, memory))
    case .again(let index, let length):
      coder.put(1, LzmaOdds.isMatch + state)
      coder.put(1, LzmaOdds.isRepeat + state)
      coder.put(index == 0 ? 0 : 1, LzmaOdds.isOlder + state)
      if index == 0 { coder.put(length == 1 ? 0 : 1, LzmaOdds.isLong + state) }
      if index > 0 { coder.put(index == 1 ? 0 : 1, LzmaOdds.isOlderThanSecond + state) }
      if index > 1 { coder.put(index == 2 ? 0 : 1, LzmaOdds.isOlderThanThird + state) }
      if length > 1 { coder.put(length: length - 2, at: LzmaOdds.repeatLengths) }
    case .match(let distance, let length):
      coder.put(1, LzmaOdds.isMatch + state)
      coder.put(0, LzmaOdds.isRepeat + state)
      coder.put(length: length - 2, at: LzmaOdds.lengths)
      coder.put(distance: distance, length: length - 2)
    }
    memory = memory.after(saying)
    prices.said += 1
  }
}
