import LocatedJSON
import Numerics

extension Submission {
  /// A Swift file by itself, which may name its exercise and student in comments at the top:
  /// `// exercise: 16.4-jacobian`.
  static func swift(_ source: SourceText) -> Submission {
    var submission = Submission(source: source)
    submission.program = source
    let lines = source.spelling(of: source.contentStart..<source.bytes.count)
      .split(whereSeparator: { $0.isNewline })
    for line in lines.prefix(mostHeadings) {
      guard line.hasPrefix("//") else { break }
      let words = line.drop { $0 == "/" }.split(separator: ":", maxSplits: 1)
        .map { $0.trimmingWhitespace }
      guard words.count == 2, !words[1].isEmpty else { continue }
      switch words[0].lowercased() {
      case "exercise": submission.exercise = words[1]
      case "student": submission.student = words[1]
      default: break
      }
    }
    return submission
  }

  /// How many lines at the top of a Swift file may be headings.
  private static let mostHeadings = 10
}
