extension PastedLine {
  /// The words that options of printers begin with, up to their sign.
  static let options = [
    "dtype", "grad_fn", "requires_grad", "device=", "numpy=", "shape=(", "Name:", "Length:",
  ]

  static func isOption(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    let first = bytes[content].first
    return options.contains {
      $0.utf8.first == first && bytes[content].starts(with: $0.utf8)
    }
  }

  /// Whether a line is a rule of a table, or under a heading.
  static func isRule(_ text: String) -> Bool {
    text.unicodeScalars.count { $0 == "-" } > 1
      && text.unicodeScalars.allSatisfy { "|-:+= ".unicodeScalars.contains($0) }
  }

  /// Whether a text has nothing but numbers, and what printers put between and around them.
  static func isRow(_ text: String) -> Bool {
    let scalars = PastedText(text)
    var hasNumber = false
    var place = 0
    while place < scalars.scalars.count {
      let scalar = scalars.scalars[place]
      if scalar.isDigit {
        hasNumber = true
      } else if scalar.isLetter {
        guard let word = scalars.word(at: place) else { return false }
        let isWithin = scalars[place - 1].map { $0.isDigit || $0 == "." } ?? false
        let spelling = scalars.spelling(word)
        let isKnown = spelling.split(separator: ".").allSatisfy { words.contains(String($0)) }
        guard isKnown || (isWithin && isExponent(spelling)) || scalars[place - 1] == "<" else {
          return false
        }
        place = word.upperBound
        // An assignment is no row, unless it is one of a printer's options.
        let next = scalars.skippingBlanks(from: place)
        if scalars[next] == "=", !optionWords.contains(spelling) { return false }
        continue
      } else if scalar == "=", !(scalars[place - 1]?.isLetter ?? false) {
        return false
      } else if !scalar.isBlank, !signsOfRows.contains(scalar) {
        return false
      }
      place += 1
    }
    return hasNumber || text == "Parameter containing:" || text == "ans ="
      || text.unicodeScalars.allSatisfy { "[](){};, ".unicodeScalars.contains($0) || $0.isBlank }
      || text.hasPrefix("\\begin{") || text.hasPrefix("\\end{")
  }

  static let optionWords: Set<String> = [
    "dtype", "grad_fn", "requires_grad", "device", "numpy", "shape",
  ]

  private static func isExponent(_ word: String) -> Bool {
    let rest = word.drop { "eEfdDxX".contains($0) }
    return rest.count < word.count && rest.allSatisfy { $0 >= "0" && $0 <= "9" }
  }

  private static let signsOfRows: Set<Unicode.Scalar> = Set(
    "+-−–.,;:&|[](){}\\^*/·×⋅=<>'_⁻⁰¹²³⁴⁵⁶⁷⁸⁹≈~\"`$⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠│".unicodeScalars)

  private static let words: Set<String> = [
    "e", "E", "x", "T", "begin", "end", "bmatrix", "pmatrix", "matrix", "array", "tensor", "Array",
    "dtype", "float16", "float32", "float64", "int32", "int64", "torch", "np", "numpy", "tf", "jnp",
    "Tensor", "shape", "grad_fn", "requires_grad", "True", "device", "cuda", "cpu", "Matrix",
    "Vector", "Float64", "Float32", "element", "Columns", "Column", "through", "and", "to", "Name",
    "Length", "Parameter", "containing", "ans", "cdot", "times", "hline", "left", "right", "frac",
    "Double", "float", "size", "of", "FloatTensor", "adjoint", "eltype", "with", "c", "cc", "ccc",
    "minus", "cccc", "smallmatrix", "quad",
  ]
}
