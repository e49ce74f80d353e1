/// Finds what stood before: of every place, the nearest repetition of each length.
///
/// Places with the same four bytes are kept in a binary tree, sorted by what follows them, whose
/// root is the last of them. Two and three bytes are looked for only where they stood last.
struct LzmaMatches {
  /// A repetition; the distance is one less, as the format has it.
  struct Match {
    let length: Int
    let distance: Int
  }

  static let longest = 273
  /// How many places of a tree are looked at.
  private static let patience = 32

  private let input: UnsafeBufferPointer<UInt8>
  private var pairs = [Int32](repeating: -1, count: 1 << 16)
  private var triples = [Int32](repeating: -1, count: 1 << 16)
  private var roots = [Int32](repeating: -1, count: 1 << 18)
  /// Of every place, the one sorted before it and the one behind it.
  private var children: [Int32]
  /// The next place that is looked at; they come in order.
  private(set) var place = 0

  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    children = [Int32](repeating: -1, count: 2 * input.count)
  }

  /// Goes on without asking.
  mutating func skip(to end: Int) {
    var found: [Match] = []
    while place < end { find(&found) }
  }

  /// The repetitions at the next place, each longer than the one before.
  mutating func find(_ found: inout [Match]) {
    found.removeAll(keepingCapacity: true)
    defer { place += 1 }
    let most = min(LzmaMatches.longest, input.count - place)
    guard most >= 4 else { return }
    let pair = Int(input[place]) | Int(input[place + 1]) << 8
    let three = UInt32(pair) | UInt32(input[place + 2]) << 16
    let triple = Int((three &* 0x9E37_79B1) >> 16)
    let four = three | UInt32(input[place + 3]) << 24
    let root = Int((four &* 0x9E37_79B1) >> 14)
    var best = 1
    for candidate in [pairs[pair], triples[triple]] where candidate >= 0 {
      let length = length(Int(candidate), place, from: 0, most)
      guard length > best, place - Int(candidate) <= 1 << 16 else { continue }
      best = length
      found.append(Match(length: length, distance: place - Int(candidate) - 1))
    }
    pairs[pair] = Int32(place)
    triples[triple] = Int32(place)
    let candidate = roots[root]
    roots[root] = Int32(place)
    search(candidate, most, &best, &found)
  }

  /// Puts the place at the root of its tree, and notes what is longer than the best on the way.
  private mutating func search(
    _ root: Int32, _ most: Int, _ best: inout Int, _ found: inout [Match]
  ) {
    let place = place
    let input = input
    children.withUnsafeMutableBufferPointer { children in
      var candidate = root
      // Where the next smaller and the next larger place is to hang, and what those share.
      var (smaller, larger) = (2 * place, 2 * place + 1)
      var (shared, sharedLarger) = (0, 0)
      var patience = LzmaMatches.patience
      while candidate >= 0, patience > 0 {
        patience -= 1
        let other = Int(candidate)
        var length = min(shared, sharedLarger)
        while length < most, input[other + length] == input[place + length] { length += 1 }
        if length > best {
          best = length
          found.append(Match(length: length, distance: place - other - 1))
        }
        if length == most {
          children[smaller] = children[2 * other]
          children[larger] = children[2 * other + 1]
          return
        }
        if input[other + length] < input[place + length] {
          children[smaller] = candidate
          smaller = 2 * other + 1
          candidate = children[smaller]
          shared = length
        } else {
          children[larger] = candidate
          larger = 2 * other
          candidate = children[larger]
          sharedLarger = length
        }
      }
      children[smaller] = -1
      children[larger] = -1
    }
  }

  /// How many bytes at two places are the same.
  func length(_ other: Int, _ place: Int, from start: Int, _ most: Int) -> Int {
    var length = start
    while length < most, input[other + length] == input[place + length] { length += 1 }
    return length
  }
}
