import LocatedJSON

extension Submission {
  /// A Swift file by itself, which may name its exercise and student in comments at the top:
  /// `// exercise: 16.4-jacobian`.
  static func swift(_ source: SourceText) -> Submission {
    var submission = Submission(source: source)
    submission.program = source
    let lines = source.spelling(of: source.contentStart..<source.bytes.count)
      .split(whereSeparator: \.isNewline)
    for line in lines.prefix(mostHeadings) {
      guard line.hasPrefix("//") else { break }
      let words = line.drop { $0 == "/" || $0 == " " }.split(separator: ":", maxSplits: 1)
      guard words.count == 2 else { continue }
      let value = words[1].trimmingPrefix(while: \.isWhitespace)
      if value.isEmpty { continue }
      switch words[0].lowercased() {
      case "exercise": submission.exercise = String(value)
      case "student": submission.student = String(value)
      default: break
      }
    }
    return submission
  }

  /// How many lines at the top of a Swift file may be headings.
  private static let mostHeadings = 10
}
