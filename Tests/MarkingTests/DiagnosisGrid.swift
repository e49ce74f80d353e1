import Foundation

/// Rows of numbers and the arithmetic of a page of working; it knows nothing of formulas.
struct Grid: Hashable {
  var rows: [[Double]]

  init(_ rows: [[Double]]) { self.rows = rows }

  init(column: [Double]) { rows = column.map { [$0] } }

  init(_ number: Double) { rows = [[number]] }

  var height: Int { rows.count }
  var width: Int { rows[0].count }
  var entries: [Double] { rows.flatMap { $0 } }
  var total: Double { entries.reduce(0, +) }

  var turned: Grid {
    Grid((0..<width).map { column in rows.map { $0[column] } })
  }

  func each(_ change: (Double) -> Double) -> Grid { Grid(rows.map { $0.map(change) }) }

  /// What cannot be worked out, since the shapes do not fit.
  static let impossible = Grid(.nan)

  var isPossible: Bool { entries.allSatisfy(\.isFinite) }

  func isNear(_ other: Grid) -> Bool {
    height == other.height && width == other.width
      && zip(entries, other.entries).allSatisfy { abs($0 - $1) <= 1e-9 }
  }

  /// The other's entries combined with those here; one column or row of it serves for all.
  private func pairwise(_ other: Grid, _ combine: (Double, Double) -> Double) -> Grid {
    guard other.height == height || other.height == 1, other.width == width || other.width == 1
    else { return .impossible }
    return Grid(
      rows.indices.map { row in
        rows[row].indices.map { column in
          combine(
            rows[row][column],
            other.rows[other.height == 1 ? 0 : row][other.width == 1 ? 0 : column])
        }
      })
  }

  static func + (left: Grid, right: Grid) -> Grid { left.pairwise(right, +) }
  static func - (left: Grid, right: Grid) -> Grid { left.pairwise(right, -) }

  /// Entry by entry.
  static func & (left: Grid, right: Grid) -> Grid { left.pairwise(right, *) }

  static func * (factor: Double, grid: Grid) -> Grid { grid.each { factor * $0 } }

  /// Rows times columns.
  static func * (left: Grid, right: Grid) -> Grid {
    guard left.width == right.height else { return .impossible }
    return Grid(
      left.rows.map { row in
        (0..<right.width).map { column in
          row.indices.reduce(0) { $0 + row[$1] * right.rows[$1][column] }
        }
      })
  }

  /// The sum of each row, as a column.
  var rowTotals: Grid { Grid(column: rows.map { $0.reduce(0, +) }) }
}

/// A function that a unit applies, with its slope, as a student would work it out.
enum Curve: String {
  case sigmoid, tanh, relu, identity, softmax

  func applied(to z: Grid) -> Grid {
    switch self {
    case .sigmoid: z.each { 1 / (1 + exp(-$0)) }
    case .tanh: z.each { Foundation.tanh($0) }
    case .relu: z.each { $0 > 1e-12 ? $0 : 0 }
    case .identity: z
    case .softmax:
      Grid(
        z.turned.rows.map { column in
          let powers = column.map { exp($0) }
          return powers.map { $0 / powers.reduce(0, +) }
        }
      ).turned
    }
  }

  func slope(at z: Grid) -> Grid {
    switch self {
    case .sigmoid: z.each { (1 / (1 + exp(-$0))) * (1 - 1 / (1 + exp(-$0))) }
    case .tanh: z.each { 1 - Foundation.tanh($0) * Foundation.tanh($0) }
    case .relu: z.each { $0 > 1e-12 ? 1 : 0 }
    case .identity, .softmax: z.each { _ in 1 }
    }
  }

  /// How feedback writes it.
  var symbol: String { self == .sigmoid ? "σ" : rawValue }
}
