import Answers
import Diagnosis
import Exercises
import Formulas
import Foundation
import LocatedJSON
import Marking
import Numerics
import Practice
import TestSupport
import Testing

/// Every number that is said to a student, tried as an answer to whatever is not right yet.
///
/// Left out are the numbers that the student has anyway: what is given and what was typed. Nor can an
/// entry be given away for which one of those is right. Each is tried by itself: what is right only
/// beside far larger entries, as any small number is there, tells nothing, nor does a 0.
/// How far evidence moves a weight is the same whatever the answers are, and counts are counts.
@Suite("No number that is said is an answer")
struct GivenAwayTests {
  private static let seed: UInt64 = 20_261_129
  /// How many random sheets there are to an exercise, over a thousand to all where nothing is spared.
  private static let sheets = TestRun.requiresAll ? 60 : 12

  @Test("in the words on the solutions beside the exercises", arguments: Shipped.all)
  func solutions(_ shipped: Shipped) throws {
    var marker = Marker(try shipped.exercise())
    for (format, source) in try shipped.submissions() {
      let submission = try Submission(reading: source, as: format)
      try expectDiscretion(submission, source.spelling(of: 0..<source.bytes.count), &marker)
    }
  }

  @Test("in the words on random wrong sheets", arguments: Shipped.all)
  func randomSheets(_ shipped: Shipped) throws {
    var marker = Marker(try shipped.exercise())
    // Where nothing but formulas or choices are asked for, no number is an answer.
    if marker.exercise.valueSteps.isEmpty { return }
    var sheets = try WrongSheets(shipped, seed: Self.seed)
    for _ in 0..<Self.sheets {
      let text = sheets.next()
      try expectDiscretion(try Submission(answers: text), text, &marker)
    }
  }

  private func expectDiscretion(
    _ submission: Submission, _ sheet: String, _ marker: inout Marker
  ) throws {
    let feedback = marker.mark(submission)
    let exercise = marker.exercise
    var known = Set(sheet.numbersPrinted + exercise.statement.numbersPrinted)
    for step in exercise.steps { known.formUnion(step.text.numbersPrinted) }
    let typed = feedback.steps.map(\.given).compactMap { handedIn in
      if case .value(let value)? = handedIn { value } else { nil }
    }
    for value in typed + exercise.givens.map(\.value) {
      known.formUnion(value.entries.map(PrintedNumber.init(exact:)))
    }
    let sizes = Set(known.map(\.size))
    let open = zip(exercise.steps, feedback.steps).compactMap { step, mark in
      mark.status == .correct ? nil : step.value
    }
    let entries = open.flatMap { step in
      let key = marker.key.value(of: step.slot)
      return key.entries.map { OpenEntry(step: step, right: $0) }
    }.filter { entry in entry.right != 0 && !known.contains { entry.isAnswered(by: $0) } }
    for message in feedback.everythingSaid(in: exercise) {
      for number in message.numbersPrinted where !sizes.contains(number.size) {
        let told = entries.filter { $0.isAnswered(by: number) }.map {
          "\($0.step.name) = \($0.right)"
        }
        #expect(told == [], "\(exercise.id): \(message)\n\(sheet)")
      }
    }
    for (step, mark) in zip(exercise.steps, feedback.steps) where mark.status != .correct {
      let message = mark.evidence?.says.text ?? ""
      for number in message.quotients where !sizes.contains(number.size) {
        let told = entries.filter { $0.step.name == step.name && $0.isAnswered(by: number) }
        #expect(told.isEmpty, "\(exercise.id) \(step.name), \(number): \(message)\n\(sheet)")
      }
    }
  }
}

extension Feedback {
  /// The text of every message, and the hints to the answers.
  fileprivate func everythingSaid(in exercise: Exercise) -> [String] {
    let hints = zip(exercise.steps, steps).flatMap { step, mark in
      HintLadder(step, in: exercise, after: mark).onAnswer
    }
    let words = hints.compactMap { hint in
      if case .slip(let words) = hint { words.text } else { nil }
    }
    let says = steps.flatMap { $0.says + [$0.evidence?.says].compactMap { $0 } }
    return (summary + remarks + notes + says).texts + words
  }
}

/// An entry of an answer that is still asked for.
private struct OpenEntry {
  let step: ValueStep
  let right: Double

  func isAnswered(by number: PrintedNumber) -> Bool {
    (number.mayBeNegative ? [number.size, -number.size] : [number.size]).contains { size in
      TypedEntry(size, lastDigit: number.lastDigit, for: right, step.tolerance)
        .isRight(scale: abs(right))
    }
  }
}

/// A number as it is printed; what is a minus before it may be meant as an operator.
private struct PrintedNumber: Hashable {
  let size: Double
  let mayBeNegative: Bool
  /// The power of ten of its last digit; nil where all its digits are there.
  var lastDigit: Int?

  init(exact number: Double) {
    size = abs(number)
    mayBeNegative = true
  }

  init?(_ text: Substring, mayBeNegative: Bool) {
    let plain = text.replacing("−", with: "-")
    guard let size = Double(plain) else { return nil }
    self.size = size
    self.mayBeNegative = mayBeNegative
    lastDigit = TypedValue.lastDigit(of: String(plain))
  }
}

extension String {
  /// The slope that is worked out from two losses and how far a parameter was moved, in one digit to
  /// four.
  fileprivate var quotients: [PrintedNumber] {
    guard
      let numbers = firstMatch(of: /moved by −(\S+) and \+\S+ .* is ([−0-9.]+) and ([−0-9.]+),/)?
        .output,
      let distance = Double(numbers.1),
      let below = Double(numbers.2.replacing("−", with: "-")),
      let above = Double(numbers.3.replacing("−", with: "-"))
    else { return [] }
    let slope = abs(above - below) / (2 * distance)
    return (1...4).compactMap { digits in
      PrintedNumber(NumberText.general(slope, digits: digits)[...], mayBeNegative: true)
    }
  }

  /// The numbers in the text, but for those in names and indices, and those that count or say where.
  fileprivate var numbersPrinted: [PrintedNumber] {
    let places = /(?:line|column) \d+|digits \d and \d/
    let counts = /(?:the|your|all) \d+ |\d+ (?:of|more|steps|entries)\b/
    let distances = /moved by −\S+ and \+\S+|from −\S+ to \+\S+ about/
    let bare = replacing(places.ignoresCase(), with: "").replacing(counts, with: "")
      .replacing(distances, with: "")
      .replacing(/[\p{L}\d_)]\[\d+(?:, \d+)*\]/, with: "w").replacing("½", with: "0.5")
    return bare.matches(of: /(?:^|[^\p{L}\d_.])([−-]?)(\d+(?:\.\d+)?(?:e[−-]?\d+)?)/)
      .compactMap { PrintedNumber($0.output.2, mayBeNegative: !$0.output.1.isEmpty) }
  }
}
