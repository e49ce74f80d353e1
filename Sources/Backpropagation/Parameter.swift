import Numerics

/// One weight or bias by name, as in `W1[2, 3]` or `b1[2]`; everything is counted from 1.
package struct Parameter: Equatable, Hashable, Sendable, CustomStringConvertible {
  package let layer: Int
  /// The neuron the parameter belongs to.
  package let row: Int
  /// The neuron a weight reads; `nil` for a bias.
  package let column: Int?

  package init(layer: Int, row: Int, column: Int?) {
    self.layer = layer
    self.row = row
    self.column = column
  }

  package var name: String { column == nil ? "b\(layer)" : "W\(layer)" }
  package var index: [Int] { [row] + (column.map { [$0] } ?? []) }
  package var description: String {
    name + index.inBrackets
  }
}
