import Signatures

/// The errors in what the compiler wrote: those in the student's file, and the adapters that
/// could not be compiled.
struct Diagnostics {
  /// How many errors are passed on, and how long their words may be.
  private static let mostErrors = 20
  private static let longestMessage = 400
  private static let longestExcerpt = 400

  var errors: [CodeReport.CompilerError] = []
  /// The adapters' places.
  var adapters: Set<Int> = []
  /// Errors without a place in a file, as they are.
  var elsewhere: [String] = []

  /// Reads `path:line:column: error: words` and leaves everything else.
  init(_ messages: [UInt8], lines: [Substring]) {
    let text = String(decoding: messages, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      guard let found = line.firstRange(of: ": error: ") else { continue }
      let message = String(line[found.upperBound...])
      let place = line[..<found.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      if place.first == "submission.swift", place.count == 3, let row = Int(place[1]),
        let column = Int(place[2]), lines.indices.contains(row - 1)
      {
        add(message, line: row, column: column, excerpt: lines[row - 1])
      } else if let adapter = Diagnostics.adapter(place.first) {
        adapters.insert(adapter)
      } else {
        elsewhere.append(Visible.text(message, longest: Diagnostics.longestMessage))
      }
    }
    errors.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private mutating func add(_ message: String, line: Int, column: Int, excerpt: Substring) {
    let error = CodeReport.CompilerError(
      line: line, column: column,
      message: Visible.text(
        Diagnostics.translate(message), longest: Diagnostics.longestMessage),
      excerpt: String(excerpt.prefix(Diagnostics.longestExcerpt)))
    if errors.count < Diagnostics.mostErrors && !errors.contains(error) { errors.append(error) }
  }

  private static func adapter(_ name: Substring?) -> Int? {
    guard let name, name.hasPrefix("adapter"), name.hasSuffix(".swift") else { return nil }
    return Int(name.dropFirst(7).dropLast(6))
  }

  /// The compiler's words where they would mislead here.
  private static func translate(_ message: String) -> String {
    for prefix in ["no such module '", "cannot load underlying module for '"]
    where message.hasPrefix(prefix) && message.hasSuffix("'") {
      return unavailable(message.dropFirst(prefix.count).dropLast())
    }
    return message
  }

  static func unavailable(_ module: Substring) -> String {
    "import \(module) is not available here"
  }
}
