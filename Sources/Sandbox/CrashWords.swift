import Foundation

/// The last that a program printed, in which Swift says what went wrong.
struct CrashWords {
  private static let longest = 300
  private let text: String

  init(_ bytes: [UInt8]) {
    text = String(decoding: StackTrace.removed(from: bytes), as: UTF8.self)
  }

  private var lines: [Substring] { text.split(whereSeparator: \.isNewline) }

  /// The last line of all.
  var lastLine: String { Visible.text(String(lines.last ?? ""), longest: CrashWords.longest) }

  /// How Swift begins what it says of a program that it ends.
  private static let beginnings = ["Fatal error", "Precondition failed", "Assertion failed"]

  /// Swift's message, such as `Fatal error: Index out of range`, with the line where it knows it.
  var message: String? {
    for line in lines.reversed() {
      for beginning in CrashWords.beginnings {
        guard let start = line.firstRange(of: beginning)?.lowerBound else { continue }
        let place = line[..<start].split(separator: ":")
        var message = String(line[start...])
        if place.count >= 2, place[0].hasSuffix(AnswerFolder.sourceName), let row = Int(place[1]) {
          message += " (line \(row))"
        }
        return Visible.text(message, longest: CrashWords.longest)
      }
    }
    return nil
  }

  /// Whether the program broke off for want of memory.
  var speakOfMemory: Bool {
    ["Could not allocate memory", "failed to allocate", "bad_alloc", "Out of memory"]
      .contains { text.contains($0) }
  }

  /// What a signal means where nothing was said; nil where it says nothing either.
  static func meaning(of signal: Int) -> String? {
    switch Int32(truncatingIfNeeded: signal) {
    case SIGSEGV, SIGBUS:
      "it touched memory that is not its own, or called itself without end"
    case SIGFPE: "a whole number was divided by zero"
    case SIGKILL: "it was stopped by the system, perhaps for want of memory"
    case SIGABRT: "it aborted"
    default: nil
    }
  }
}
