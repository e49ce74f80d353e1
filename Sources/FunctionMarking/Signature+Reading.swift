import Backpropagation

extension Signature {
  /// Why a text is no declaration that an exercise can ask for, and where.
  package struct ReadingError: Error, Hashable, Sendable {
    package let message: String
    /// The characters at fault, counted in Unicode scalars from 0.
    package let range: Range<Int>

    init(_ message: String, at range: Range<Int>) {
      self.message = message
      self.range = range
    }
  }

  /// Reads a Swift declaration such as `func delta(_ z: [Double], target y: Double) -> Double`.
  ///
  /// - Throws: What is not understood, with its place and what is allowed there.
  package init(reading text: String) throws(ReadingError) {
    var reader = SignatureReader(text)
    self = try reader.signature()
  }
}

/// Reads declarations word by word.
private struct SignatureReader {
  private let words: [(text: String, range: Range<Int>)]
  private let end: Int
  private var place = 0

  init(_ text: String) {
    words = SignatureReader.words(of: text)
    end = text.unicodeScalars.count
  }

  package mutating func signature() throws(Signature.ReadingError) -> Signature {
    try take("func")
    let name = try name("the name of the function")
    if name == "_" { throw fault("a function needs a name", at: place - 1) }
    try take("(")
    var parameters: [Signature.Parameter] = []
    if next != ")" {
      repeat {
        try parameters.append(parameter(after: parameters))
      } while skip(",")
    }
    try take(")", after: parameters.isEmpty ? "" : "',' or ")
    try take("->")
    let result = try type(isResult: true)
    if place < words.count { throw expected("nothing more after the result") }
    return Signature(name: name, parameters: parameters, result: result)
  }

  private mutating func parameter(
    after others: [Signature.Parameter]
  ) throws(Signature.ReadingError) -> Signature.Parameter {
    let first = try identifier("the name of a parameter" + (others.isEmpty ? " or ')'" : ""))
    if next == ":" { place -= 1 }
    let name = try name("':' and a type")
    if name == "_" {
      throw fault("a parameter needs a name by which inputs are listed", at: place - 1)
    }
    if others.contains(where: { $0.name == name }) {
      throw fault("there are two parameters \(Self.quoted(name))", at: place - 1)
    }
    try take(":")
    return Signature.Parameter(
      label: first == "_" ? nil : first, name: name, type: try type(isResult: false))
  }

  private mutating func type(isResult: Bool) throws(Signature.ReadingError) -> ValueType {
    if next == "(", isResult { return try tuple() }
    var depth = 0
    while next == "[" {
      depth += 1
      if depth > ValueType.deepestArray {
        throw fault("arrays may be nested to depth \(ValueType.deepestArray)", at: place)
      }
      place += 1
    }
    var type: ValueType
    switch next {
    case "Int": type = .int
    case "Bool": type = .bool
    case "Double": type = .double
    default:
      throw expected(.type(orTuple: isResult && depth == 0))
    }
    place += 1
    for _ in 0..<depth {
      try take("]")
      type = .array(type)
    }
    return type
  }

  private mutating func tuple() throws(Signature.ReadingError) -> ValueType {
    let start = place
    try take("(")
    var members: [ValueType.Member] = []
    repeat {
      let label = try identifier("the label of a part")
      if label == "_" { throw fault("every part needs a label", at: place - 1) }
      if members.contains(where: { $0.label == label }) {
        throw fault("there are two parts \(Self.quoted(label))", at: place - 1)
      }
      try take(":")
      members.append(.init(label: label, type: try type(isResult: false)))
    } while skip(",")
    try take(")", after: "',' or ")
    if members.count < 2 {
      throw fault("a tuple has at least two parts, each with a label", at: start)
    }
    return .tuple(members)
  }

  // MARK: Words

  private var next: String? { place < words.count ? words[place].text : nil }

  private mutating func skip(_ word: String) -> Bool {
    if next == word { place += 1 } else { return false }
    return true
  }

  /// - Parameter others: What else might stand here, for the message.
  private mutating func take(
    _ word: String, after others: String = ""
  ) throws(Signature.ReadingError) {
    if !skip(word) { throw expected("\(others)'\(word)'") }
  }

  private mutating func identifier(
    _ wanted: String
  ) throws(Signature.ReadingError) -> String {
    guard let word = next, word.unicodeScalars.first.map(Self.beginsName) == true else {
      throw expected(wanted)
    }
    place += 1
    return word
  }

  /// An identifier that is declared, and so must be none of Swift's own words.
  private mutating func name(_ wanted: String) throws(Signature.ReadingError) -> String {
    let word = try identifier(wanted)
    if Self.reserved.contains(word) {
      throw fault("'\(word)' is a word of Swift's own and no name", at: place - 1)
    }
    return word
  }

  private static let reserved: Set<String> = [
    "Any", "Self", "as", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]

  /// What should stand at the next word, and what stands there.
  private func expected(_ wanted: String) -> Signature.ReadingError {
    let found = next.map { ", not \(Self.quoted($0))" } ?? " at the end"
    return fault("expected \(wanted)\(found)", at: place)
  }

  private static func quoted(_ word: String) -> String {
    word.count > 40 ? "'\(word.prefix(40))…'" : "'\(word)'"
  }

  private func fault(_ message: String, at place: Int) -> Signature.ReadingError {
    let range = place < words.count ? words[place].range : max(0, end - 1)..<max(1, end)
    return Signature.ReadingError(message, at: range)
  }

  private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  private static func words(of text: String) -> [(text: String, range: Range<Int>)] {
    let scalars = Array(text.unicodeScalars)
    var words: [(text: String, range: Range<Int>)] = []
    var start = 0
    while start < scalars.count {
      var end = start + 1
      if scalars[start].properties.isWhitespace {
        start = end
        continue
      }
      if beginsName(scalars[start]) {
        while end < scalars.count,
          beginsName(scalars[end]) || scalars[end].properties.numericType != nil
        {
          end += 1
        }
      } else if scalars[start] == "-", end < scalars.count, scalars[end] == ">" {
        end += 1
      }
      words.append((String(String.UnicodeScalarView(scalars[start..<end])), start..<end))
      start = end
    }
    return words
  }
}

extension String {
  fileprivate static func type(orTuple: Bool) -> String {
    "Int, Bool, Double or an array of them"
      + (orTuple ? ", or a tuple such as (dW: [[Double]], db: [Double])" : "")
  }
}
