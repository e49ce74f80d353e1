/// Part of a text that stands otherwise in the file: a placeholder that was replaced.
///
/// Places are counted in Unicode scalars, in the decoded string.
package struct Replacement: Hashable, Sendable {
  /// What stands in its place, in the text.
  package let text: Range<Int>
  /// The placeholder, in the string of the file.
  package let source: Range<Int>

  package init(text: Range<Int>, source: Range<Int>) {
    self.text = text
    self.source = source
  }
}

extension [Replacement] {
  /// The characters of the file's string that one of the text stands for: all of a placeholder.
  func source(of character: Int) -> Range<Int> {
    var shift = 0
    for replacement in self where replacement.text.lowerBound <= character {
      if replacement.text.contains(character) { return replacement.source }
      shift = replacement.source.upperBound - replacement.text.upperBound
    }
    return character + shift..<character + shift + 1
  }
}
