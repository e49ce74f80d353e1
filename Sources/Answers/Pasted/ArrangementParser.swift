/// Tells the entries of a pasted value apart.
struct ArrangementParser {
  private(set) var kinds: Set<PastedKind> = []
  private let text: PastedText
  private let comma: PastedArrangement.Comma
  private let lineBreak: PastedArrangement.LineBreak
  private var place = 0

  /// How deeply brackets may be nested.
  private static let deepest = 40

  init(
    _ text: PastedText, _ comma: PastedArrangement.Comma,
    _ lineBreak: PastedArrangement.LineBreak
  ) {
    self.text = text
    self.comma = comma
    self.lineBreak = lineBreak
  }

  /// The text as a whole; nil where it is no value.
  mutating func whole() -> PastedItem? {
    guard let rows = rows(until: nil, depth: 0) else { return nil }
    let filled = rows.filter { !$0.isEmpty }
    guard let first = filled.first?.first else { return nil }
    if filled.count == 1, filled[0].count == 1 { return first }
    if case .entry = first { kinds.insert(.bare) }
    return .list(filled)
  }

  // MARK: Lists

  private enum Gap { case nothing, blank, line }

  private mutating func gap() -> Gap {
    var gap = Gap.nothing
    while let scalar = text[place], scalar.isBlank {
      if scalar == "\n" { gap = .line } else if gap == .nothing { gap = .blank }
      place += 1
    }
    return gap
  }

  private mutating func rows(until close: Unicode.Scalar?, depth: Int) -> [[PastedItem]]? {
    guard depth < ArrangementParser.deepest else { return nil }
    var rows: [[PastedItem]] = [[]]
    var isAfterComma = false
    while true {
      let gap = gap()
      let isFirst = rows[rows.count - 1].isEmpty
      guard let scalar = text[place] else { return close == nil ? rows : nil }
      if scalar == close {
        place += 1
        return rows
      }
      switch scalar {
      case ",":
        guard !isFirst, !isAfterComma else { return nil }
        isAfterComma = true
        place += 1
        continue
      case ";":
        guard !isFirst || rows.count > 1 else { return nil }
        kinds.insert(.semicolons)
        if !isFirst { rows.append([]) }
        isAfterComma = false
        place += 1
        continue
      case ")", "]", "}": return nil
      default: break
      }
      if !isFirst, !isAfterComma {
        if gap == .line, lineBreak == .row {
          kinds.insert(.lines)
          rows.append([])
        } else {
          guard gap != .nothing else { return nil }
          kinds.insert(.blanks)
        }
      }
      guard let item = item(depth: depth) else { return nil }
      rows[rows.count - 1].append(item)
      isAfterComma = false
    }
  }

  private mutating func item(depth: Int) -> PastedItem? {
    let open = text.scalars[place]
    let isList = open == "[" || open == "{" || (open == "(" && opensList(at: place))
    guard isList else { return entry(depth: depth).map { .entry($0) } }
    if open != "[" { kinds.insert(.brackets) }
    place += 1
    let close: Unicode.Scalar = open == "[" ? "]" : open == "{" ? "}" : ")"
    guard let rows = rows(until: close, depth: depth + 1) else { return nil }
    if open == "(", rows.count == 1, rows[0].count == 1, case .list = rows[0][0] {
      return rows[0][0]
    }
    return .list(rows)
  }

  /// Whether round brackets hold a list rather than arithmetic.
  private func opensList(at open: Int) -> Bool {
    guard let close = text.closing(of: open) else { return false }
    var depth = 0
    for place in open + 1..<close {
      switch text.scalars[place] {
      case "[", "{": return true
      case "(": depth += 1
      case ")": depth -= 1
      case ";" where depth == 0: return true
      case "," where depth == 0:
        if comma == .separator || !CommaRuns.isWithin(place, text) { return true }
      case let scalar where depth == 0 && scalar.isBlank && separates(at: place): return true
      default: break
      }
    }
    // A run of decimal commas without blanks is a list too.
    return comma == .decimal
      && text.scalars[open..<close].count(where: { $0 == "," }) > 1
  }

  /// Whether a blank stands between two entries rather than beside an operator.
  private func separates(at blank: Int) -> Bool {
    guard let before = text.scalars[..<blank].last(where: { !$0.isBlank }),
      before.isDigit || before == "." || before == ")" || before == "]" || before == "}"
    else { return false }
    let next = text.skippingBlanks(from: blank)
    guard let scalar = text[next] else { return false }
    if scalar.isDigit || scalar == "." || "([{".unicodeScalars.contains(scalar) { return true }
    guard scalar == "-" || scalar == "+", let after = text[next + 1] else { return false }
    return after.isDigit || after == "." || after == "("
  }

  // MARK: Entries

  /// A number, or arithmetic with numbers, up to what separates it from the next.
  private mutating func entry(depth: Int) -> [Unicode.Scalar]? {
    guard depth < ArrangementParser.deepest else { return nil }
    var output: [Unicode.Scalar] = []
    var isAfterValue = false
    while let scalar = text[place] {
      if scalar.isBlank {
        let next = text.skippingBlanks(from: place)
        guard isAfterValue else {
          place = next
          continue
        }
        guard let following = text[next], ArrangementParser.isOperator(following),
          !separates(at: place)
        else { break }
        place = next
        output.append(" ")
      } else if scalar.isDigit || scalar == "." {
        guard !isAfterValue, let number = number() else { return nil }
        output += number
        isAfterValue = true
      } else if scalar == "(" {
        guard !isAfterValue else { return nil }
        place += 1
        guard let inner = entry(depth: depth + 1), text[place] == ")" else { return nil }
        place += 1
        output += ["("] + inner + [")"]
        isAfterValue = true
      } else if scalar == "²" || scalar == "³" {
        guard isAfterValue else { return nil }
        output.append(scalar)
        place += 1
      } else if ArrangementParser.isOperator(scalar) {
        guard isAfterValue || scalar == "-" || scalar == "+" else { return nil }
        output.append(text.has("**", at: place) ? "^" : scalar)
        place += text.has("**", at: place) ? 2 : 1
        isAfterValue = false
        if text[place]?.isBlank == true, output.count > 1 { output.append(" ") }
      } else {
        break
      }
    }
    return isAfterValue ? output : nil
  }

  private static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "+", "-", "*", "/", "^", "·", "×", "÷": true
    default: false
    }
  }

  private mutating func number() -> [Unicode.Scalar]? {
    var output: [Unicode.Scalar] = []
    var hasPoint = false
    while let scalar = text[place] {
      if scalar.isDigit {
        output.append(scalar)
      } else if scalar == ".", comma == .decimal {
        // Between thousands, or the text would have no decimal commas.
        guard CommaRuns.isDigit(text[place + 1]) else { break }
      } else if scalar == "." {
        guard !hasPoint else { return nil }
        hasPoint = true
        output.append(".")
      } else if scalar == ",", comma != .separator, CommaRuns.isWithin(place, text) {
        if comma == .decimal {
          if hasPoint { break }
          hasPoint = true
          output.append(".")
          kinds.insert(.decimalComma)
        } else {
          kinds.insert(.thousands)
        }
      } else {
        break
      }
      place += 1
    }
    guard output.contains(where: { $0.isDigit }) else { return nil }
    if let letter = text[place], letter == "e" || letter == "E" {
      // Numbers with a power of ten have no thousands to be parted.
      if comma == .thousands { return nil }
      var end = place + 1
      if let sign = text[end], sign == "-" || sign == "+" { end += 1 }
      guard CommaRuns.isDigit(text[end]) else { return nil }
      while CommaRuns.isDigit(text[end]) { end += 1 }
      output += text.scalars[place..<end]
      place = end
    }
    if let next = text[place], next.isInWord || next == "'" { return nil }
    return output
  }
}

extension CommaRuns {
  static func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar?.isDigit == true }
}
