/// LaTeX as the plain signs that it shows.
struct LatexText {
  private let input: PastedText
  private var place = 0
  private var output: [Unicode.Scalar] = []
  /// Whether an environment with cells is open.
  private var environments = 0

  private var tables = 0

  /// How deeply groups may be nested.
  private static let deepest = 40
  /// The most tables in one text.
  private static let mostTables = 100

  /// The text without commands; nil where one has no plain meaning here.
  static func plain(_ text: PastedText) -> PastedText? {
    var reader = LatexText(text)
    guard reader.read(until: nil, depth: 0) else { return nil }
    return PastedText(reader.output)
  }

  private init(_ input: PastedText) { self.input = input }

  /// Reads up to a closing brace, or the end.
  private mutating func read(until close: Unicode.Scalar?, depth: Int) -> Bool {
    guard depth < LatexText.deepest else { return false }
    while let scalar = input[place] {
      if scalar == close {
        place += 1
        return true
      }
      place += 1
      switch scalar {
      case "\\": if !command(depth: depth) { return false }
      case "$": break
      case "&": output.append(environments > 0 ? "\t" : " ")
      case "\n": output.append(environments > 0 ? " " : "\n")
      case "{":
        if input[place] == ",", input[place + 1] == "}" {
          output.append(",")
          place += 2
        } else if !read(until: "}", depth: depth + 1) {
          return false
        }
      case "}": return false
      case "^" where input[place] == "{":
        output.append("^")
        if !bracketed(depth: depth) { return false }
      default: output.append(scalar)
      }
    }
    return close == nil
  }

  /// A group with round brackets around it.
  private mutating func bracketed(depth: Int) -> Bool {
    output.append("(")
    guard argument(depth: depth) else { return false }
    output.append(")")
    return true
  }

  /// What a command or a power is applied to: a group, or one sign.
  private mutating func argument(depth: Int) -> Bool {
    place = input.skippingBlanks(from: place)
    guard let scalar = input[place] else { return false }
    place += 1
    if scalar == "{" { return read(until: "}", depth: depth + 1) }
    if scalar == "\\" { return depth < LatexText.deepest && command(depth: depth + 1) }
    output.append(scalar)
    return true
  }

  // MARK: Commands

  private mutating func command(depth: Int) -> Bool {
    guard let first = input[place] else { return true }
    guard first.isASCII, first.isLetter else {
      place += 1
      switch first {
      case "\\":
        // The distance that may follow in square brackets is told from a list by its unit.
        output.append(environments > 0 ? "\n" : " ")
      case ",", ";", ":", "!", " ", "/": output.append(" ")
      case "(", ")", "[", "]": break
      case "{": output.append("{")
      case "}": output.append("}")
      case "%", "_", "&", "#": output.append(first)
      default: return false
      }
      return true
    }
    let start = place
    while let letter = input[place], letter.isASCII, letter.isLetter { place += 1 }
    let name = input.spelling(start..<place)
    if name == "begin" || name == "end" { return environment(begins: name == "begin") }
    if LatexText.fractions.contains(name) {
      output += ["(", "("]
      guard argument(depth: depth) else { return false }
      output += [")", "/", "("]
      guard argument(depth: depth) else { return false }
      output += [")", ")"]
      return true
    }
    if name == "sqrt" {
      output += Array("sqrt".unicodeScalars)
      return bracketed(depth: depth)
    }
    if name == "hat" || name == "widehat" {
      guard argument(depth: depth) else { return false }
      if output.last == "y" {
        output[output.count - 1] = "ŷ"
      } else {
        output.append("\u{302}")
      }
      return true
    }
    if LatexText.letterings.contains(name) { return argument(depth: depth) }
    if LatexText.spaces.contains(name) {
      output.append(" ")
      return true
    }
    guard let sign = LatexText.signs[name] else { return false }
    output += Array(sign.unicodeScalars)
    return true
  }

  private mutating func environment(begins: Bool) -> Bool {
    place = input.skippingBlanks(from: place)
    guard input[place] == "{", let close = input.closing(of: place) else { return false }
    let name = input.spelling(place + 1..<close)
    place = close + 1
    guard LatexText.tableNames.contains(name) else {
      // What only sets the formula on lines of its own.
      return name.hasPrefix("align") || name.hasPrefix("equation") || name.hasPrefix("gather")
    }
    if begins {
      environments += 1
      tables += 1
      guard tables <= LatexText.mostTables else { return false }
      if name == "array" {
        let columns = input.skippingBlanks(from: place)
        if input[columns] == "{", let end = input.closing(of: columns) { place = end + 1 }
      }
      // Brackets that stand around it are those of the list.
      while let last = output.last, last.isBlank { output.removeLast() }
      if let last = output.last, "[(|".unicodeScalars.contains(last) { output.removeLast() }
      output.append("[")
    } else {
      environments -= 1
      guard environments >= 0 else { return false }
      output.append("]")
      skipBracketBehindTable()
    }
    return true
  }

  /// Passes over the `\right]` that closes the bracket before a table.
  private mutating func skipBracketBehindTable() {
    var next = input.skippingBlanks(from: place)
    let hasRight = input.has("\\right", at: next)
    if hasRight { next = input.skippingBlanks(from: next + 6) }
    let isBracket = input[next].map { "])|".unicodeScalars.contains($0) } ?? false
    if isBracket, hasRight || isOpenBefore { place = next + 1 }
  }

  /// Whether a plain bracket, without `\left`, was taken from before the table.
  private var isOpenBefore: Bool {
    var depth = 0
    for scalar in output {
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
    }
    return depth == 0 && input.place(of: "[\\begin") ?? input.place(of: "(\\begin") != nil
  }

  // MARK: Names

  private static let tableNames: Set<String> = [
    "matrix", "bmatrix", "pmatrix", "vmatrix", "Bmatrix", "Vmatrix", "smallmatrix", "array",
    "bmatrix*", "pmatrix*", "matrix*", "psmallmatrix", "bsmallmatrix",
  ]
  private static let fractions: Set<String> = ["frac", "dfrac", "tfrac", "cfrac"]
  private static let letterings: Set<String> = [
    "text", "mathrm", "mathbf", "mathit", "boldsymbol", "bm", "vec", "mathsf", "operatorname",
    "textbf", "textit", "underline", "boxed", "mathbb", "mathcal", "bar", "tilde", "overline",
  ]
  private static let spaces: Set<String> = [
    "quad", "qquad", "displaystyle", "textstyle", "left", "right", "big", "Big", "bigl", "bigr",
    "Bigl", "Bigr", "bigg", "Bigg", "limits", "nonumber", "hline", "space", "thinspace",
  ]
  private static let signs: [String: String] = [
    "cdot": "*", "times": "*", "ast": "*", "odot": "⊙", "circ": "⊙", "div": "/", "approx": "≈",
    "simeq": "≈", "cong": "≈", "sim": "≈", "doteq": "≈", "equiv": "≡", "pm": "±", "top": "T",
    "intercal": "T", "prime": "'", "ldots": "…", "dots": "…", "cdots": "…", "to": "→",
    "rightarrow": "→", "nabla": "∇", "partial": "∂", "exp": "exp", "log": "log", "ln": "log",
    "tanh": "tanh", "max": "max", "min": "min", "sum": "sum", "sigma": "σ", "delta": "δ",
    "eta": "η", "alpha": "α", "beta": "β", "gamma": "γ", "epsilon": "ε", "lambda": "λ", "mu": "μ",
    "theta": "θ", "phi": "φ", "pi": "pi", "ell": "l", "Delta": "Δ", "lbrace": "{", "rbrace": "}",
    "lbrack": "[", "rbrack": "]", "transpose": "T", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "lt": "<", "gt": ">",
  ]
}
