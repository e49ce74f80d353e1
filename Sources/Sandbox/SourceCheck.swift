/// A student's file before it is compiled: what it may not be.
struct SourceCheck {
  let text: String
  /// The lines, without their ends.
  let lines: [Substring]
  /// The text with comments and the contents of strings blanked out, place for place.
  let code: String

  /// What the student is to know of how the file was taken.
  var notes: [String] = []

  /// Why a file is refused, as a sentence.
  struct Refusal: Error {
    let sentence: String
  }

  init(_ bytes: [UInt8], limits: SandboxLimits) throws(Refusal) {
    guard bytes.count <= limits.source else {
      throw Refusal(
        sentence: "the file has \((bytes.count + 1023) >> 10) kB; a Swift answer has at most "
          + "\(limits.source >> 10) kB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(sentence: "the file is not UTF-8 text")
    }
    guard !bytes.contains(0) else {
      throw Refusal(sentence: "the file contains a NUL character, which no Swift source may")
    }
    let fences = MarkdownFences(text)
    self.init(unchecked: fences.text)
    if fences.isThere { notes = [.fences] }
    if SourceCheck.isPython(lines), !code.contains("func ") {
      throw Refusal(sentence: "the file is written in Python; write the function in Swift")
    }
    // Anywhere, in comments too: what is a comment is harder to tell than to write without it.
    if text.contains("#sourceLocation") {
      throw Refusal(
        sentence: "the file contains #sourceLocation, which moves errors to other lines; leave "
          + "it out")
    }
  }

  private init(unchecked text: String) {
    self.text = text
    // As the compiler counts them, for which other separators are only white space.
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
    code = SwiftText.blanked(text)
  }

  /// The file without statements that stand outside all functions.
  func without(_ leftOut: LeftOut) -> SourceCheck {
    var check = SourceCheck(unchecked: leftOut.text)
    check.notes = notes + leftOut.notes
    return check
  }

  /// Whether a line defines a function, or imports a library, as Python does.
  private static func isPython(_ lines: [Substring]) -> Bool {
    lines.contains { line in
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("import numpy") || words.hasPrefix("from numpy") { return true }
      guard words.hasPrefix("def ") || words.hasPrefix("async def ") else { return false }
      return words.contains("(") && words.contains(":")
    }
  }
}

extension Character {
  /// Whether the compiler counts a new line from here.
  var endsLine: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
