import Exercises

/// What differs from NumPy, in ten lines, for whoever writes a first Swift function.
package struct ComingFromNumPy {
  /// The ready functions of the exercise, a line each.
  private let ready: [String]

  /// Nil where the exercise asks for no function.
  package init?(_ exercise: Exercise) {
    let steps = exercise.steps.filter { $0.isAnsweredInSwift }
    if steps.isEmpty { return nil }
    var known: [String] = []
    for line in steps.flatMap({ $0.assignment?.readyFunctions ?? [] }) where !known.contains(line) {
      known.append(line)
    }
    ready = known
  }

  private static let differences = [
    "a vector is [Double], a matrix [[Double]], and neither has arithmetic:",
    "np.exp(z)            z.map { exp($0) }",
    "a * b                zip(a, b).map { $0 * $1 }",
    "W @ x                W.map { row in zip(row, x).map(*).reduce(0, +) }",
    "a.sum(), a.max()     a.reduce(0, +), a.max()!",
    "range(n), len(a)     0..<n, a.count",
    "x ** 2               x * x, or pow(x, 2)",
    "1 / n                1 / Double(n): whole numbers lose what is behind the point",
    "w -= …               var w = w first, since a parameter does not change",
  ]

  /// Where more is said of it.
  package static let page = "Documentation/coming-from-numpy.md"

  /// The lines, those of the ready functions among them.
  package var lines: [String] {
    var lines = ["From NumPy: " + ComingFromNumPy.differences[0]]
    lines += ComingFromNumPy.differences.dropFirst().map { "  " + $0 }
    if !ready.isEmpty {
      lines.append("Ready to be called here:")
      lines += ready.map { "  " + $0 }
    }
    return lines + ["More of it: \(ComingFromNumPy.page)"]
  }

  /// The lines as a comment of Swift.
  package var comment: [String] { lines.map { "// " + $0 } }
}
