import Numerics

extension Mathematics {
  /// The mathematics in one line.
  package var line: String { line(isTight: false) }

  func line(isTight: Bool) -> String {
    var result = ""
    for placement in placements(isTight: isTight) {
      let text = placement.item.line(isTight: isTight)
      result += String(repeating: " ", count: placement.gap)
      result += placement.needsBrackets ? "(\(text))" : text
    }
    return result
  }

  // MARK: - Fractions

  /// The one character that Unicode has for a fraction, if it has one.
  static func vulgar(_ numerator: Mathematics, _ denominator: Mathematics) -> String? {
    guard case .symbol(let above)? = numerator.only, case .symbol(let below)? = denominator.only
    else { return nil }
    return vulgarFractions["\(above.text)/\(below.text)"]
  }

  private static let vulgarFractions = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖",
    "3/5": "⅗", "4/5": "⅘", "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞",
  ]

  fileprivate static func fraction(_ numerator: Mathematics, _ denominator: Mathematics) -> String {
    if let character = vulgar(numerator, denominator) { return character }
    let above = numerator.line
    let below = denominator.line
    return (numerator.isProduct ? above : "(\(above))") + "/"
      + (denominator.isFactor ? below : "(\(below))")
  }

  /// The only item, where there is exactly one.
  var only: Item? { items.count == 1 ? items[0] : nil }

  /// Whether nothing in the row binds less than a product, so that it can stand over a slash.
  private var isProduct: Bool {
    !items.isEmpty
      && placements(isTight: false).allSatisfy { placement in
        switch placement.leading {
        case .relation, .binary, .slash, .punctuation, .function, .largeOperator, .ellipsis: false
        default: !placement.item.isWrittenWithSlash && !placement.item.isPhrase
        }
      }
  }

  /// Whether the row is one thing, so that it can stand under a slash: `2`, `wⱼ`, `∂w`, `(a + b)`.
  private var isFactor: Bool {
    let visible = placements(isTight: false)
    guard let first = visible.first else { return false }
    let isDifferential = first.leading == .prefix || first.item == .symbol(Symbol("d", .letter))
    let count = visible.count - (isDifferential && visible.count > 1 ? 1 : 0)
    guard count == 1, let last = visible.last else { return false }
    switch last.leading {
    case .letter, .number, .ordinary: return !last.item.isWrittenWithSlash && !last.item.isPhrase
    case .opening: return last.trailing == .closing
    default: return false
    }
  }
}

extension Mathematics.Item {
  func line(isTight: Bool) -> String {
    switch self {
    case .symbol(let symbol): symbol.text
    case .text(let text), .unknown(let text): text
    case .space: ""
    case .lineBreak: "; "
    case .group(let inner): inner.line(isTight: isTight)
    case .fraction(let numerator, let denominator): Mathematics.fraction(numerator, denominator)
    case .root(let inner, let index): Self.root(inner, index)
    case .accent(let accent, let inner): Self.accented(accent, inner.line(isTight: isTight))
    case .lettering(let lettering, let inner): lettering.applied(to: inner.line(isTight: isTight))
    case .scripts(let scripts): scripts.base.scriptBase(isTight: isTight) + scripts.line
    case .fenced(let open, let inner, let close): open + inner.line(isTight: isTight) + close
    case .table(let table): table.line
    }
  }

  /// Whether this is text of several words.
  fileprivate var isPhrase: Bool {
    if case .text(let text) = self { text.contains(" ") } else { false }
  }

  private static func root(_ inner: Mathematics, _ index: Mathematics?) -> String {
    let sign: String
    switch index?.line {
    case nil, "": sign = "√"
    case "3": sign = "∛"
    case "4": sign = "∜"
    case let degree?: sign = (Mathematics.Scripts.raised(degree) ?? "(\(degree))") + "√"
    }
    let text = inner.line
    let isBare = text.count == 1 || inner.only?.leading == .number
    return isBare ? sign + text : "\(sign)(\(text))"
  }

  private static func accented(_ accent: Mathematics.Accent, _ text: String) -> String {
    guard text.count == 1 else { return "\(accent.rawValue)(\(text))" }
    // One character where Unicode has it: many fonts misplace a combining mark.
    return (text + String(Character(accent.mark))).canonicallyComposed
  }
}

extension Mathematics {
  /// The row as something that an index can stand behind.
  func scriptBase(isTight: Bool) -> String {
    let text = line(isTight: isTight)
    guard let only else { return items.isEmpty ? "" : "(\(text))" }
    switch only {
    case .fraction, .root: return "(\(text))"
    case .group(let inner): return inner.scriptBase(isTight: isTight)
    default: return text
    }
  }
}

extension Mathematics.Table {
  /// The table in one line, its rows separated by semicolons: `(1 0; 0 1)`.
  var line: String {
    let cells = rows.map { $0.map { $0.line } }
    let isSpaced = cells.contains { $0.contains { $0.contains(" ") } }
    let separator: String
    switch arrangement {
    case .matrix: separator = isSpaced ? ", " : " "
    case .cases: separator = "  "
    case .aligned: separator = " "
    }
    let inner = cells.map { $0.filter { !$0.isEmpty }.joined(separator: separator) }
    let gap = arrangement == .cases ? " " : ""
    return open + gap + inner.joined(separator: "; ") + close
  }
}
