import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// Feedback as one JSON object, without the answers unless they are revealed.
package enum FeedbackJSON {
  /// Appends the object.
  ///
  /// - Parameter further: Appends members of its own.
  package static func write(
    _ feedback: Feedback, to json: inout JSONWriter, further: (inout JSONWriter) -> Void = { _ in }
  ) {
    json.beginObject()
    json.key("exercise")
    json.value(feedback.exercise)
    json.key("student")
    json.value(feedback.student)
    json.key("points")
    json.value(feedback.points.withoutDust)
    json.key("outOf")
    json.value(feedback.outOf.withoutDust)
    json.key("steps")
    json.beginArray()
    for step in feedback.steps { write(step, to: &json) }
    json.endArray()
    write(feedback.summary.texts, under: "summary", to: &json)
    write(feedback.remarks.texts, under: "remarks", to: &json)
    write(feedback.notes.texts, under: "notes", to: &json)
    if !feedback.chosen.isEmpty {
      json.key("chosen")
      json.beginObject()
      for (name, value) in feedback.chosen {
        json.key(name)
        json.value(value)
      }
      json.endObject()
    }
    if let ruling = feedback.ruling { RulingJSON.write(ruling, to: &json) }
    further(&json)
    json.endObject()
  }

  private static func write(_ step: StepFeedback, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(step.name)
    json.key("status")
    json.value(step.status.rawValue)
    json.key("points")
    json.value(step.points.withoutDust)
    json.key("outOf")
    json.value(step.outOf.withoutDust)
    write(step.follows, under: "follows", to: &json)
    write(step.says.texts, under: "says", to: &json)
    if let ruling = step.ruling { RulingJSON.write(ruling, to: &json) }
    if let text = step.text {
      json.key("answer")
      json.value(text)
    }
    if let diagnosis = step.diagnosis { write(diagnosis, to: &json) }
    if let evidence = step.evidence { write(evidence, to: &json) }
    if let expected = step.expected {
      json.key("expected")
      switch expected {
      case .value(let value): json.value(value)
      case .text(let text): json.value(text)
      }
    }
    json.endObject()
  }

  private static func write(_ diagnosis: Explanation, to json: inout JSONWriter) {
    json.key("diagnosis")
    json.beginObject()
    writeMembers(of: diagnosis, to: &json)
    if let certainty = diagnosis.certainty {
      json.key("belief")
      json.value(certainty.rawValue)
    }
    if !diagnosis.alternatives.isEmpty {
      json.key("alternatives")
      json.beginArray()
      for other in diagnosis.alternatives {
        json.beginObject()
        writeMembers(of: other, to: &json)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }

  private static func writeMembers(of diagnosis: Explanation, to json: inout JSONWriter) {
    json.key("kind")
    json.value(diagnosis.kind.rawValue)
    if let edit = diagnosis.edits.first {
      json.key("edit")
      json.value(edit)
      write(diagnosis.edits, under: "edits", to: &json)
    }
    if let step = diagnosis.step {
      json.key("step")
      json.value(step)
    }
    if let formula = diagnosis.formula {
      json.key("formula")
      json.value(formula)
    }
  }

  private static func write(_ evidence: SlopeEvidence, to json: inout JSONWriter) {
    json.key("evidence")
    json.beginObject()
    json.key("entry")
    json.beginArray()
    for index in evidence.entry { json.value(index) }
    json.endArray()
    if let slope = evidence.slope {
      json.key("slope")
      json.value(slope)
    }
    json.key("given")
    json.value(evidence.given)
    if let order = evidence.remainderOrder {
      json.key("order")
      json.value(order)
    }
    if evidence.isAtKink {
      json.key("kink")
      json.value(true)
    }
    json.key("says")
    json.value(evidence.says.text)
    json.endObject()
  }

  private static func write(_ texts: [String], under key: String, to json: inout JSONWriter) {
    if texts.isEmpty { return }
    json.key(key)
    json.beginArray()
    for text in texts { json.value(text) }
    json.endArray()
  }
}

// MARK: - FeedbackFormatDefinition

extension FeedbackJSON: FeedbackFormatDefinition {
  package static let name = "json"

  /// An object for a submission, an array for several.
  package static func text(
    of marked: [MarkedSubmission], isList: Bool, style: TerminalStyle
  ) -> String {
    if !isList, marked.isEmpty { return "" }
    var json = JSONWriter(layout: .indented)
    if isList { json.beginArray() }
    for one in marked { write(one.feedback, to: &json) }
    if isList { json.endArray() }
    return json.text + "\n"
  }
}
