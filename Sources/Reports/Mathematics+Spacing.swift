extension Mathematics {
  /// An item with the room it takes in a row.
  struct Placement {
    let item: Item
    /// Columns left free before the item.
    let gap: Int
    /// Whether the gap was asked for by a spacing command, and how wide it asked for.
    let requested: Int
    /// Whether a/b would run into its neighbours without brackets.
    var needsBrackets = false
    let leading: Role
    let trailing: Role
  }

  /// The items that are seen, with the gaps that a typesetter would leave between them.
  ///
  /// - Parameter isTight: Whether operators take no room, as in an index.
  func placements(isTight: Bool) -> [Placement] {
    var bars = BarCounter(items)
    var result: [Placement] = []
    var isSoft = false
    var requested = 0
    for item in items {
      if case .space(let space) = item {
        if case .columns(let width) = space { requested += width } else { isSoft = true }
        continue
      }
      let left = result.last?.trailing
      var leading = bars.settle(item.leading)
      var trailing = item.leading == .bar ? leading : item.trailing
      if leading == .binary, Self.isSign(after: left) { (leading, trailing) = (.prefix, .prefix) }
      var gap = Self.isApart(left, leading, isSoft: isSoft) ? 1 : 0
      if isTight, !Self.wouldMerge(result.last?.item, item) { gap = 0 }
      if !isTight, Self.wouldMerge(result.last?.item, item) { gap = 1 }
      if Self.isSpacedByText(result.last?.item, item) { gap = 0 }
      gap = max(gap, isTight ? min(requested, 1) : requested)
      result.append(
        Placement(
          item: item, gap: result.isEmpty ? 0 : gap, requested: requested,
          leading: leading, trailing: trailing))
      (isSoft, requested) = (false, 0)
    }
    return Self.bracketingFractions(result)
  }

  /// Whether a minus or plus behind this is a sign and no operation.
  private static func isSign(after left: Role?) -> Bool {
    switch left {
    case nil, .binary, .relation, .punctuation, .opening, .slash, .prefix, .function,
      .largeOperator:
      true
    case .letter, .number, .ordinary, .closing, .bar, .ellipsis: false
    }
  }

  private static func isApart(_ left: Role?, _ right: Role, isSoft: Bool) -> Bool {
    guard let left else { return false }
    switch (left, right) {
    case (.slash, _), (_, .slash), (_, .punctuation): return false
    case (.relation, _), (_, .relation): return true
    case (.prefix, _): return false
    case (.binary, _), (_, .binary): return true
    case (.opening, _), (_, .closing), (.bar, _), (_, .bar): return false
    case (.punctuation, _), (.largeOperator, _), (_, .largeOperator): return true
    case (.function, .opening): return false
    case (.function, _), (_, .function), (.ellipsis, _), (_, .ellipsis): return true
    case (.number, .number): return true
    default: return isSoft
    }
  }

  /// Whether two words would be read as one.
  private static func wouldMerge(_ left: Item?, _ right: Item) -> Bool {
    switch (left, right) {
    case (.unknown(let left)?, .symbol(let right)): isWord(left) && isWord(right.text)
    case (.symbol(let left)?, .unknown(let right)): isWord(left.text) && isWord(right)
    case (.unknown(let left)?, .unknown(let right)): isWord(left) && isWord(right)
    case (.symbol(let left)?, .symbol(let right)):
      (left.role == .function || right.role == .function) && isWord(left.text)
        && isWord(right.text)
    default: false
    }
  }

  /// Whether words in the row bring their own space: `\text{if } x`.
  private static func isSpacedByText(_ left: Item?, _ right: Item) -> Bool {
    if case .text(let text)? = left, text.hasSuffix(" ") { return true }
    if case .text(let text) = right, text.hasPrefix(" ") { return true }
    return false
  }

  private static func isWord(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static func bracketingFractions(_ placements: [Placement]) -> [Placement] {
    var result = placements
    for index in placements.indices where placements[index].item.isWrittenWithSlash {
      let before = index > 0 ? placements[index - 1] : nil
      let after = index + 1 < placements.count ? placements[index + 1] : nil
      // A sign leaves the fraction what it is: −a/b.
      let isSigned = before?.item == .symbol(Symbol("−", .binary))
      let left = isSigned ? nil : before?.trailing
      result[index].needsBrackets =
        isFactor(left, orOneOf: [.slash, .function, .prefix, .closing])
        || isFactor(after?.leading, orOneOf: [.slash, .function, .largeOperator, .opening, .bar])
    }
    return result
  }

  private static func isFactor(_ role: Role?, orOneOf others: [Role]) -> Bool {
    guard let role else { return false }
    return [.letter, .number, .ordinary].contains(role) || others.contains(role)
  }

  /// Tells bars that open from bars that close, which look the same.
  private struct BarCounter {
    private let arePaired: Bool
    private var isOpen = false

    init(_ items: [Item]) {
      arePaired = items.filter { $0.leading == .bar }.count.isMultiple(of: 2)
    }

    mutating func settle(_ role: Role) -> Role {
      guard role == .bar, arePaired else { return role }
      isOpen.toggle()
      return isOpen ? .opening : .closing
    }
  }
}

extension Mathematics.Item {
  /// The part that the left edge plays.
  var leading: Mathematics.Role {
    switch self {
    case .symbol(let symbol): symbol.role
    case .fenced(let open, _, _): open.isEmpty ? .ordinary : .opening
    case .table(let table): table.open.isEmpty ? .ordinary : .opening
    case .scripts(let scripts):
      scripts.base.items.count == 1 ? scripts.base.items[0].baseLeading : .ordinary
    case .lettering(_, let inner): inner.isWord ? .function : .ordinary
    default: .ordinary
    }
  }

  /// The part that the right edge plays.
  var trailing: Mathematics.Role {
    switch self {
    case .fenced(_, _, let close): close.isEmpty ? .ordinary : .closing
    case .table(let table): table.close.isEmpty ? .ordinary : .closing
    case .scripts(let scripts):
      switch leading {
      case .opening: scripts.base.items.count == 1 ? scripts.base.items[0].baseTrailing : .ordinary
      default: leading
      }
    default: leading
    }
  }

  // Scripts never stand directly on scripts, so these two do not go round in circles.
  private var baseLeading: Mathematics.Role {
    if case .scripts = self { .ordinary } else { leading }
  }

  private var baseTrailing: Mathematics.Role {
    if case .scripts = self { .ordinary } else { trailing }
  }

  /// Whether the item is a fraction that takes a slash, not one of Unicode's such as ½.
  var isWrittenWithSlash: Bool {
    guard case .fraction(let numerator, let denominator) = self else { return false }
    return Mathematics.vulgar(numerator, denominator) == nil
  }
}

extension Mathematics {
  /// Whether this is a name of several letters.
  var isWord: Bool {
    items.count > 1
      && items.allSatisfy {
        if case .symbol(let symbol) = $0 { symbol.role == .letter } else { false }
      }
  }
}
