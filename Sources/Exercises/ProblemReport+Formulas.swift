import LocatedJSON

extension ProblemReport {
  /// The bytes in the source that spell part of a string, counted in Unicode scalars from 0.
  package func range(_ part: Range<Int>, in text: LocatedString) -> Range<Int> {
    let first = range(ofCharacter: part.lowerBound, in: text)
    let last = range(ofCharacter: max(part.lowerBound, part.upperBound - 1), in: text)
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }
}
