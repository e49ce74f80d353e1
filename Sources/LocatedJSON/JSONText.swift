import Numerics

/// Strict JSON as RFC 8259 defines it, with the place of every value.
///
/// Names within an object must be distinct, values may be nested 200 deep, and numbers must fit a
/// `Double`. A byte order mark at the start is skipped.
package enum JSONText {
  /// The deepest nesting of lists and objects that is read.
  package static let deepestNesting = Limits.jsonNesting

  /// Reads a file whose every fault is to be told at once: its value, and where to report what is
  /// wrong with it.
  ///
  /// - Throws: What is wrong with it as JSON, by itself.
  package static func document(
    _ source: SourceText
  ) throws(Problems) -> (root: LocatedValue, report: ProblemReport) {
    do {
      return (try parse(source), ProblemReport(source))
    } catch {
      throw Problems([error])
    }
  }

  /// Reads one JSON value that fills the whole text.
  package static func parse(_ source: SourceText) throws(Problem) -> LocatedValue {
    do {
      return try source.bytes.withUnsafeBufferPointer {
        (bytes) throws(SyntaxFault) -> LocatedValue in
        var parser = JSONParser(source, bytes: bytes)
        return try parser.document()
      }
    } catch {
      throw Problem(error.message, at: error.offset, in: source)
    }
  }
}
