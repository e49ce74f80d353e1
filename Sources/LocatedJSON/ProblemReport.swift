/// Collects everything wrong with one text, so that its author sees all of it at once.
///
/// Reporting only notes the place; lines, columns and excerpts are worked out when asked for.
package final class ProblemReport {
  package let source: SourceText
  private var notes: [(message: String, offset: Int)] = []
  /// Parts of the text that are read several times over.
  private var repeated: [Range<Int>] = []

  package init(_ source: SourceText) {
    self.source = source
  }

  package var isEmpty: Bool { notes.isEmpty }

  package func report(_ message: String, at range: Range<Int>) {
    let offset = range.lowerBound
    let isRepeated = repeated.contains { $0.contains(offset) }
    if isRepeated, notes.contains(where: { $0.offset == offset }) { return }
    notes.append((message, offset))
  }

  /// Lets one problem a place be enough in a part that is read several times over.
  package func expectRepetition(of range: Range<Int>) {
    repeated.append(range)
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
