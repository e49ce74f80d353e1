/// A matrix of doubles, its rows one after another in one array.
package struct Matrix: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Row by row: entry (i, j) is at `i * columns + j`.
  package let entries: [Double]

  package init(rows: Int, columns: Int, entries: [Double]) {
    precondition(
      entries.count == rows * columns,
      "a \(rows) × \(columns) matrix has \(rows * columns) entries, not \(entries.count)")
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  /// The matrix with these rows.
  package init(_ lists: [[Double]]) throws(UnevenLists) {
    let columns = try UnevenLists.commonCount(of: lists)
    self.init(rows: lists.count, columns: columns, entries: lists.flatMap { $0 })
  }

  /// The matrix with these columns.
  package init(columns lists: [[Double]]) throws(UnevenLists) {
    self = try Matrix(lists).transposed
  }

  /// The entry in row `row` and column `column`, both counted from 0.
  package subscript(row: Int, column: Int) -> Double {
    entries[row * columns + column]
  }

  package var transposed: Matrix {
    var swapped: [Double] = []
    swapped.reserveCapacity(entries.count)
    for column in 0..<columns {
      for row in 0..<rows { swapped.append(self[row, column]) }
    }
    return Matrix(rows: columns, columns: rows, entries: swapped)
  }

  package var rowLists: [[Double]] {
    (0..<rows).map { Array(entries[$0 * columns..<($0 + 1) * columns]) }
  }

  /// The shape in words, `2 × 3`.
  package var shape: String { "\(rows) × \(columns)" }
}

/// Lists that should be the rows of one matrix have different lengths.
package struct UnevenLists: Error, Equatable {
  /// The first list, counted from 1, that is not as long as the first one.
  package let list: Int
  package let found: Int
  package let expected: Int

  package init(list: Int, found: Int, expected: Int) {
    self.list = list
    self.found = found
    self.expected = expected
  }

  fileprivate static func commonCount(of lists: [[Double]]) throws(UnevenLists) -> Int {
    let expected = lists.first?.count ?? 0
    for (index, list) in lists.enumerated() where list.count != expected {
      throw UnevenLists(list: index + 1, found: list.count, expected: expected)
    }
    return expected
  }
}
