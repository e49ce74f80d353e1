import Exercises
import Formulas
import LocatedJSON

/// A compiled program of formulas: a whole network evaluated by the exercise language.
enum FormulaFigures: FigureGroup {
  static let name = "formulas"
  static let summary = "evaluation of the compiled formulas of a 3-2-2-1 network"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    let exercise = try NetworkExercise(sizes: [3, 2, 2, 1], asks: ["z1", "L", "dW1"]).read()
    var evaluation = exercise.evaluation()
    let count = exercise.program.definitions.count
    let runs = Stopwatch.secondsEach(runs: settings.runs(21)) { evaluation.run() }
    return [
      Figure(
        name: "\(name)/3-2-2-1", title: "3-2-2-1 by formulas, all \(count) values",
        unit: .seconds, runs: runs)
    ]
  }
}
