/// A name and a value in a JSON object, with the place of the name, its quotes included.
package struct LocatedMember: Sendable {
  package let name: String
  package let nameRange: Range<Int>
  package let value: LocatedValue

  package init(name: String, nameRange: Range<Int>, value: LocatedValue) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
  }
}
