/// Collects everything wrong with one text, so that its author sees all of it at once.
///
/// Reporting only notes the place; lines, columns and excerpts are worked out when asked for.
package final class ProblemReport {
  package let source: SourceText
  private var notes: [(message: String, offset: Int)] = []

  package init(_ source: SourceText) {
    self.source = source
  }

  package var isEmpty: Bool { notes.isEmpty }

  package func report(_ message: String, at range: Range<Int>) {
    notes.append((message, range.lowerBound))
  }

  package func report(_ message: String, at value: LocatedValue) {
    report(message, at: value.range)
  }

  /// The problems in the order of their places.
  package var problems: [Problem] {
    let ordered = notes.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map { $0.element }
    let positions = source.positions(atAscending: ordered.map { $0.offset })
    return zip(ordered, positions).map { note, position in
      Problem(note.message, at: note.offset, position: position, in: source)
    }
  }

  /// Throws all the problems together, if there are any.
  package func throwIfAny() throws(Problems) {
    if !isEmpty { throw Problems(problems) }
  }
}
