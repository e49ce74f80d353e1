/// A walk through a file, comments and texts blanked out, that knows in which types it is.
struct DeclarationScanner {
  private let characters: [Character]
  private let name: String
  private var place = 0
  private var row = 0
  /// What each open brace belongs to: a type by its name, or nil for anything else.
  private var scopes: [String?] = []
  /// The words since the last end of a statement.
  private var words: [String] = []
  private var found: [OwnDeclaration] = []

  init(_ characters: [Character], name: String) {
    self.characters = characters
    self.name = name
  }

  private static let types: Set<String> = ["struct", "class", "enum", "actor", "extension"]

  mutating func scan() -> [OwnDeclaration] {
    while place < characters.count {
      let character = characters[place]
      switch character {
      case "{":
        scopes.append(openedType)
        words = []
      case "}":
        _ = scopes.popLast()
        words = []
      case ";": words = []
      case _ where character.isPartOfName:
        let word = self.word()
        words.append(word)
        if word == name { take() }
        continue
      case _ where character.endsLine:
        row += 1
        // A line that ends in the middle of a declaration is rare before its name.
        if let last = words.last, !DeclarationScanner.goesOn.contains(last) { words = [] }
      case "@": words.append("@")
      default: break
      }
      place += 1
    }
    return found
  }

  private static let goesOn: Set<String> = [
    "func", "static", "private", "public", "struct", "class", "enum", "extension",
    "discardableResult",
    "inlinable", "internal", "fileprivate", "let", "var", "nonisolated",
  ]

  private mutating func word() -> String {
    var word = ""
    while place < characters.count, characters[place].isPartOfName {
      word.append(characters[place])
      place += 1
    }
    return word
  }

  /// The type whose brace opens here.
  private var openedType: String? {
    guard let keyword = words.firstIndex(where: DeclarationScanner.types.contains),
      keyword + 1 < words.count, !words.contains("func")
    else { return nil }
    return words[keyword + 1]
  }

  /// Takes the declaration whose name has just been read, if it is one and can be seen from outside.
  private mutating func take() {
    let before = words.dropLast()
    let types = scopes.compactMap(\.self)
    guard types.count == scopes.count, let keyword = before.last else { return }
    let modifiers = Array(before.dropLast())
    if keyword == "func" {
      found.append(function(modifiers, types))
    } else if ["let", "var"].contains(keyword) {
      guard holdsFunction else { return }
      found.append(
        OwnDeclaration(
          modifiers: modifiers, types: types, isVariable: true, parameters: [], effects: [],
          result: nil, row: row))
    }
  }

  /// Whether what follows a variable's name makes it a function: `: (Double) -> Double`, `= {`.
  private var holdsFunction: Bool {
    let rest = String(characters[place..<min(place + 400, characters.count)])
    let head = rest.prefix { !$0.endsLine }
    let value = head.drop { $0 == " " }
    return value.hasPrefix(":") && head.contains("->")
      || value.hasPrefix("=") && (head.contains("{") || head.dropFirst().allSatisfy { $0 != "(" })
  }

  private mutating func function(_ modifiers: [String], _ types: [String]) -> OwnDeclaration {
    let line = CodeLine(characters[place...].prefix(4000))
    guard let opening = line.characters.firstIndex(of: "("),
      let closing = line.bracket(openingAt: opening)
    else {
      return OwnDeclaration(
        modifiers: modifiers, types: types, isVariable: false, parameters: [], effects: [],
        result: nil, row: row)
    }
    let parameters = line.pieces(of: (opening + 1)..<closing).map { range in
      DeclarationScanner.parameter(line.text(range))
    }
    let head = line.characters[(closing + 1)...].prefix { $0 != "{" }
    let parts = String(head).split(separator: "->", maxSplits: 1)
    let hasResult = String(head).contains("->")
    let effects = (head.first == "-" ? nil : parts.first).map {
      $0.split { !$0.isPartOfName }.map(String.init)
    }
    let result = hasResult ? parts.last : nil
    let type = result.map { result in
      String(result.split { $0.isWhitespace }.joined(separator: " ").prefix(200))
    }
    return OwnDeclaration(
      modifiers: modifiers, types: types, isVariable: false, parameters: parameters,
      effects: effects ?? [], result: type, row: row)
  }

  private static func parameter(_ text: String) -> OwnDeclaration.Parameter {
    let sides = text.split(separator: ":", maxSplits: 1)
    let names = (sides.first ?? "").split { $0.isWhitespace }.map(String.init)
    let type = sides.count > 1 ? String(sides[1]) : ""
    let parts = type.split(separator: "=", maxSplits: 1)
    let bare = (parts.first ?? "").split { $0.isWhitespace }.joined(separator: " ")
    return OwnDeclaration.Parameter(
      label: names.first == "_" ? nil : names.first, name: names.last ?? "", type: bare,
      hasDefault: parts.count > 1)
  }
}

extension Character {
  /// Whether it can stand in a name.
  fileprivate var isPartOfName: Bool { self == "_" || isLetter || isNumber }
}
