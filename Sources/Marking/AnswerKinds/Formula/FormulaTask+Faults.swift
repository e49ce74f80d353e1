import Exercises
import Formulas
import Numerics

extension FormulaTask {
  /// Whether the key is finite often enough, is what `form` and `slope` say, and differs from every
  /// mistake.
  func faults(in exercise: Exercise) -> [AssignmentFault] {
    let bench: FormulaBench
    do {
      bench = try FormulaBench(self, in: exercise)
    } catch {
      return [AssignmentFault("the formulas of '\(name)' do not fit: \(error.message)", at: place)]
    }
    let needed = min(FormulaPoints.enough, max(FormulaPoints.fewest, bench.points.points.count))
    guard bench.validPoints >= needed else {
      return [AssignmentFault(.fewPoints(name, bench.validPoints, needed), at: place)]
    }
    return formFaults + alternativeFaults(bench) + slopeFaults(bench)
  }

  private var formFaults: [AssignmentFault] {
    let count = reference.expression.operatorCount
    guard let form, count > form.operators else { return [] }
    return [
      AssignmentFault(
        "the key itself has \(count) operators, but 'form' allows \(form.operators)",
        at: form.place)
    ]
  }

  private func alternativeFaults(_ bench: FormulaBench) -> [AssignmentFault] {
    zip(also + mistakes, bench.also + bench.mistakes).compactMap { alternative, trial in
      guard FormulaComparison(trial, on: bench).isRight else { return nil }
      return AssignmentFault(
        "this is the right formula of '\(name)', so its words would never be said",
        at: alternative.place)
    }
  }

  private func slopeFaults(_ bench: FormulaBench) -> [AssignmentFault] {
    guard let slope, var function = bench.function,
      let variable = variables.firstIndex(where: { $0.name == slope.variable })
    else { return [] }
    for (number, point) in bench.points.points.enumerated() {
      guard let key = bench.key[number] else { continue }
      let value = function.value(at: point)
      let differences = function.differences(by: variable, at: point)
      for entry in key.entries.indices where !differences.kinks.contains(entry) {
        let measured = differences.slopes[entry]
        let noise = 64 * max(1, abs(value[0])).ulp / 2e-5
        let isSame =
          abs(key[entry] - measured) <= noise
          || RelativeError.between(key[entry], measured) <= 1e-4
        if isSame { continue }
        let place = FormulaPlace(point, of: variables, functions: functions)
        return [
          AssignmentFault(
            "the key is wrong: at \(place) it gives \(FormulaPlace.number(key[entry])), but by "
              + "finite differences of 'slope' it is \(FormulaPlace.number(measured))",
            at: self.place)
        ]
      }
    }
    return []
  }
}

extension String {
  fileprivate static func fewPoints(_ name: String, _ count: Int, _ needed: Int) -> String {
    "the key of '\(name)' is a finite number at \(count) of the sample points; \(needed) are "
      + "needed to tell right from wrong"
  }
}
