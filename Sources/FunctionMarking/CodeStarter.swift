import LocatedJSON
import Numerics

/// The body of a function that a student begins with: unfinished, or with a slip to be found.
package struct CodeStarter: Sendable {
  /// Its lines, without the declaration and its braces.
  private let lines: [String]

  /// Nil, with a problem reported, where it is no text and no list of lines.
  init?(_ value: LocatedValue, _ report: ProblemReport) {
    let name = "\(Quotation(CodeKeys.starter.name))"
    if case .array = value.kind {
      guard let lines = report.readArray(value, of: String.self, calling: name) else { return nil }
      self.lines = lines
    } else {
      guard let text = report.read(value, as: String.self, calling: name) else { return nil }
      lines = text.pieces(between: "\n")
    }
    if lines.allSatisfy({ $0.allSatisfy { $0.isWhitespace } }) {
      report.report("\(name) must have a line of code at least", at: value)
    }
  }

  /// The function as it is handed out.
  func text(of signature: Signature) -> String {
    (["\(signature) {"] + lines.map { $0.isEmpty ? "" : "  " + $0 } + ["}"]).joined(separator: "\n")
  }

  /// Whether a program has the function as it was handed out, but for blanks and comments.
  package func isUnchanged(_ signature: Signature, in program: SourceText) -> Bool {
    let handedIn = String(decoding: program.bytes, as: UTF8.self)
    return handedIn.codeAlone.holds(text(of: signature).codeAlone)
  }
}

extension String {
  /// The text without blanks and what stands behind `//`.
  fileprivate var codeAlone: String {
    var result = ""
    for line in split(whereSeparator: { $0.isNewline }) {
      let code = String(line).pieces(between: "//")[0]
      result += code.filter { !$0.isWhitespace }
    }
    return result
  }
}
