import FunctionMarking

/// An error of the compiler's with the program around it, as whoever gives advice looks at it.
struct Complaint {
  let error: FunctionReport.CompilerError
  /// The lines of the program.
  let program: [Substring]
  /// The line that the error is in.
  let line: CodeLine
  /// Where in the line.
  let place: Int

  init(_ error: FunctionReport.CompilerError, in program: [Substring]) {
    self.error = error
    self.program = program
    line = CodeLine(program.indices.contains(error.line - 1) ? program[error.line - 1] : "")
    place = line.place(ofColumn: error.column)
  }

  /// What stands for each `*` of a pattern that the message fits; it may go on behind it.
  func fits(_ pattern: String) -> [String]? {
    Complaint.parts(of: error.message, pattern)
  }

  /// The word at the place of the error.
  var word: String { line.word(at: place).map { line.text($0) } ?? "" }

  /// Whether the line is all that a pattern has in it.
  func holds(_ parts: String...) -> Bool { parts.allSatisfy { line.text.contains($0) } }

  static func parts(of message: String, _ pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, message.hasPrefix(first) else { return nil }
    var rest = message.dropFirst(first.count)
    var found: [String] = []
    for piece in pieces.dropFirst() {
      if piece.isEmpty {
        found.append(String(rest))
        rest = rest[rest.endIndex...]
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        found.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return found
  }
}

// MARK: - What things are

extension Complaint {
  /// How many brackets it takes to get at a number.
  enum Shape: Int {
    case number, vector, matrix

    /// The shape of what the compiler calls a type; nil where it is none of numbers.
    init?(type: String) {
      let inner = type.drop { $0 == "[" }
      let depth = type.count - inner.count
      guard let shape = Shape(rawValue: depth),
        ["Double", "Int", "Float", "CGFloat"].contains(inner.prefix { $0.isLetter })
      else { return nil }
      self = shape
    }
  }

  /// What a name was declared as, or is most likely; numbers and calls of functions are numbers.
  func shape(of text: String) -> Shape {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !name.isEmpty, name.first?.isNumber == false else { return .number }
    let rest = text.dropFirst(name.count)
    guard rest.isEmpty || rest.hasPrefix("[") else {
      return rest.contains(".map") || rest.hasPrefix(".map") ? .vector : .number
    }
    let entries = rest.split(separator: "]").count
    return Shape(rawValue: max(0, declared(name).rawValue - entries)) ?? .number
  }

  private func declared(_ name: Substring) -> Shape {
    for row in program.prefix(error.line).reversed() {
      let line = CodeLine(row)
      for place in line.characters.indices {
        guard let word = line.word(at: place), word.lowerBound == place,
          line.text(word) == name, let next = line.nextCharacter(from: word.upperBound)
        else { continue }
        let after = line.text(next..<line.count)
        if after.hasPrefix(":") {
          let type = String(after.dropFirst().drop { $0 == " " })
          if let shape = Shape(type: type) { return shape }
        }
        let isBinding = row.contains("let \(name) =") || row.contains("var \(name) =")
        if isBinding, after.hasPrefix("=") { return initial(after) }
      }
    }
    return .number
  }

  private func initial(_ value: String) -> Shape {
    if value.hasPrefix("= [[") { return .matrix }
    return value.hasPrefix("= [") || value.contains(".map") ? .vector : .number
  }
}
