/// What keeps a student's program from everything that is not its own.
package struct Confinement: Hashable, Sendable {
  /// One part of it, as a line for people: `Landlock: holds, version 7`.
  package struct Part: Hashable, Sendable {
    package let name: String
    package let holds: Bool
    package let detail: String
  }

  package let parts: [Part]
  /// Whether enough of it holds; if not, programs run only because somebody said so.
  package let holds: Bool
}
