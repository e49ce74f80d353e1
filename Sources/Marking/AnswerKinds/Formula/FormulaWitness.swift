import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Numerics

/// The point that shows that an answer is wrong.
struct FormulaWitness {
  let task: FormulaTask
  let bench: FormulaBench
  let comparison: FormulaComparison

  /// The first failing point where the two are plainly apart, or else the first.
  private var place: (number: Int, point: Int)? {
    let clear = comparison.failing.first { number in
      guard let key = bench.key[comparison.points[number]] else { return false }
      let entry = wrongEntry(comparison.values[number], key)
      let (yours, right) = (comparison.values[number][entry], key[entry])
      return abs(yours - right) > 1e-3 * max(abs(yours), abs(right))
    }
    return (clear ?? comparison.failing.first).map { ($0, comparison.points[$0]) }
  }

  private func wrongEntry(_ value: Tensor, _ key: Tensor) -> Int {
    key.entries.indices.first { !bench.tolerance.accepts(value[$0], for: key[$0]) } ?? 0
  }

  private func words(_ point: Int) -> FormulaPlace {
    FormulaPlace(
      bench.points.points[point], of: task.variables, functions: task.functions)
  }

  /// What comes out at the point; a key that is the same everywhere is not told.
  var sentence: Message? {
    guard let place, let key = bench.key[place.point] else { return undefined }
    let value = comparison.values[place.number]
    let entry = wrongEntry(value, key)
    let indices = key.indices(at: entry, from: bench.builder.indexBase)
    let (yours, right) = (FormulaPlace.number(value[entry]), FormulaPlace.number(key[entry]))
    let given: Message =
      indices.isEmpty
      ? "your formula gives" : "entry \(name: indices.inBrackets) of your formula is"
    let start: Message = "At \(words(place.point).message) \(given) \(written: yours)"
    if bench.isKeyConstant || yours == right { return "\(start), which is not right." }
    return "\(start); the right value there is \(written: right)."
  }

  /// What is said to a formula that has too few values to be compared.
  private var undefined: Message? {
    guard let hole = comparison.hole else { return nil }
    return
      "Your formula gives no finite number where it must, for example at \(words(hole).message)."
  }

  /// What finite differences say at the point, where the step declares what it differentiates.
  var evidence: SlopeEvidence? {
    guard let slope = task.slope, let place, let key = bench.key[place.point],
      var function = bench.function,
      let variable = task.variables.firstIndex(where: { $0.name == slope.variable })
    else { return nil }
    let value = comparison.values[place.number]
    let entry = wrongEntry(value, key)
    let differences = function.differences(
      by: variable, at: bench.points.points[place.point])
    guard !differences.kinks.contains(entry), !bench.isKeyConstant else { return nil }
    let indices = key.indices(at: entry, from: bench.builder.indexBase)
    let label = slope.variable + (indices.isEmpty ? "" : indices.inBrackets)
    let measured = differences.slopes[entry]
    let verb = measured < 0 ? "falls" : "rises"
    return SlopeEvidence(
      entry: indices, slope: measured, given: value[entry], remainderOrder: nil, isAtKink: false,
      says: """
        Evidence: at \(words(place.point).message) the loss \(verb) by \
        \(written: FormulaPlace.number(abs(measured))) per unit of \(name: label) (finite \
        differences); your formula gives \(written: FormulaPlace.number(value[entry])).
        """)
  }
}
