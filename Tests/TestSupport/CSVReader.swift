/// Reads comma-separated values by RFC 4180, to see what others would read.
package enum CSVReader {
  struct Fault: Error {}

  package static func rows(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      row.append(try cell(&rest))
      switch rest.first {
      case ",": rest.removeFirst()
      case "\r" where rest.dropFirst().first == "\n":
        rest.removeFirst(2)
        rows.append(row)
        row = []
      default: throw Fault()
      }
    }
    guard row.isEmpty else { throw Fault() }
    return rows
  }

  private static func cell(_ rest: inout ArraySlice<Unicode.Scalar>) throws -> String {
    var cell = String.UnicodeScalarView()
    guard rest.first == "\"" else {
      while let scalar = rest.first, scalar != ",", scalar != "\r" {
        guard scalar != "\"", scalar != "\n" else { throw Fault() }
        cell.append(rest.removeFirst())
      }
      return String(cell)
    }
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { return String(cell) }
        rest.removeFirst()
      }
      cell.append(scalar)
    }
    throw Fault()
  }
}
