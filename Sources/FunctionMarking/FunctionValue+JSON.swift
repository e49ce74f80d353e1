import LocatedJSON

extension FunctionValue {
  /// Reads a value of a type; nil, with a problem reported, where it is none.
  init?(
    _ value: LocatedValue, as type: ValueType, calling name: String, report: ProblemReport
  ) {
    switch type {
    case .int:
      guard let number = report.read(value, as: Int.self, calling: name) else { return nil }
      self = .int(number)
    case .bool:
      guard let isTrue = report.read(value, as: Bool.self, calling: name) else { return nil }
      self = .bool(isTrue)
    case .double:
      guard let number = report.read(value, as: Double.self, calling: name) else { return nil }
      self = .double(number)
    case .array(let element):
      guard case .array(let items) = value.kind else {
        report.report(
          "\(name) must be \(type), but here is \(value.described(in: report.source))", at: value)
        return nil
      }
      let read = items.map {
        FunctionValue($0, as: element, calling: "an entry of \(name)", report: report)
      }
      let values = read.compactMap { $0 }
      guard values.count == items.count else { return nil }
      self = .array(values)
    case .tuple: return nil
    }
  }
}
