import Exercises
import Formulas
import Numerics

/// Every gradient of an exercise beside its central differences, entry by entry.
///
/// The table of the course's worked example: parameter, entry, analytical, numerical, relative
/// error |g − n| / (|g| + |n| + 1e-8), verdict.
package struct GradientTable {
  /// One entry of one parameter.
  package struct Row {
    package let parameter: String
    package let entry: [Int]
    package let analytical: Double
    package let numerical: Double
    package let isAtKink: Bool

    package var relativeError: Double { RelativeError.between(analytical, numerical) }

    package var verdict: String {
      isAtKink ? "not differentiable here" : relativeError < 1e-5 ? "ok" : "WRONG"
    }
  }

  package private(set) var rows: [Row] = []
  /// How many entries there are in all; of large parameters only the first are moved.
  package private(set) var total = 0

  /// The most entries of one parameter that are moved.
  private static let mostEntries = 400

  /// - Parameter key: The exercise's values, all computed.
  package init(_ exercise: Exercise, key: Evaluation) {
    var key = key
    for check in exercise.gradientChecks
    where check.isWhole && exercise.isParameter(check.parameter) {
      guard let gradient = exercise.program.slot(named: check.gradient),
        let loss = exercise.program.slot(named: check.loss),
        let parameter = exercise.program.slot(named: check.parameter)
      else { continue }
      let values = key.value(of: gradient)
      total += values.shape.count
      let count = min(values.shape.count, GradientTable.mostEntries)
      let shape = check.parameterEntries == nil ? values.shape : key.program.shape(of: parameter)
      let moved = (0..<count).map { check.parameterEntry(of: $0) }
      let slopes = key.slopes(of: loss, by: parameter, entries: moved)
      for (index, found) in slopes.enumerated() {
        rows.append(
          Row(
            parameter: check.parameter,
            entry: shape.indices(at: moved[index], from: exercise.indexBase),
            analytical: values[index], numerical: found.slope * check.factor,
            isAtKink: found.isAtKink))
      }
    }
  }

  /// The table as lines of text, or as one of them for each row where it is read aloud; none where
  /// the exercise has no gradients.
  package func lines(isPlain: Bool) -> [String] {
    if rows.isEmpty { return [] }
    return (isPlain ? sentences : columns) + [sum]
  }

  /// Every row with the names of its columns.
  private var sentences: [String] {
    rows.map { row in
      "\(row.name): analytical \(row.numbers[0]), numerical \(row.numbers[1]), relative error "
        + "\(GradientTable.words(row.relativeError)), \(row.verdict)"
    }
  }

  private var columns: [String] {
    let names = rows.map { $0.name }
    let width = max(9, names.map { $0.count }.max() ?? 0)
    let head =
      "parameter".padded(to: width) + "      analytical       numerical  rel. error  status"
    let body = zip(names, rows).map { name, row in
      let numbers = row.numbers.map { $0.rightAligned(to: 16) }
      let error = GradientTable.words(row.relativeError).rightAligned(to: 12)
      return name.padded(to: width) + numbers.joined() + error + "  " + row.verdict
    }
    return [head] + body
  }

  /// What the rows come to.
  private var sum: String {
    let smooth = rows.filter { !$0.isAtKink }
    let worst = smooth.map { $0.relativeError }.max() ?? 0
    let agreed = smooth.allSatisfy { $0.relativeError < 1e-5 }
    var sum = "largest relative error " + GradientTable.words(worst)
    sum += agreed ? ": all gradients agree" : ": SOME GRADIENTS DISAGREE"
    if total > rows.count { sum += " (\(rows.count) of \(total) entries moved)" }
    return sum
  }

  private static func words(_ error: Double) -> String {
    error < Numbers.noise ? "< 1e-9" : NumberText.scientific(error, decimals: 2)
  }
}

extension GradientTable.Row {
  fileprivate var name: String { parameter + (entry.isEmpty ? "" : " \(entry.inBrackets)") }

  /// Both slopes as they are printed.
  fileprivate var numbers: [String] {
    [analytical, numerical].map { NumberText.fixed($0 + 0, decimals: 8) }
  }
}

extension Exercise {
  /// Whether a name is that of something given or chosen, rather than computed.
  fileprivate func isParameter(_ name: String) -> Bool {
    program.slot(named: name).map { program.isInput($0) } ?? false
  }
}
