import Signatures

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

  init(_ bytes: [UInt8], limits: BenchLimits) throws(Refusal) {
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
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    code = SwiftText.blanked(text)
    if code.contains("#sourceLocation") {
      throw Refusal(
        sentence: "the file contains #sourceLocation, which moves errors to other lines; leave "
          + "it out")
    }
  }
}
