import Exercises
import LocatedJSON
import Numerics

/// What a step asks for that offers options to choose from.
///
/// Every student sees the options in an order of their own, drawn from the exercise's id, the
/// step's name and the student's id by SplitMix64: the same on every machine, in `show`, `start`,
/// `practice` and `grade`. A sheet made without a student has the order of the file.
///
/// A letter means what it meant on the sheet that was filled in, so the student is the one the sheet
/// names: in a class that may be another name than that of the folder, and a sheet that names
/// nobody has the file's order. Where options have an `id`, that is their letter in every order.
package struct ChoiceTask: Sendable {
  let name: String
  /// The id of the exercise.
  let exercise: String
  /// The options in the order of the file.
  package let options: [Option]
  let keepsOrder: Bool
  let allowsPartialCredit: Bool

  package struct Option: Sendable {
    let text: String
    package let isCorrect: Bool
    let says: String?
    /// The letter that goes with it wherever it stands.
    let letter: String?
  }

  /// The most options there may be, one for each letter.
  static let mostOptions = 26

  private var severalAreRight: Bool { options.count { $0.isCorrect } > 1 }

  /// The options as a student sees them.
  package func sheet(for student: String) -> ChoiceSheet {
    var order = Array(options.indices)
    if !keepsOrder, !student.isEmpty {
      order = StudentOrder(of: order.count, in: exercise, name, for: student).places
    }
    return ChoiceSheet(options: options, order: order, isSingle: !severalAreRight)
  }
}

extension ChoiceTask {
  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.details = { details(for: $0) }
    assignment.control = { student in
      let sheet = sheet(for: student)
      return .options(
        sheet.order.map { AnswerOption(label: sheet.label(of: $0), text: options[$0].text) },
        takesSeveral: severalAreRight)
    }
    assignment.picks = { answer, student in
      let sheet = sheet(for: student)
      return (try? sheet.options(named: answer, at: 0))?.map { sheet.label(of: $0) }.sorted()
    }
    assignment.remark = { remark(for: $0) }
    assignment.rightAnswer = { rightLetters(for: $0) }
    return assignment
  }

  private func details(for student: String) -> [String] {
    let sheet = sheet(for: student)
    let example = example(on: sheet).map { sheet.label(of: $0) }.joined(separator: ", ")
    let task =
      severalAreRight
      ? "Choose all that are right, as in: \(example)" : "Choose one, by its letter."
    return [task] + sheet.order.map { "\(sheet.label(of: $0))) \(options[$0].text)" }
  }

  /// Two options that are not the answer.
  private func example(on sheet: ChoiceSheet) -> [Int] {
    let pairs = [[0, 1], [0, 2], [1, 2]].filter { $0[1] < sheet.order.count }
    let isAnswer = { (pair: [Int]) in
      pair.allSatisfy { options[sheet.order[$0]].isCorrect }
        && options.count { $0.isCorrect } == pair.count
    }
    return (pairs.first { !isAnswer($0) } ?? [0]).map { sheet.order[$0] }
  }

  private func remark(for student: String) -> String? {
    keepsOrder || options.allSatisfy { $0.letter != nil } ? nil : .lettersOf(student)
  }

  /// The letters of the right options on a student's sheet.
  private func rightLetters(for student: String) -> String {
    let sheet = sheet(for: student)
    return sheet.order.filter { options[$0].isCorrect }.map { sheet.label(of: $0) }
      .joined(separator: ", ")
  }
}

// MARK: - Reading

extension ChoiceTask {
  /// Reads the options; nil, with problems reported, where that cannot be done.
  init?(_ reading: StepReading) {
    let report = reading.report
    let isPartial: Bool? = reading.object.optional(StepKeys.partial)
    let keepsOrder: Bool? = reading.object.optional(ChoiceTaskKeys.keepOrder)
    guard let list = reading.object.requiredValue(ChoiceTaskKeys.options) else { return nil }
    let items = reading.items(ChoiceTaskKeys.options)
    let read = items.map { ChoiceTask.option($0, report) }
    let options = read.compactMap { $0 }
    guard case .array = list.kind, options.count == items.count else { return nil }
    guard (2...ChoiceTask.mostOptions).contains(options.count) else {
      report.report("there must be 2 to \(ChoiceTask.mostOptions) options", at: list)
      return nil
    }
    if !options.contains(where: { $0.isCorrect }) {
      report.report("no option has 'correct': true", at: list)
    }
    let letters = options.compactMap { $0.letter }
    if !letters.isEmpty, letters.count < options.count {
      report.report("either every option has an 'id' or none", at: list)
    }
    for (number, option) in options.enumerated() {
      let earlier = options[..<number]
      if earlier.contains(where: { $0.text.plain == option.text.plain }) {
        report.report("this text is that of an earlier option", at: items[number])
      }
      if let letter = option.letter, earlier.contains(where: { $0.letter == letter }) {
        report.report("the id '\(letter)' is that of an earlier option", at: items[number])
      }
    }
    self.init(
      name: reading.heading.name, exercise: reading.exercise, options: options,
      keepsOrder: keepsOrder ?? false, allowsPartialCredit: isPartial ?? false)
  }

  private static func option(_ value: LocatedValue, _ report: ProblemReport) -> Option? {
    guard
      let object = ObjectReader(
        value, describing: "an option", keys: ChoiceTaskKeys.option, report: report)
    else { return nil }
    let text: LocatedString? = object.required(ChoiceTaskKeys.text)
    let isCorrect: Bool? = object.required(ChoiceTaskKeys.correct)
    let says: String? = object.optional(ChoiceTaskKeys.says)
    let id: LocatedString? = object.optional(ChoiceTaskKeys.id)
    guard let text, let isCorrect else { return nil }
    if text.text.plain.count < 2 {
      report.report("the text of an option must be more than a letter", at: text.range)
    }
    if let id, !id.text.isLetter {
      report.report("an id is one small letter, a to z", at: id.range)
      return nil
    }
    return Option(
      text: text.text, isCorrect: isCorrect, says: says, letter: id?.text)
  }
}

extension String {
  fileprivate var isLetter: Bool {
    utf8.count == 1 && utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
