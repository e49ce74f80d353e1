import Foundation

/// Figures as a table for people.
enum FigureTable {
  static func text(_ figures: [Figure], _ machine: Machine) -> String {
    let head = ["figure", "target", "median", "least – greatest", "runs", "met"]
    let rows = [head] + figures.map(cells)
    let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ")
    }
    let notes = figures.compactMap { figure in figure.note.map { "\(figure.title): \($0)" } }
    return ([machine.description, ""] + lines + (notes.isEmpty ? [] : [""] + notes))
      .joined(separator: "\n") + "\n"
  }

  private static func cells(_ figure: Figure) -> [String] {
    let target =
      switch figure.target {
      case .atLeast(let bound): "≥ " + spelling(bound, figure.unit)
      case .atMost(let bound): "≤ " + spelling(bound, figure.unit)
      case nil: "–"
      }
    return [
      figure.title, target, spelling(figure.median, figure.unit),
      "\(spelling(figure.least, figure.unit)) – \(spelling(figure.greatest, figure.unit))",
      "\(figure.runs.count)", figure.isMet.map { $0 ? "yes" : "no" } ?? "–",
    ]
  }

  /// A number with its unit, to three digits.
  static func spelling(_ value: Double, _ unit: Figure.Unit) -> String {
    switch unit {
    case .perSecond: grouped(value) + "/s"
    case .bytes: String(format: "%.1f MB", value / 1_048_576)
    case .seconds: duration(value)
    case .ratio: String(format: "%.2f", value)
    }
  }

  private static func duration(_ seconds: Double) -> String {
    let steps = [(1.0, "s"), (1e-3, "ms"), (1e-6, "µs")]
    let step = steps.first { seconds >= $0.0 } ?? (1e-9, "ns")
    let value = seconds / step.0
    let decimals = value < 10 ? 2 : value < 100 ? 1 : 0
    return String(format: "%.\(decimals)f ", value) + step.1
  }

  /// A whole number with commas between the thousands.
  private static func grouped(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
