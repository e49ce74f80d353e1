import Numerics

/// Makes of sound texts ones that are broken in many ways, always the same from the same number.
package struct Mutator: Sendable {
  private let corpus: [[UInt8]]
  private let words: [[UInt8]]

  /// - Parameters:
  ///   - corpus: The texts to begin from.
  ///   - words: What is put in: names, numbers at the edge, brackets without end.
  package init(corpus: [[UInt8]], words: [String]) {
    precondition(!corpus.isEmpty && !words.isEmpty, "there is something to begin from")
    self.corpus = corpus
    self.words = words.map { Array($0.utf8) }
  }

  /// The text of that number: the corpus as it is, and then changed more and more.
  package func text(_ number: Int, seed: UInt64) -> [UInt8] {
    if number < corpus.count { return corpus[number] }
    var dice = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    var text = corpus[Int.random(in: corpus.indices, using: &dice)]
    for _ in 0...Int.random(in: 0...3, using: &dice) { change(&text, &dice) }
    return text
  }

  private func change(_ text: inout [UInt8], _ dice: inout SplitMix64) {
    let part = part(of: text, &dice)
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: text.removeSubrange(part)
    case 1: text.insert(contentsOf: text[part], at: part.lowerBound)
    case 2, 3, 4: text.replaceSubrange(token(around: part.lowerBound, in: text), with: word(&dice))
    case 5: text.insert(contentsOf: word(&dice), at: part.lowerBound)
    case 6:
      let count = 1 << Int.random(in: 1...9, using: &dice)
      let unit = Array(text[part].prefix(8))
      text.insert(
        contentsOf: (0..<count).flatMap { _ in unit }, at: part.lowerBound)
    case 7:
      let other = corpus[Int.random(in: corpus.indices, using: &dice)]
      text.replaceSubrange(part, with: other[self.part(of: other, &dice)])
    case 8:
      let other = self.part(of: text, &dice)
      let moved = Array(text[other])
      text.replaceSubrange(part, with: moved)
    default:
      guard !text.isEmpty else { return }
      text[Int.random(in: text.indices, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
    }
  }

  private func word(_ dice: inout SplitMix64) -> [UInt8] {
    words[Int.random(in: words.indices, using: &dice)]
  }

  /// A part of a text: usually short, now and then most of it.
  private func part(of text: [UInt8], _ dice: inout SplitMix64) -> Range<Int> {
    guard !text.isEmpty else { return 0..<0 }
    let start = Int.random(in: text.indices, using: &dice)
    let longest = Bool.random(using: &dice) ? 8 : 200
    return start..<min(text.count, start + Int.random(in: 1...longest, using: &dice))
  }

  /// The name or number that a byte belongs to, or the byte alone.
  private func token(around place: Int, in text: [UInt8]) -> Range<Int> {
    guard place < text.count else { return text.count..<text.count }
    func belongs(_ byte: UInt8) -> Bool {
      byte >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: ".")
    }
    guard belongs(text[place]) else { return place..<place + 1 }
    let start = text[..<place].lastIndex { !belongs($0) }.map { $0 + 1 } ?? 0
    let end = text[place...].firstIndex { !belongs($0) } ?? text.count
    return start..<end
  }
}
