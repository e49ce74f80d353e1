import Answers
import Exercises
import FunctionMarking
import LocatedJSON
import Marking

/// A student's function that is played instead of being compiled.
package typealias PlayedFunction = @Sendable ([FunctionValue]) -> FunctionReport.Outcome

extension FunctionRunner {
  /// A bench on which functions are played, by their names.
  package static func playing(
    _ functions: [String: PlayedFunction],
    changing change: @escaping @Sendable (inout FunctionReport) -> Void = { _ in }
  ) -> FunctionRunner {
    FunctionRunner { job in
      var report = FunctionReport(.succeeded)
      report.outcomes = job.calls.map { call in
        functions[job.functions[call.function].name]?(call.arguments) ?? .notMade
      }
      change(&report)
      return report
    }
  }
}

extension Exercise {
  /// An exercise of steps that ask for functions, and of other members.
  package static func code(_ steps: String..., members: String = #""followThrough": "full""#) throws
    -> Exercise
  {
    let steps = steps.joined(separator: ", ")
    return try Exercise(
      text: """
        { "id": "sample", "title": "T", "statement": "S", \(members), "steps": [\(steps)] }
        """)
  }

  /// A function over one number.
  package static func double(_ keys: String = "", inputs: String = "1, -3, 0.5") throws -> Exercise
  {
    let list = inputs.split(separator: ",").map { "{ \"x\": \($0) }" }.joined(separator: ", ")
    return try code(
      """
      { "name": "double", "kind": "code", "function": "func double(_ x: Double) -> Double",
        "formula": "2 * x", "inputs": [\(list)] \(keys) }
      """)
  }

  /// The feedback on a Swift file that a bench compiles and runs.
  package func feedback(
    from bench: FunctionRunner?, on source: String = "// played",
    as format: Submission.Format = .swift
  ) throws -> Feedback {
    var marker = Marker(self, tools: MarkingTools(code: bench))
    return marker.mark(
      try Submission(reading: SourceText(name: "ada.swift", text: source), as: format))
  }

  /// The verdicts on functions that are played, one line for each step.
  package func verdicts(
    playing functions: [String: PlayedFunction],
    changing change: @escaping @Sendable (inout FunctionReport) -> Void = { _ in }
  ) throws -> [String] {
    try feedback(from: .playing(functions, changing: change)).lines
  }

  /// What is asked for by the steps that ask for functions.
  package var codeTasks: [CodeTask] {
    steps.compactMap { step in
      step.assignment?.record.reading.flatMap { CodeTask($0) }
    }
  }
}

extension FunctionValue: ExpressibleByFloatLiteral {
  /// As the literal says.
  package init(floatLiteral value: Double) { self = .double(value) }
}

extension FunctionValue: ExpressibleByArrayLiteral {
  /// As the literal says.
  package init(arrayLiteral elements: FunctionValue...) { self = .array(elements) }
}
