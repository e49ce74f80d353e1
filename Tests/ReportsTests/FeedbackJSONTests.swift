import Formulas
import LocatedJSON
import Reports
import Testing

@testable import Diagnosis
@testable import Marking

@Suite("Feedback as JSON")
struct FeedbackJSONTests {
  static func text(_ feedback: Feedback) -> String {
    var json = JSONWriter()
    FeedbackJSON.write(feedback, to: &json)
    return json.text
  }

  static func text(_ step: StepFeedback) -> String {
    let text = text(Feedback(exercise: "e", student: "s", steps: [step]))
    let start = #"{"exercise":"e","student":"s","points":\#(Int(step.points)),"outOf":1,"steps":["#
    return text.hasPrefix(start) && text.hasSuffix("]}")
      ? String(text.dropFirst(start.count).dropLast(2)) : text
  }

  @Test("everything there is to say has its key, in the order of the contract")
  func everything() {
    var wrong = StepFeedback(
      name: "a1", status: .incorrect, points: 0, outOf: 1,
      says: ["a1[2]: digits 6 and 2 look swapped"])
    wrong.diagnosis = Explanation(kind: .slip, edits: ["swapped-digits"])
    var followed = StepFeedback(
      name: "delta1", status: .followsThrough, points: 0.5, outOf: 0.5, says: ["…"])
    followed.follows = ["a1", "z1"]
    var feedback = Feedback(exercise: "16.2", student: "ada", steps: [wrong, followed])
    feedback.remarks = ["twins"]
    feedback.notes = ["no step 'b'"]
    feedback.chosen = [("W1", Tensor(rows: [[0.5, -1]])), ("b1", Tensor([0]))]
    #expect(
      Self.text(feedback)
        == #"{"exercise":"16.2","student":"ada","points":0.5,"outOf":1.5,"steps":["#
        + #"{"name":"a1","status":"incorrect","points":0,"outOf":1,"#
        + #""says":["a1[2]: digits 6 and 2 look swapped"],"#
        + #""diagnosis":{"kind":"slip","edit":"swapped-digits","edits":["swapped-digits"]}},"#
        + #"{"name":"delta1","status":"followsThrough","points":0.5,"outOf":0.5,"#
        + #""follows":["a1","z1"],"says":["…"]}],"#
        + #""remarks":["twins"],"notes":["no step 'b'"],"#
        + #""chosen":{"W1":[[0.5,-1]],"b1":[0]}}"#)
  }

  @Test("what there is nothing to say of is left out")
  func little() {
    let step = StepFeedback(name: "z", status: .correct, points: 1, outOf: 1)
    #expect(Self.text(step) == #"{"name":"z","status":"correct","points":1,"outOf":1}"#)
  }

  @Test("a diagnosis names its step and formula")
  func diagnosis() {
    var step = StepFeedback(name: "z", status: .incorrect, points: 0, outOf: 1)
    step.diagnosis = Explanation(
      kind: .mutation, edits: ["drop-term", "flip-sign"], step: "a", formula: "W1 @ x")
    #expect(
      Self.text(step)
        == #"{"name":"z","status":"incorrect","points":0,"outOf":1,"diagnosis":{"kind":"mutation","#
        + #""edit":"drop-term","edits":["drop-term","flip-sign"],"step":"a","formula":"W1 @ x"}}"#)
  }

  @Test("what explains an answer equally well stands beside the first reason")
  func alternatives() {
    var step = StepFeedback(name: "z", status: .incorrect, points: 0, outOf: 1)
    var first = Explanation(kind: .mutation, edits: ["drop-term"], formula: "W1 @ x")
    first.alternatives = [Explanation(kind: .slip, edits: ["sign"])]
    step.diagnosis = first
    #expect(
      Self.text(step)
        == #"{"name":"z","status":"incorrect","points":0,"outOf":1,"diagnosis":{"kind":"mutation","#
        + #""edit":"drop-term","edits":["drop-term"],"formula":"W1 @ x","#
        + #""alternatives":[{"kind":"slip","edit":"sign","edits":["sign"]}]}}"#)
  }

  @Test("how surely a reason is believed stands behind it", arguments: ["sure", "likely", "oneOf"])
  func belief(_ certainty: String) {
    var step = StepFeedback(name: "z", status: .incorrect, points: 0, outOf: 1)
    step.diagnosis = Explanation(kind: .slip, edits: ["sign"])
    step.diagnosis?.certainty = Explanation.Certainty(rawValue: certainty)
    #expect(
      Self.text(step)
        == #"{"name":"z","status":"incorrect","points":0,"outOf":1,"diagnosis":{"kind":"slip","#
        + #""edit":"sign","edits":["sign"],"belief":"\#(certainty)"}}"#)
  }

  @Test(
    "expected values keep their shape",
    arguments: [
      (Tensor(0.5), "0.5"), (Tensor([1, -2]), "[1,-2]"),
      (Tensor(rows: [[1, 2], [3, 0.25]]), "[[1,2],[3,0.25]]"),
    ])
  func expected(_ value: Tensor, _ written: String) {
    var step = StepFeedback(name: "z", status: .unanswered, points: 0, outOf: 1)
    step.expected = .value(value)
    #expect(
      Self.text(step)
        == #"{"name":"z","status":"unanswered","points":0,"outOf":1,"expected":\#(written)}"#)
  }
}
