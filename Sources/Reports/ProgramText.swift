import Exercises

/// The Swift file to fill in for an exercise that asks for functions.
package struct ProgramText {
  private let exercise: Exercise
  private let functions: [(step: Step, stub: String)]

  /// Nil where the exercise asks for no function.
  package init?(_ exercise: Exercise) {
    self.exercise = exercise
    functions = exercise.steps.compactMap { step in
      step.assignment?.stub.map { (step, $0) }
    }
    if functions.isEmpty { return nil }
  }

  /// Whether the Swift file is all there is to hand in.
  package var isWhole: Bool { functions.count == exercise.steps.count && exercise.choices.isEmpty }

  /// The file, in which every function returns nothing of use yet.
  package func text(student: String) -> String {
    var lines = [
      "// exercise: \(exercise.id)", "// student: \(student)", "//",
      "// \(exercise.title)", "",
    ]
    if let numPy = ComingFromNumPy(exercise) { lines += numPy.comment + [""] }
    lines += ["import Foundation", ""]
    for (step, stub) in functions {
      let words = StatementText.line(step.text)
      if !words.isEmpty { lines.append("/// " + words) }
      lines += [stub, ""]
    }
    return lines.joined(separator: "\n")
  }
}
