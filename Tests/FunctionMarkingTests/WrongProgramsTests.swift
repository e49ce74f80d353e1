import Exercises
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis
@testable import FunctionMarking
@testable import Marking

@Suite("Wrong Swift programs as learners write them")
struct WrongProgramsTests {
  /// What is known not to be named.
  static let missed: Set<String> = [
    "16.4-jacobian, softmaxJacobian: of the sigmoid",
    "16.4-jacobian, softmaxJacobian: 1 on the diagonal",
    "16.4-delta, outputDelta: minus y/a",
    "gradient-check, slopesOfNeuron: backward difference",
    "gradient-check, relativeError: by the difference of norms",
    "gradient-check, relativeError: |p + q| below",
    "tiny-network, epoch: divided twice", "tiny-network, epoch: W (1 − η dW)",
  ]

  private static func exercise(_ id: String) throws -> Exercise {
    try Exercise(
      reading: SourceText(
        name: "\(id).json", text: try ProjectFolder.text(of: "exercises/\(id).json")),
      kinds: AnswerKinds.steps)
  }

  /// The reason for a program, and whether it gives what the program gives on inputs never seen.
  private static func outcome(
    of program: WrongProgram
  ) throws -> (says: String?, isNamed: Bool, isFalse: Bool) {
    let exercise = try exercise(program.exercise)
    let step = try #require(exercise.step(named: program.step))
    let task = try #require(step.assignment?.record.reading.flatMap { CodeTask($0) })
    let run = try run(of: program, task)
    guard let reason = CodeDiagnosis(run).reason else { return (nil, false, false) }
    // That some parts are right is no reason for the others.
    if reason.diagnosis == nil { return (reason.says.text, false, false) }
    for arguments in try fresh(task, program) {
      guard case .returned(let returned) = program.play(arguments) else { continue }
      guard returned.numbers.allSatisfy(\.isFinite), let value = reason.value(arguments) else {
        return (reason.says.text, false, true)
      }
      let difference = ValueDifference(
        returned, from: value, type: task.signature.result, task.tolerance,
        indexBase: task.indexBase)
      if difference != nil { return (reason.says.text, false, true) }
    }
    return (reason.says.text, true, false)
  }

  private static func run(of program: WrongProgram, _ task: CodeTask) throws -> CodeRun {
    var plan = CodePlan()
    plan.add(task, among: [])
    var report = FunctionReport(.succeeded)
    report.outcomes = plan.calls.map { program.play($0.arguments) }
    return CodeRun(task, plan.parts[0], report)
  }

  /// Inputs of the kind of the exercise's last ones, with other numbers in them.
  private static func fresh(_ task: CodeTask, _ program: WrongProgram) throws -> [[FunctionValue]] {
    let cases = try task.cases.made().get()
    return cases.suffix(6).map { one in
      zip(task.signature.parameters, one.arguments).map { parameter, value in
        ["h", "y", "Y", "learningRate"].contains(parameter.name)
          ? value : value.mapped { 0.9 * $0 + 0.05 }
      }
    }
  }

  @Test("at least four in five are named, and no reason is false")
  func share() throws {
    var missed: Set<String> = []
    for program in WrongProgram.all {
      let (says, isNamed, isFalse) = try Self.outcome(of: program)
      #expect(!isFalse, "\(program.testDescription)")
      if !isNamed { missed.insert(program.testDescription) }
      // Names and turns that only the key has are nobody's business.
      for word in ["result", "diag(0", "column(", "ones("] {
        #expect(says?.contains(word) != true, "\(says ?? "")")
      }
    }
    #expect(WrongProgram.all.count >= 60)
    #expect(Double(missed.count) <= 0.2 * Double(WrongProgram.all.count))
    #expect(missed == Self.missed)
  }

  @Test("a slope at the output alone is not said to be wrong in the hidden layers, too")
  func slopeAtTheOutput() throws {
    let program = try #require(
      WrongProgram.all.first { $0.testDescription.hasSuffix(": slope at the output too") })
    let says = try Self.outcome(of: program).says
    #expect(
      says
        == "δ at the output has a factor f′(z), which cancels against the loss: BP1 leaves a − y.")
  }
}
