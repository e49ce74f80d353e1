import Formulas

/// A value that was read, with how it was taken.
package struct ReadValue: Sendable {
  package let value: TypedValue
  /// The value as a sheet would have it.
  let canonical: String
  /// What had to be made of it; nothing where it was written as a sheet has it.
  package internal(set) var kinds: [PastedKind]

  package init(_ value: TypedValue, canonical: String = "", kinds: [PastedKind] = []) {
    self.value = value
    self.canonical = canonical
    self.kinds = kinds
  }
}
