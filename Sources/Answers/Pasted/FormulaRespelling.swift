import Formulas

/// Writes the words of a formula in the spelling of formulas.
struct FormulaRespelling {
  enum Written {
    case plain(String)
    case ambiguous(String, String)
  }

  private let words: [FormulaWord]
  private let known: Set<String>

  init(_ typed: [FormulaWord], isKnown: (String) -> Bool) {
    func isKnownName(_ text: String) -> Bool { isKnown(Formula.canonicalName(text)) }
    let words = typed.map { $0.withPlainSubscript(isKnown: isKnownName) }
    // The names are looked up before anything is written.
    var known: Set<String> = []
    for word in words where word.kind == .name && isKnownName(word.text) {
      known.insert(word.text)
    }
    self.known = known
    self.words = FormulaRespelling.withoutLibraries(words, known)
  }

  /// The formula; two where a product stands behind a division, and may be the divisor as a whole.
  var written: Written {
    let spelled = spelled()
    let products = products(spelled)
    var plain: [String] = []
    for (index, word) in spelled.enumerated() {
      if products.contains(index) { plain.append(FormulaRespelling.product(at: index, spelled)) }
      plain.append(word.text)
    }
    let one = FormulaRespelling.joined(plain)
    guard let unclear = products.sorted().first(where: { isDivisor(endingAt: $0, spelled) }) else {
      return .plain(one)
    }
    return .ambiguous(
      one, FormulaRespelling.joined(grouped(spelled, products, around: unclear)))
  }

  // MARK: Functions

  /// The words without the names of libraries, such as `np.`.
  private static func withoutLibraries(
    _ words: [FormulaWord], _ known: Set<String>
  ) -> [FormulaWord] {
    var result: [FormulaWord] = []
    var place = 0
    while place < words.count {
      let word = words[place]
      let isLibrary =
        word.kind == .name && libraries.contains(word.text) && !known.contains(word.text)
        && place + 2 < words.count && words[place + 1].text == "."
        && words[place + 2].kind == .name
      if isLibrary {
        place += 2
      } else {
        result.append(word)
        place += 1
      }
    }
    return result
  }

  private func spelled() -> [FormulaWord] {
    var result: [FormulaWord] = []
    var place = 0
    while place < words.count {
      var word = words[place]
      let next = place + 1 < words.count ? words[place + 1].text : ""
      place += 1
      switch word.kind {
      case .number: break
      case .sign:
        switch word.text {
        case "**": word.text = "^"
        case "{": word.text = "("
        case "}": word.text = ")"
        case "ᵀ": word.text = ".T"
        default: break
        }
      case .name where isKnown(word.text): break
      case .name where word.text == "e" && (next == "^" || next == "**"):
        if let (exponent, end) = exponent(from: place + 1) {
          result.append(FormulaWord(kind: .name, text: "exp"))
          result.append(FormulaWord(kind: .sign, text: "("))
          result += exponent
          result.append(FormulaWord(kind: .sign, text: ")"))
          place = end
          continue
        }
      case .name where word.text == "T" && result.last?.text == "^":
        // A^T
        result.removeLast()
        result.append(FormulaWord(kind: .sign, text: ".T"))
        continue
      case .name where next == "(" || next == "'" || next == "′":
        let name = word.text.lowercased()
        word.text = FormulaRespelling.functions[name] ?? word.text
        if Function(rawValue: word.text) == nil, Function(rawValue: name) != nil {
          word.text = name
        }
        if let function = FormulaRespelling.derivatives[name], next == "(" { word.text = function }
      case .name: break
      }
      result.append(word)
    }
    return result
  }

  /// The power to which e is raised, and where it ends: a sign, and one value.
  private func exponent(from start: Int) -> ([FormulaWord], Int)? {
    var place = start
    var result: [FormulaWord] = []
    while place < words.count, words[place].text == "-" || words[place].text == "+" {
      result.append(words[place])
      place += 1
    }
    guard place < words.count else { return nil }
    if words[place].kind == .name {
      result.append(words[place])
      place += 1
      guard place < words.count, words[place].text == "(", !isKnown(result[result.count - 1].text)
      else { return (result, place) }
    } else if words[place].kind == .number {
      return (result + [words[place]], place + 1)
    }
    guard words[place].text == "(" || words[place].text == "{" else { return nil }
    var depth = 0
    let open = place
    while place < words.count {
      if ["(", "{", "["].contains(words[place].text) { depth += 1 }
      if [")", "}", "]"].contains(words[place].text) { depth -= 1 }
      place += 1
      if depth == 0 {
        let inner = FormulaRespelling(words: Array(words[open..<place]), known: known)
        return (result + inner.spelled(), place)
      }
    }
    return nil
  }

  private init(words: [FormulaWord], known: Set<String>) {
    self.words = words
    self.known = known
  }

  private func isKnown(_ name: String) -> Bool { known.contains(name) }

  // MARK: Products

  /// The places of words before which a sign of multiplication is left out.
  private func products(_ words: [FormulaWord]) -> Set<Int> {
    var places: Set<Int> = []
    for place in words.indices.dropFirst() {
      let (left, right) = (words[place - 1], words[place])
      // Two numbers side by side are two, or one that was torn.
      let isStart = right.kind == .name || right.text == "("
      guard isStart else { continue }
      switch left.kind {
      case .number: places.insert(place)
      case .name:
        // Between two names a sign may have been lost, of which nobody knows which.
        if right.text == "(", isKnown(left.text) { places.insert(place) }
      case .sign:
        if [")", "²", "³"].contains(left.text) || left.isTransposition { places.insert(place) }
      }
    }
    return places
  }

  /// The sign that is left out before a place: what stands behind a transposed matrix is multiplied
  /// as matrices are.
  private static func product(at place: Int, _ words: [FormulaWord]) -> String {
    words[place - 1].isTransposition ? "@" : "*"
  }

  /// Whether what stands before a place is divided by.
  private func isDivisor(endingAt place: Int, _ words: [FormulaWord]) -> Bool {
    let start = startOfValue(endingAt: place, words)
    guard start > 0 else { return false }
    return ["/", "÷"].contains(words[start - 1].text)
  }

  /// Where the value begins that ends before a place.
  private func startOfValue(endingAt place: Int, _ words: [FormulaWord]) -> Int {
    var start = place - 1
    while start > 0, ["²", "³", ".T"].contains(words[start].text) { start -= 1 }
    if words[start].text == ")" {
      var depth = 0
      while start >= 0 {
        if words[start].text == ")" { depth += 1 }
        if words[start].text == "(" { depth -= 1 }
        if depth == 0 { break }
        start -= 1
      }
      start = max(start, 0)
      if start > 0, words[start - 1].kind == .name, !isKnown(words[start - 1].text) { start -= 1 }
    }
    return start
  }

  /// Where the value ends that begins at a place.
  private func endOfValue(at place: Int, _ words: [FormulaWord]) -> Int {
    var end = place
    if words[end].kind == .name, !isKnown(words[end].text), end + 1 < words.count,
      words[end + 1].text == "("
    {
      end += 1
    }
    var depth = 0
    while end < words.count {
      if words[end].text == "(" { depth += 1 }
      if words[end].text == ")" { depth -= 1 }
      if depth == 0 { return end }
      end += 1
    }
    return words.count - 1
  }

  /// The words with brackets around the product at a place.
  private func grouped(
    _ words: [FormulaWord], _ products: Set<Int>, around place: Int
  ) -> [String] {
    let (start, end) = (startOfValue(endingAt: place, words), endOfValue(at: place, words))
    var result: [String] = []
    for (index, word) in words.enumerated() {
      if products.contains(index) {
        result.append(FormulaRespelling.product(at: index, words))
      }
      if index == start { result.append("(") }
      result.append(word.text)
      if index == end { result.append(")") }
    }
    return result
  }

  private static func isWordlike(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isLetter || $0.isDigit || $0 == "_" } ?? false
  }

  private static func joined(_ words: [String]) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      let isSpaced = ["+", "-", "*", "/", "@"].contains(word)
      let isBegun =
        index > 0 && !["(", "[", ",", "+", "-", "*", "/", "@", "^"].contains(words[index - 1])
      let isApart =
        index > 0 && isWordlike(words[index - 1].unicodeScalars.last)
        && isWordlike(word.unicodeScalars.first)
      text += isSpaced && isBegun ? " \(word) " : isApart ? " \(word)" : word
    }
    return text
  }

  // MARK: Names

  private static let libraries: Set<String> = [
    "np", "numpy", "math", "torch", "jnp", "jax", "tf", "nn", "F", "functional", "scipy",
    "special", "Math", "cmath",
  ]
  private static let functions = [
    "ln": "log", "expit": "sigmoid", "sigma": "sigmoid", "logistic": "sigmoid", "sig": "sigmoid",
    "σ": "sigmoid", "fabs": "abs", "sgn": "sign",
    "maximum": "max", "minimum": "min", "clamp": "clip", "heaviside": "step", "silu": "swish",
    "leaky_relu": "leakyRelu", "leakyrelu": "leakyRelu", "cat": "concat", "var": "variance",
    "vstack": "stack", "hstack": "concat",
  ]
  private static let derivatives = [
    "sigmoid_prime": "sigmoid'", "sigmoidprime": "sigmoid'", "sigmoid_derivative": "sigmoid'",
    "dsigmoid": "sigmoid'", "sigma_prime": "sigmoid'", "tanh_prime": "tanh'",
    "relu_prime": "relu'", "drelu": "relu'", "dtanh": "tanh'",
  ]
}
