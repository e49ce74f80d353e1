import Answers
import LocatedJSON
import Numerics

/// What a student's program printed, made safe to show and short enough to read.
package struct PrintedOutput {
  private let bytes: [UInt8]
  private let isCut: Bool

  private static let mostLines = 4
  private static let longestLine = 120
  /// What Swift prints after the line at which it ended a program.
  private static let endings = [": Fatal error", ": Precondition failed", ": Assertion failed"]

  /// The same for want of memory, where it knows no line.
  private static let ofMemory = "Fatal error: failed to allocate "

  package init(_ bytes: [UInt8], isCut: Bool) {
    self.bytes = bytes
    self.isCut = isCut
  }

  /// Nil where nothing was printed.
  package var sentence: Message? {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(whereSeparator: { $0.isNewline }).filter { !isOfCrash($0) }
    if lines.isEmpty { return nil }
    let shown = lines.prefix(PrintedOutput.mostLines).map { line in
      let visible = Quotation.visible(line.unicodeScalars.prefix(PrintedOutput.longestLine))
      return line.unicodeScalars.count > PrintedOutput.longestLine ? visible + "…" : visible
    }
    let further = lines.count - shown.count
    let rest: Message = isCut ? "cut off" : "\(further) more \(further == 1 ? "line" : "lines")"
    let more: Message = further > 0 || isCut ? " | … (\(rest))" : ""
    return "It printed: \(visible: shown.joined(separator: " | "))\(more)"
  }

  /// Whether Swift printed a line when it ended the program, which is told where the call broke off.
  private func isOfCrash(_ line: Substring) -> Bool {
    let parts = String(line).pieces(between: ".swift:")
    return line.hasPrefix(PrintedOutput.ofMemory)
      || parts.dropFirst().contains { part in
        let rest = part.utf8.drop { $0.isDigit }
        return rest.startIndex != part.startIndex
          && PrintedOutput.endings.contains { rest.starts(with: $0.utf8) }
      }
  }
}
