/// The Greek letters that names of values are spelled with: `β1` is `beta1`.
enum GreekLetter {
  private static let all: [(letter: Character, word: String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("η", "eta"),
    ("θ", "theta"), ("λ", "lambda"), ("μ", "mu"), ("ρ", "rho"), ("τ", "tau"),
  ]

  /// A name that may begin with a letter, with that letter's word: `beta1` for `β1`.
  static func spelledOut(_ name: String) -> String? {
    all.first { $0.letter == name.first }.map { $0.word + name.dropFirst() }
  }

  /// A name that is a letter's word, perhaps with a number, with the letter: `β1` for `beta1`.
  ///
  /// What follows δ and λ may be anything, as in `delta_out`.
  static func printed(_ name: String) -> String? {
    for (letter, word) in all where name.hasPrefix(word) {
      let rest = name.dropFirst(word.count)
      let isNumbered = rest.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      if isNumbered || word == "delta" || word == "lambda" { return String(letter) + rest }
    }
    return nil
  }
}
