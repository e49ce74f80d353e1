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

  mutating func signature() throws(Signature.ReadingError) -> Signature {
    try take("func")
    let name = try identifier("the name of the function")
    try take("(")
    var parameters: [Signature.Parameter] = []
    while next != ")" {
      if !parameters.isEmpty { try take(",") }
      let parameter = try self.parameter()
      if parameters.contains(where: { $0.name == parameter.name }) {
        throw error("there are two parameters '\(parameter.name)'", at: place - 1)
      }
      parameters.append(parameter)
    }
    try take(")")
    try take("->")
    let result = try type(isResult: true)
    if place < words.count { throw error("nothing may follow the result", at: place) }
    return Signature(name: name, parameters: parameters, result: result)
  }

  private mutating func parameter() throws(Signature.ReadingError) -> Signature.Parameter {
    let first = try identifier("the name of a parameter, or ')'")
    let name = next == ":" ? first : try identifier("':' and a type")
    if name == "_" {
      throw error("a parameter needs a name by which inputs are listed", at: place - 1)
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
        throw error("arrays may be nested to depth \(ValueType.deepestArray)", at: place)
      }
      place += 1
    }
    let start = place
    var type: ValueType
    switch next {
    case "Int": type = .int
    case "Bool": type = .bool
    case "Double": type = .double
    default:
      throw error(.typeExpected(isResult: isResult && depth == 0), at: start)
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
    while next != ")" {
      if !members.isEmpty { try take(",") }
      let label = try identifier("the label of a part")
      if members.contains(where: { $0.label == label }) {
        throw error("there are two parts '\(label)'", at: place - 1)
      }
      try take(":")
      members.append(.init(label: label, type: try type(isResult: false)))
    }
    try take(")")
    if members.count < 2 {
      throw error("a tuple has at least two parts, each with a label", at: start)
    }
    return .tuple(members)
  }

  // MARK: Words

  private var next: String? { place < words.count ? words[place].text : nil }

  private mutating func take(_ word: String) throws(Signature.ReadingError) {
    guard next == word else { throw error("expected '\(word)'", at: place) }
    place += 1
  }

  private mutating func identifier(
    _ expected: String
  ) throws(Signature.ReadingError) -> String {
    guard let word = next, word.unicodeScalars.first.map(Self.beginsName) == true else {
      throw error("expected \(expected)", at: place)
    }
    place += 1
    return word
  }

  private func error(_ message: String, at place: Int) -> Signature.ReadingError {
    guard place < words.count else {
      return Signature.ReadingError("\(message) at the end", at: max(0, end - 1)..<max(1, end))
    }
    return Signature.ReadingError("\(message), not '\(words[place].text)'", at: words[place].range)
  }

  private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  private static func words(of text: String) -> [(String, Range<Int>)] {
    let scalars = Array(text.unicodeScalars)
    var words: [(String, Range<Int>)] = []
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
  fileprivate static func typeExpected(isResult: Bool) -> String {
    "expected Int, Bool, Double or an array of them"
      + (isResult ? ", or a tuple such as (dW: [[Double]], db: [Double])" : "")
  }
}
