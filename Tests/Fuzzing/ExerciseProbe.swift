import Answers
import Exercises
import LocatedJSON
import Marking

/// What is done with an exercise file: read, verified, dealt to a student, shown and marked with.
enum ExerciseProbe {
  /// What is put into exercise files.
  static let words: [String] = [
    "\"given\"", "\"choose\"", "\"define\"", "\"steps\"", "\"checks\"", "\"network\"", "\"random\"",
    "\"shape\"", "\"kind\"", "\"count\"", "\"formula\"", "\"choice\"", "\"code\"", "\"written\"",
    "\"ways\"", "\"also\"", "\"mistakes\"", "\"repeat\"", "\"tolerance\"", "\"distinct\"",
    "\"name\"", "\"text\"", "\"values\"", "\"from\"", "\"to\"", "\"sizes\"", "\"weights\"",
    "\"biases\"", "\"frozen\"", "\"optimiser\"", "\"adam\"", "\"hinge\"", "\"gelu\"", "\"softmax\"",
    "\"functions\"", "{ \"t\": [1, 3] }", "{t}", "{t-1}", "{{x}}", "{{W1}}", "null", "true", "0",
    "-1", "1e308", "1e-320", "1000", "1000000", "1000000000000", "[1000, 1000]", "[300, 300]", "[]",
    "{}", "[[]]", "[1, 2, 3]", "[[1, 2], [3, 4]]", "\"\"", "\"x\"", "\"a.b\"", "\"exact\"", ":",
    ",",
    "{", "}", "[", "]", "\"", "\\", "\\u0000", "W1 @ x", "x @ x", "sum(x)", "grad(L, x)",
    "numgrad(L, W1)", "ones(1000, 1000)", "zeros(1000000)", "softmax(z1)", "x[1]", "x[2..3]",
    "correlate(", "maxPool(", "concat(", "stack(",
  ]

  static func reads(_ bytes: [UInt8]) throws(FuzzFault) -> Bool {
    let source = SourceText(name: "fuzz.json", bytes: bytes)
    guard let exercise = try? Exercise(reading: source, kinds: AnswerKinds.steps) else {
      return false
    }
    let verification = Verification(exercise)
    for problem in verification.problems { _ = problem.description }
    guard exercise.steps.allSatisfy({ !$0.name.isEmpty }), Exercise.isID(exercise.id) else {
      throw FuzzFault(description: "an exercise without an id, or a step without a name, is read")
    }
    guard verification.isSound else { return true }
    let sheet = SourceText(name: "fuzz.answers", text: "student: ada\n")
    guard let submission = try? Submission(reading: sheet, as: .answers) else { return true }
    var marker = Marker(exercise)
    for step in marker.mark(submission).steps { _ = step.says.texts }
    return true
  }
}
