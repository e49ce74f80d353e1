/// Somebody in a class, by whatever systems know that person.
package struct Person: Hashable, Sendable {
  package let id: String
  package let name: String
  /// An address and whatever other ids there are.
  package let aliases: [String]
  private let stored: StoredHandInTime?

  /// When the person handed in, where the table says.
  package var time: HandInTime { stored?.time ?? HandInTime() }

  package init(id: String, name: String, aliases: [String], time: HandInTime = HandInTime()) {
    stored = StoredHandInTime(time)
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}
