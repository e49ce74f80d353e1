import Practice
import Testing

@Suite struct SaveWatchTests {
  /// A dot is a look at no file, any other character a look at a file with that signature.
  @Test(
    "A file counts as saved once it has changed and come to rest",
    arguments: [
      ("AAAA", "s..."),
      ("AABB", "s..s"),
      ("ABCCC", "s..s."),
      ("AABAA", "s...."),
      ("AA.BB", "s...s"),
      ("AA...BB", "s.....s"),
      (".AA", "g.s"),
      ("........", "g......."),
      ("A........", "s....g..."),
      ("A.....AA", "s....g.s"),
      ("A....AA", "s......"),
      ("A......BB......", "s....g..s....g."),
    ])
  func looks(signatures: String, changes: String) {
    var watch = SaveWatch<Character>(patience: 5)
    let seen = signatures.map { signature -> Character in
      switch watch.observe(signature == "." ? nil : signature) {
      case .saved: "s"
      case .gone: "g"
      case nil: "."
      }
    }
    #expect(String(seen) == changes)
  }
}
