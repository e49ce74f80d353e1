/// One thing that the compiler printed: where, what, and what it set under the line.
struct PrintedDiagnostic {
  enum Kind: String, CaseIterable {
    case error, note
  }

  let kind: Kind
  /// The file, the line and the column, as far as they were given.
  let place: [Substring]
  let message: Substring
  /// The marks under the line, and what the compiler would write there.
  private(set) var marks: [Substring] = []

  /// The line, where the place has one.
  var line: Int? { place.count == 3 ? Int(place[1]) : nil }
  var column: Int? { place.count == 3 ? Int(place[2]) : nil }

  /// All that stands in what the compiler wrote, in its order.
  static func all(in text: String) -> [PrintedDiagnostic] {
    var found: [PrintedDiagnostic] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      guard var diagnostic = PrintedDiagnostic(line) else { continue }
      // A line of the program may look like a message, but follows one.
      if diagnostic.line != nil, let excerpt = rest.first, !beginsWithPlace(excerpt) {
        rest.removeFirst()
        diagnostic.takeMarks(from: &rest)
      }
      found.append(diagnostic)
    }
    return found
  }

  private init?(_ line: Substring) {
    let starts = Kind.allCases.compactMap { kind in
      line.firstRange(of: ": \(kind.rawValue): ").map { (kind, $0) }
    }
    guard let (kind, range) = starts.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else {
      return nil
    }
    self.kind = kind
    place = line[..<range.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
    message = line[range.upperBound...]
  }

  private mutating func takeMarks(from rest: inout ArraySlice<Substring>) {
    guard let carets = rest.first, carets.contains("^"),
      carets.allSatisfy({ " ~^\t".contains($0) })
    else { return }
    marks.append(carets)
    rest.removeFirst()
    guard let change = rest.first, !change.isEmpty, !PrintedDiagnostic.beginsWithPlace(change)
    else { return }
    rest.removeFirst()
    if change.contains(where: { $0 != " " }) { marks.append(change) }
  }

  /// Whether a line begins as messages do: `file:3:5: error: …`.
  private static func beginsWithPlace(_ line: Substring) -> Bool {
    guard let diagnostic = PrintedDiagnostic(line) else { return false }
    return diagnostic.line != nil && diagnostic.column != nil
      || diagnostic.place.count == 2 && diagnostic.place[1] == "0"
  }
}
