/// A way of writing values that is not a sheet's own, but has one meaning only.
package enum PastedKind: String, CaseIterable, Sendable {
  case fullWidth
  case latex
  case printed
  case scale
  case chain
  case approximate
  case ending
  case unit
  case spread
  case transpose
  case power
  case logarithm
  case spoken
  case blanks
  case semicolons
  case lines
  case brackets
  case bare
  case decimalComma
  case thousands
  case untitled
  case name
  case entries
}

extension PastedKind {
  /// How it was taken, in the words behind "a1 is read as …: ".
  package var words: String {
    switch self {
    case .fullWidth: "full-width signs as plain ones"
    case .latex: "LaTeX as what it shows"
    case .printed: "an array as a program prints it"
    case .scale: "the factor above the rows as one of every entry"
    case .chain: "of what is equal, the number at the end"
    case .approximate: "≈ as ="
    case .ending: "without the signs and comments behind it"
    case .unit: "without its unit"
    case .spread: "without what follows ±"
    case .transpose: "transposed as it says"
    case .power: "times a power of ten as part of the number"
    case .logarithm: "ln as log, the natural logarithm"
    case .spoken: "words as signs"
    case .blanks: "blanks between entries"
    case .semicolons: "';' between rows"
    case .lines: "a line for each row"
    case .brackets: "other brackets as [ ]"
    case .bare: "a list without brackets"
    case .decimalComma: "decimal commas"
    case .thousands: "commas between thousands"
    case .untitled: "without a sign behind the name"
    case .name: "the name as another spelling"
    case .entries: "put together from its entries"
    }
  }
}
