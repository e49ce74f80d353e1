/// The text of a JSON string with the bytes it was read from, quotes included.
package struct LocatedString: Hashable, Sendable {
  package let text: String
  package let range: Range<Int>

  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
