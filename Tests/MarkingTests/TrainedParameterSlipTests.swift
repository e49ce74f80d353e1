import Answers
import Exercises
import LocatedJSON
import Marking
import Testing

@testable import FunctionMarking

@Suite("Slips with biases that units share, and with what is frozen")
struct TrainedParameterSlipTests {
  private static let functions: [(reference: String, parameters: String, result: String)] = [
    ("network.gradients", "", "(dW: [[[Double]]], db: [Double])"),
    ("network.step", ", _ learningRate: Double", "(weights: [[[Double]]], biases: [Double])"),
  ]

  /// What is said of a function that does all that a program does.
  private static func words(
    _ program: NetworkProgram, _ reference: CodeReference, parameters: String, result: String
  ) throws -> String {
    let function =
      "func f(_ weights: [[[Double]]], _ biases: [Double], _ x: [Double], _ y: [Double]\(parameters)) "
      + "-> \(result)"
    let exercise = try Exercise.sample(
      """
      "steps": [{ "name": "f", "kind": "code", "function": "\(function)",
        "reference": "\(reference.name)",
        "network": { "sharedBiases": true, "frozen": ["W1", "b2"] },
        "inputs": { "random": { "network": { "layers": [3, 3], "units": [2, 3] } } } }]
      """)
    var setting = NetworkSetting()
    setting.hasSharedBiases = true
    setting.frozen = [ParameterSet(isBias: false, layer: 1), ParameterSet(isBias: true, layer: 2)]
    let signature = try Signature(reading: function)
    let search = try #require(reference.search)
    let bench = FunctionRunner { [setting] job in
      var report = FunctionReport(.succeeded)
      report.outcomes = job.calls.map { call in
        search.value(program, ReferenceArguments(signature, call.arguments, setting))
          .map { .returned($0) } ?? .crashed(nil)
      }
      return report
    }
    var marker = Marker(exercise, tools: MarkingTools(code: bench))
    let submission = try Submission(
      reading: SourceText(name: "sample.swift", text: "func f() {}"), as: .swift)
    let step = marker.mark(submission).steps[0]
    return step.status == .correct ? "right" : step.says.texts.first ?? ""
  }

  @Test("Each is named", arguments: functions.indices)
  func named(_ index: Int) throws {
    let (name, parameters, result) = Self.functions[index]
    let reference = try #require(CodeReferences.all.first { $0.name == name })
    func words(_ change: (inout NetworkProgram) -> Void) throws -> String {
      var program = NetworkProgram()
      change(&program)
      return try Self.words(program, reference, parameters: parameters, result: result)
    }
    #expect(try words { _ in } == "right")
    #expect(
      try words { $0.sharing = .mean }
        == "db is the mean of δ over its layer; all units share b, so add up.")
    #expect(
      try words { $0.sharing = .first }
        == "db has δ of the first unit alone; all units share b, so add up.")
    #expect(
      try words { $0.sharing = .last }
        == "db has δ of the last unit alone; all units share b, so add up.")
    #expect(
      try words { $0.sharing = .sumForEach }
        == "db has the sum of δ once for every unit; the layer has one bias, so take the sum once.")
    #expect(
      try words { $0.frozen = .nothing } == "What is frozen is not updated; you trained it, too.")
    #expect(
      try words { $0.frozen = .biasesAlone }
        == "What is frozen is not updated; you trained its weights.")
    #expect(
      try words { $0.frozen = .weightsAlone }
        == "What is frozen is not updated; you trained its biases.")
    #expect(
      try words { $0.frozen = .nextLayer }
        == "You left the wrong layer as it is: layers are counted from 1, the lists from 0.")
  }
}
