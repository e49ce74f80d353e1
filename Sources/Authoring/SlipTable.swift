import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// The slips that people often make in each step of an exercise, what each comes to on its numbers,
/// and what the student is told.
///
/// Slips that come to the same digits are told apart by nobody: other numbers may do better.
package struct SlipTable {
  /// The slips of a step.
  package struct Row: Sendable {
    package let step: String
    /// The slips by what is typed of them, in the order of the commonest.
    package fileprivate(set) var groups: [Group] = []

    package var count: Int { groups.reduce(0) { $0 + $1.slips.count } }
    /// How many come to numbers of their own, that are not the right ones.
    package var toldApart: Int { groups.count { $0.slips.count == 1 && !$0.isRight } }

    /// "tells apart 34 of 37 slips"; nil where there are none.
    package var summary: String? {
      guard count > 0 else { return nil }
      return toldApart == count
        ? "tells apart all \(count) slips" : "tells apart \(toldApart) of \(count) slips"
    }
  }

  /// Slips that come to the same digits.
  package struct Group: Sendable {
    /// The answer, with the digits that a student types.
    package let typed: String
    package fileprivate(set) var slips: [CommonSlip]
    /// Whether it passes for the right answer.
    package let isRight: Bool
    /// What the student reads, where everything before the step is right.
    package fileprivate(set) var says: [Message] = []
    package fileprivate(set) var status: Status = .incorrect
  }

  package let exercise: Exercise
  package private(set) var rows: [Row] = []

  /// How many significant digits a student types.
  package static let digits = 4

  /// - Parameter marks: Whether the answers are marked, to see what the student reads.
  package init(_ exercise: Exercise, marks: Bool) {
    self.init(AuthorTrial(exercise, draw: 0), marks: marks)
  }

  /// The slips on the numbers of one draw.
  init(_ trial: AuthorTrial, marks: Bool) {
    var trial = trial
    self.exercise = trial.exercise
    let tutor = Tutor(trial.exercise)
    var earlier: [(name: String, answer: AuthorTrial.Written)] = []
    for step in trial.exercise.steps {
      defer { if let model = trial.model(of: step) { earlier.append((step.name, model)) } }
      guard let value = step.value else { continue }
      var row = Row(step: step.name)
      var places: [String: Int] = [:]
      for slip in tutor.commonSlips(in: value, on: trial.key) {
        let typed = slip.value.typed(digits: SlipTable.digits)
        if let place = places[typed] {
          row.groups[place].slips.append(slip)
          continue
        }
        places[typed] = row.groups.count
        let isRight = trial.status(of: value, typed) == .correct
        row.groups.append(Group(typed: typed, slips: [slip], isRight: isRight))
      }
      if marks {
        for place in row.groups.indices {
          let answer = (step.name, AuthorTrial.Written.text(row.groups[place].typed))
          let steps = trial.marks(earlier + [answer])?.steps
          guard let told = steps?.first(where: { $0.name == step.name }) else { continue }
          row.groups[place].says = told.says
          row.groups[place].status = told.status
        }
      }
      rows.append(row)
    }
  }
}

extension Tensor {
  /// The value with so many significant digits in each entry, trailing zeros and all.
  func typed(digits: Int) -> String {
    written { entry in
      Tensor.decimals(of: entry, digits).map { NumberText.fixed(entry, decimals: $0) } ?? "0"
    }
  }

  /// The same as it is read.
  func asTyped(digits: Int) -> TypedValue {
    let decimals = entries.map { Tensor.decimals(of: $0, digits) }
    let rounded = zip(entries, decimals).map { entry, decimals in
      decimals.flatMap { Double(NumberText.fixed(entry, decimals: $0)) } ?? 0
    }
    return TypedValue(
      Tensor(shape: shape, entries: rounded), lastDigits: decimals.map { -($0 ?? 0) })
  }

  /// How many decimals show so many significant digits of a number; nil for zero.
  private static func decimals(of number: Double, _ digits: Int) -> Int? {
    let rounded = NumberText.rounded(number, digits: digits)
    guard abs(number) >= Tolerance.noise, let first = PowerOfTen.exponent(of: rounded) else {
      return nil
    }
    return min(max(0, digits - 1 - first), 15)
  }
}

// MARK: - Text

extension SlipTable {
  /// The table for a terminal of some width.
  package func text(width: Int) -> String {
    var lines = ["\(exercise.id)  \(exercise.title)"]
    for row in rows {
      lines += ["", "\(row.step): \(row.summary ?? "no slips that are common")"]
      for group in row.groups { lines += text(group, width) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ group: Group, _ width: Int) -> [String] {
    let note =
      group.isRight
      ? "  passes for right" : group.slips.count > 1 ? "  \(group.slips.count) slips alike" : ""
    var lines = ["  " + group.typed.cut(to: width - 2 - note.count) + note]
    let called = group.slips.map { $0.says.text }
    lines += called.map { $0.wrapped(to: width, indent: 6) }
    let told = group.says.joined(by: " ").text
    if !group.isRight, called != [told] {
      lines.append("is told: \(told)".wrapped(to: width, indent: 6))
    }
    return lines
  }
}

extension String {
  fileprivate func cut(to length: Int) -> String {
    count <= max(length, 20) ? self : prefix(max(length, 20) - 1) + "…"
  }
}

// MARK: - JSON

extension SlipTable {
  /// Writes the table as an object.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("exercise")
    json.value(exercise.id)
    json.key("steps")
    json.beginArray()
    for row in rows {
      json.beginObject()
      json.key("name")
      json.value(row.step)
      json.key("slips")
      json.value(row.count)
      json.key("toldApart")
      json.value(row.toldApart)
      json.key("answers")
      json.beginArray()
      for group in row.groups { write(group, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ group: Group, to json: inout JSONWriter) {
    json.beginObject()
    json.key("answer")
    json.value(group.typed)
    json.key("status")
    json.value(group.status.rawValue)
    json.key("says")
    json.beginArray()
    for message in group.says { json.value(message.text) }
    json.endArray()
    json.key("slips")
    json.beginArray()
    for slip in group.slips {
      json.beginObject()
      json.key("formula")
      json.value(slip.formula)
      json.key("edits")
      json.beginArray()
      for edit in slip.edits { json.value(edit) }
      json.endArray()
      json.key("says")
      json.value(slip.says.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
