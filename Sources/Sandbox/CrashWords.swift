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
  private static let beginnings = [
    "Fatal error", "Precondition failed", "Assertion failed", "Could not allocate memory",
  ]

  /// What broke the program off, in Swift's words where it gave some, and the line.
  ///
  /// - Parameter place: Where it was; a line that Swift names itself comes first.
  func message(signal: Int, at place: CrashPlaces.Place?) -> String? {
    let near = place?.isNear == true ? "near " : ""
    let line = place?.row.map { " (\(near)line \($0))" } ?? ""
    if let own { return own.isPlaced ? own.text : own.text + line }
    let meaning = place?.failure.map(CrashWords.meaning(of:)) ?? CrashWords.meaning(of: signal)
    return meaning.map { $0 + line }
  }

  /// Swift's message, such as `Fatal error: Index out of range`, and whether it has its line.
  private var own: (text: String, isPlaced: Bool)? {
    for line in lines.reversed() {
      for beginning in CrashWords.beginnings {
        guard let start = line.firstRange(of: beginning)?.lowerBound else { continue }
        let place = line[..<start].split(separator: ":")
        var message = String(line[start...])
        let isPlaced = place.count >= 2 && place[0].hasSuffix(AnswerFolder.sourceName)
        if isPlaced, let row = Int(place[1]) { message += " (line \(row))" }
        return (Visible.text(message, longest: CrashWords.longest), isPlaced)
      }
    }
    return nil
  }

  /// What a check of the compiler's found that says nothing itself.
  private static func meaning(of failure: String) -> String {
    failure == "arithmetic overflow"
      ? "a whole number became too large or too small for its type" : failure
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
