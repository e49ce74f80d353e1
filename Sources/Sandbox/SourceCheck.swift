/// A student's file before it is compiled: what it may not be.
struct SourceCheck {
  let text: String
  /// The lines, without their ends.
  let lines: [Substring]
  /// The text with comments and the contents of strings blanked out, place for place.
  let code: String

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
    self.text = text
    // As the compiler counts them, for which other separators are only white space.
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
    code = SwiftText.blanked(text)
    // Anywhere, in comments too: what is a comment is harder to tell than to write without it.
    if text.contains("#sourceLocation") {
      throw Refusal(
        sentence: "the file contains #sourceLocation, which moves errors to other lines; leave "
          + "it out")
    }
  }
}

extension Character {
  /// Whether the compiler counts a new line from here.
  var endsLine: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
