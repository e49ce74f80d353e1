/// The text of a JSON string with the bytes it was read from, quotes included.
package struct LocatedString: Hashable, Sendable {
  package let text: String
  package let range: Range<Int>
  /// Where the text differs from what stands in the file, in order.
  package let replacements: [Replacement]

  package init(text: String, range: Range<Int>, replacements: [Replacement] = []) {
    self.text = text
    self.range = range
    self.replacements = replacements
  }
}
