/// Something that authors or students feed, with what is tried on it.
package struct FuzzedReader: Sendable {
  package let name: String
  private let mutator: Mutator
  private let probe: @Sendable ([UInt8]) throws(FuzzFault) -> Bool
  /// How many of the first texts are those of the corpus, unchanged.
  package let corpusCount: Int

  /// - Parameter probe: Reads a text and does with it what is done with sound ones; whether it was
  ///   one. What it must not do is crash, hang or fill the memory.
  init(
    _ name: String, corpus: [[UInt8]], words: [String],
    probe: @escaping @Sendable ([UInt8]) throws(FuzzFault) -> Bool
  ) {
    self.name = name
    mutator = Mutator(corpus: corpus, words: words)
    corpusCount = corpus.count
    self.probe = probe
  }

  /// The text of that number.
  package func text(_ number: Int, seed: UInt64) -> [UInt8] { mutator.text(number, seed: seed) }

  /// Tries the text of that number; whether it could be read.
  package func tries(_ number: Int, seed: UInt64) throws(FuzzFault) -> Bool {
    try probe(text(number, seed: seed))
  }
}

/// Something that must hold of every text, and did not of one.
package struct FuzzFault: Error, CustomStringConvertible {
  package let description: String
}
