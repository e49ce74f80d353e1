/// A key that an object may have, with what it means in one sentence.
///
/// The keys of a file format are declared once; its reader and its JSON Schema are made from them.
package struct Key: Hashable, Sendable {
  package let name: String
  package let summary: String

  package init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
  }
}
