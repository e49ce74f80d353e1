import Exercises
import LocatedJSON

/// Entries, numbered as the file has them, and partners, lettered in an order of each student's own.
struct MatchTask: Sendable {
  struct Partner: Sendable {
    let text: String
    let id: String?
  }

  /// A wrong pair that the author has foreseen.
  struct Mistake: Sendable {
    let entry: Int
    let partner: Int
    let says: String
  }

  let name: String
  /// The id of the exercise.
  let exercise: String
  let entries: [String]
  /// In the order of the file.
  let partners: [Partner]
  /// The right partner of each entry.
  let key: [Int]
  let mistakes: [Mistake]

  /// The letters of a student's sheet.
  func letters(for student: String) -> LetteredEntries {
    let order = StudentOrder(of: partners.count, in: exercise, name, for: student) { places in
      // Without a partner too many, A B C in this order is what people try first.
      key.enumerated().allSatisfy { places.firstIndex(of: $0.element) == $0.offset }
    }
    return LetteredEntries(order: order, ids: partners.map { $0.id })
  }

  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.details = { student in
      ["Give each number its letter, as in: 1-B 2-A."]
        + numbered.map { "\($0.label)  \($0.text)" }
        + options(for: student).map { "\($0.label)) \($0.text)" }
    }
    assignment.control = { .pairs(numbered, with: options(for: $0)) }
    assignment.picks = { answer, student in
      let letters = letters(for: student)
      let reader = MatchReader(count: entries.count, letters: letters)
      return (try? reader.partners(AnswerTokens(answer)))?
        .map { $0.map { letters.order.letter(of: $0) } ?? "" }
    }
    assignment.remark = { .lettersOf($0) }
    assignment.rightAnswer = { student in
      let order = letters(for: student).order
      return key.enumerated().map { "\($0.offset + 1)-\(order.letter(of: $0.element))" }
        .joined(separator: " ")
    }
    return assignment
  }

  private var numbered: [AnswerOption] {
    entries.enumerated().map { AnswerOption(label: String($0.offset + 1), text: $0.element) }
  }

  private func options(for student: String) -> [AnswerOption] {
    let order = letters(for: student).order
    return order.places.map { AnswerOption(label: order.letter(of: $0), text: partners[$0].text) }
  }
}

// MARK: - Reading

extension MatchTask {
  /// Reads entries and partners; nil, with problems reported, where that cannot be done.
  init?(_ reading: StepReading) {
    let report = reading.report
    guard let list = reading.object.requiredValue(MatchKeys.pairs) else { return nil }
    let pairs = reading.items(MatchKeys.pairs)
    let others = reading.items(MatchKeys.others)
    var reader = MatchTaskReader(report: report)
    for pair in pairs { reader.addPair(pair) }
    for other in others { reader.addOther(other) }
    guard case .array = list.kind, reader.isWhole else { return nil }
    guard pairs.count >= 2, reader.partners.count <= StudentOrder.most,
      reader.partners.count >= 2
    else {
      report.report("there must be 2 to \(StudentOrder.most) pairs and partners", at: list)
      return nil
    }
    ListedIDs.check(reader.ids, among: reader.partners.count, report)
    for mistake in reading.items(StepKeys.mistakes) { reader.addMistake(mistake) }
    self.init(
      name: reading.heading.name, exercise: reading.exercise, entries: reader.entries,
      partners: reader.partners, key: reader.key, mistakes: reader.mistakes)
  }
}

/// Reads the parts of a step that asks for pairs.
private struct MatchTaskReader {
  let report: ProblemReport
  var entries: [String] = []
  var partners: [MatchTask.Partner] = []
  var key: [Int] = []
  var mistakes: [MatchTask.Mistake] = []
  var ids: [LocatedString] = []
  var isWhole = true

  init(report: ProblemReport) { self.report = report }

  mutating func addPair(_ value: LocatedValue) {
    let object = ObjectReader(
      value, describing: "a pair", keys: MatchKeys.pair, report: report)
    guard let left: String = object?.required(MatchKeys.left),
      let right: String = object?.required(MatchKeys.right)
    else {
      isWhole = false
      return
    }
    entries.append(left)
    let id: LocatedString? = object?.optional(MatchKeys.id)
    if let same = partners.firstIndex(where: { $0.text.plain == right.plain }) {
      key.append(same)
      if let id, id.text != partners[same].id {
        report.report("these words have another id, or none, where they stand first", at: id.range)
      }
      return
    }
    key.append(partners.count)
    add(right, id)
  }

  mutating func addOther(_ value: LocatedValue) {
    let object = ObjectReader(
      value, describing: "a partner", keys: MatchKeys.other, report: report)
    guard let text: LocatedString = object?.required(MatchKeys.text) else {
      isWhole = false
      return
    }
    if partners.contains(where: { $0.text.plain == text.text.plain }) {
      report.report("this text is that of an earlier partner", at: text.range)
    }
    add(text.text, object?.optional(MatchKeys.id))
  }

  private mutating func add(_ text: String, _ id: LocatedString?) {
    partners.append(MatchTask.Partner(text: text, id: id?.text))
    if let id { ids.append(id) }
  }

  mutating func addMistake(_ value: LocatedValue) {
    guard
      let object = ObjectReader(
        value, describing: "a mistake", keys: MatchKeys.mistake, report: report),
      let entry: Int = object.required(MatchKeys.entry),
      let taken: LocatedString = object.required(MatchKeys.taken),
      let says: String = object.required(MatchKeys.says)
    else { return }
    guard key.indices.contains(entry - 1) else {
      report.report("'entry' must be a number from 1 to \(key.count)", at: value)
      return
    }
    guard let partner = partners.firstIndex(where: { $0.id == taken.text }) else {
      let near = Spelling.nearest(to: taken.text, among: ids.map { $0.text })
      report.report(
        "there is no partner '\(taken.text)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        at: taken.range)
      return
    }
    if key[entry - 1] == partner {
      report.report("this pair is right, so its words would never be said", at: value)
    }
    mistakes.append(MatchTask.Mistake(entry: entry - 1, partner: partner, says: says))
  }
}
