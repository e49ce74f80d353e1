import LocatedJSON

/// A function that an exercise may offer ready made, so that students write mathematics and not loops.
///
/// It is compiled once for each toolchain, as a module of its own; a function of the same name in a
/// student's file takes its place.
package enum ReadyFunction: String, CaseIterable, Hashable, Sendable {
  case dot, times, outer, transpose, mapBoth

  /// The name of its module, which only the grader imports.
  package var module: String { "Ready_\(rawValue)" }

  /// How it is declared.
  package var declaration: String {
    switch self {
    case .dot: "func dot(_ a: [Double], _ b: [Double]) -> Double"
    case .times: "func times(_ W: [[Double]], _ x: [Double]) -> [Double]"
    case .outer: "func outer(_ a: [Double], _ b: [Double]) -> [[Double]]"
    case .transpose: "func transpose(_ W: [[Double]]) -> [[Double]]"
    case .mapBoth:
      "func mapBoth(_ a: [Double], _ b: [Double], _ f: (Double, Double) -> Double) -> [Double]"
    }
  }

  /// What it is in NumPy, and how it is called.
  package var summary: String {
    switch self {
    case .dot: "dot(a, b)            a @ b, the sum of the products"
    case .times: "times(W, x)          W @ x, a matrix times a vector"
    case .outer: "outer(d, x)          np.outer(d, x), a row for each entry of d"
    case .transpose: "transpose(W)         W.T"
    case .mapBoth: "mapBoth(a, b, *)     a * b, entry by entry; so with +, -, / and { … }"
    }
  }

  /// The whole of it in Swift.
  package var source: String {
    "public \(declaration) {\n\(body)}\n"
  }

  private var body: String {
    switch self {
    case .dot:
      Self.guarding("a.count", "b.count") + "  return zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }\n"
    case .times:
      """
        return W.map { row in
          if row.count != x.count {
            fatalError("times: a row has \\(row.count) entries, the vector \\(x.count)")
          }
          return zip(row, x).reduce(0) { $0 + $1.0 * $1.1 }
        }

      """
    case .outer: "  return a.map { first in b.map { first * $0 } }\n"
    case .transpose:
      """
        guard let first = W.first else { return [] }
        return first.indices.map { j in
          W.map { row in
            if row.count != first.count { fatalError("transpose: the rows differ in length") }
            return row[j]
          }
        }

      """
    case .mapBoth: Self.guarding("a.count", "b.count") + "  return zip(a, b).map { f($0, $1) }\n"
    }
  }

  private static func guarding(_ one: String, _ other: String) -> String {
    """
      if \(one) != \(other) {
        fatalError("the lists have \\(\(one)) and \\(\(other)) entries, and should have as many")
      }

    """
  }
}

extension ReadyFunction {
  /// Reads which functions a step offers, reporting what is none.
  static func all(_ value: LocatedValue, _ report: ProblemReport) -> [ReadyFunction] {
    let names = report.readArray(value, of: LocatedString.self, calling: "'library'") ?? []
    let known = allCases.map { $0.rawValue }
    return names.compactMap { name in
      if let function = ReadyFunction(rawValue: name.text) { return function }
      let advice =
        Spelling.nearest(to: name.text, among: known).map { "did you mean '\($0)'?" }
        ?? "there are \(known.joined(separator: ", "))"
      report.report("there is no ready function '\(name.text)'; \(advice)", at: name.range)
      return nil
    }
  }
}
