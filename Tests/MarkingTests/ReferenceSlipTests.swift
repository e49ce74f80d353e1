import Exercises
import LocatedJSON
import Testing

@testable import Answers
@testable import Diagnosis
@testable import FunctionMarking
@testable import Marking

@Suite("Slips in what references calculate")
struct ReferenceSlipTests {
  /// A slip with the settings under which it shows.
  struct Sample: Sendable, CustomStringConvertible {
    let reference: CodeReference
    let id: String
    let says: Message
    let value: @Sendable (ReferenceArguments) -> FunctionValue?
    var setting = ""

    var description: String { "\(reference.name) \(id)\(setting)" }
  }

  private static let samples = CodeReferences.all.flatMap { reference in
    reference.slips.map { slip in
      Sample(
        reference: reference, id: slip.id, says: slip.says, value: slip.value,
        setting: setting(of: slip.id))
    } + choices(of: reference)
  }

  /// The choices in programs of networks whose ids and words feedback is known by.
  private static func choices(of reference: CodeReference) -> [Sample] {
    guard let search = reference.search else { return [] }
    return (ids[reference.name] ?? slopes).compactMap { id in
      let choice = search.choices.first { $0.id == id }
      return choice.map { choice in
        let account = NetworkAccount(choices: [choice])
        return Sample(
          reference: reference, id: id, says: account.says,
          value: { search.value(account.program, $0) }, setting: setting(of: id))
      }
    }
  }

  private static let slopes = [
    "no-output-slope", "no-hidden-slopes", "no-slopes", "slope-at-activation",
    "weights-not-transposed", "source-slope", "no-biases", "no-penalty", "target-minus-output",
  ]

  private static let ids = [
    "network.loss": [
      "no-biases", "linear-output", "no-half", "mean", "mean-not-half", "sum", "negative",
      "no-penalty",
    ],
    // A turned δ goes uphill as well.
    "network.step": slopes.dropLast() + [
      "uphill", "no-learning-rate", "biases-kept", "weights-kept", "updated-too-soon",
    ],
    "network.batchGradients": slopes + ["summed", "biases-summed"],
  ]

  private static func setting(of id: String) -> String {
    settings[id].map { #", "network": { \#($0) }"# } ?? ""
  }

  /// What a network must have for some slips to show.
  private static let settings = [
    "sum": #""loss": "mean-squared-error""#, "no-penalty": #""l2": 0.5"#,
  ]

  @Test("Whoever makes a slip is told of that slip", arguments: samples)
  func recognition(_ sample: Sample) throws {
    let reference = sample.reference
    let signature = Signature(name: "f", parameters: reference.needs, result: reference.result)
    // Square matrices and several outputs, with which every slip shows.
    let drawn =
      signature.parameters.map(\.name) == ["sizes"]
      ? #"{ "shape": [4], "from": 2, "to": 9 }"#
      : #"{ "network": { "layers": [3, 3], "units": [3, 3] }, "from": -2, "to": 2 }"#
    let exercise = try Exercise.sample(
      """
      "steps": [{ "name": "f", "kind": "code", "function": "\(signature)",
        "reference": "\(reference.name)" \(sample.setting), "inputs": { "random": \(drawn) } }]
      """)
    var setting = NetworkSetting()
    if sample.id == "sum" { setting.loss = .meanSquaredError }
    if sample.id == "no-penalty" { setting.penalty = 0.5 }
    let bench = FunctionRunner { [setting] job in
      var report = FunctionReport(.succeeded)
      report.outcomes = job.calls.map { call in
        let value = sample.value(ReferenceArguments(signature, call.arguments, setting))
        return value.map { .returned($0) } ?? .crashed(nil)
      }
      return report
    }
    var marker = Marker(exercise, tools: MarkingTools(code: bench))
    let submission = try Submission(
      reading: SourceText(name: "sample.swift", text: "func f() {}"), as: .swift)
    let step = marker.mark(submission).steps[0]
    #expect(step.status == .incorrect)
    #expect(step.says.texts.first == sample.says.text)
    #expect(step.diagnosis?.edits == [sample.id])
  }

  @Test("Every id by which a choice is known is one of its reference's")
  func known() {
    for reference in CodeReferences.all {
      guard let search = reference.search else { continue }
      let known = Self.ids[reference.name] ?? Self.slopes
      #expect(Set(known).subtracting(search.choices.map { $0.id }) == [], "\(reference.name)")
    }
  }

  @Test("The slips of a reference have different names, and words that end")
  func names() {
    for reference in CodeReferences.all {
      let ids = reference.slips.map(\.id)
      #expect(Set(ids).count == ids.count, "\(reference.name)")
      for slip in reference.slips { #expect(slip.says.text.hasSuffix("."), "\(slip.says.text)") }
    }
  }

  @Test("Results are shown with labels, in few digits unless only many tell them apart")
  func text() {
    let value = FunctionValue.tuple([.double(1.0 / 3), .array([.double(-0.0), .double(-.nan)])])
    #expect(value.text(labels: ["a", "b"], digits: 6) == "(a: 0.333333, b: [0, nan])")
    #expect(FunctionValue.double(1.0 / 3).text(labels: [nil], digits: 6) == "0.333333")
    #expect(FunctionValue.double(1.0 / 3).text(digits: 17) == "0.3333333333333333")
    #expect(FunctionValue.double(-1_234_567).text() == "-1234570")
    #expect(FunctionValue.double(.infinity).text() == "inf")
  }

  @Test("What Swift prints of a crash is not said twice")
  func crash() {
    let text = "hello\nSwift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\n"
    #expect(PrintedOutput(Array(text.utf8), isCut: false).sentence?.text == "It printed: hello")
    #expect(PrintedOutput(Array(text.utf8.dropFirst(6)), isCut: false).sentence == nil)
  }
}
