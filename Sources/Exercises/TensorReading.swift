import Formulas
import LocatedJSON

extension Tensor {
  /// Reads a number, a list of numbers or a list of equally long lists, or reports what it is not.
  init?(_ value: LocatedValue, calling name: String, report: ProblemReport) {
    func numbers(_ items: [LocatedValue]) -> [Double]? {
      let read = items.map { Double(json: $0) }
      guard let wrong = zip(items, read).first(where: { $0.1 == nil })?.0 else {
        return read.compactMap { $0 }
      }
      report.report(.notNumbers(name, wrong.described(in: report.source)), at: wrong)
      return nil
    }
    switch value.kind {
    case .number(let number):
      self.init(number)
    case .array(let items) where items.isEmpty:
      report.report("\(name) is an empty list", at: value)
      return nil
    case .array(let items):
      guard case .array(let first) = items[0].kind else {
        guard let entries = numbers(items) else { return nil }
        self.init(entries)
        return
      }
      var rows: [[Double]] = []
      for item in items {
        guard case .array(let row) = item.kind else {
          report.report("every row of \(name) must be a list of numbers", at: item)
          return nil
        }
        guard !row.isEmpty else {
          report.report("\(name) has an empty row", at: item)
          return nil
        }
        guard let entries = numbers(row) else { return nil }
        guard row.count == first.count else {
          report.report(.raggedRows(name, first.count, row.count), at: item)
          return nil
        }
        rows.append(entries)
      }
      self.init(rows: rows)
    default:
      report.report(.notNumbers(name, value.described(in: report.source)), at: value)
      return nil
    }
    guard entries.count <= Formula.largest else {
      report.report("\(name) has more than \(Formula.largest) entries", at: value)
      return nil
    }
  }
}

extension String {
  fileprivate static func notNumbers(_ name: String, _ found: String) -> String {
    "\(name) must be made of numbers, but here is \(found)"
  }

  fileprivate static func raggedRows(_ name: String, _ first: Int, _ other: Int) -> String {
    "the rows of \(name) must be equally long: the first has \(first) numbers, this one \(other)"
  }
}
