import Answers
import LocatedJSON
import Marking

/// Reads marks from JSON: by student, exercise and step, or as a list of entries that name these.
struct MarkReader {
  private let report: ProblemReport
  private var entries: [ClassMarks.Entry] = []
  /// Who decided, where an entry does not say.
  private var by: String?

  private init(_ report: ProblemReport) {
    self.report = report
  }

  /// Everything that a file decides.
  static func entries(_ source: SourceText) throws(Problems) -> [ClassMarks.Entry] {
    let (root, report) = try JSONText.document(source)
    var reader = MarkReader(report)
    reader.read(root)
    try report.throwIfAny()
    return reader.entries
  }

  private mutating func read(_ root: LocatedValue) {
    if case .array(let items) = root.kind { return readList(items) }
    let list = root["marks"] ?? root["entries"]
    if case .array(let items)? = list?.kind {
      by = root["by"].flatMap { String(json: $0) }
      return readList(items)
    }
    if let students = root["students"], case .object = students.kind {
      by = root["by"].flatMap { String(json: $0) }
      for member in members(of: root, "marks are")
      where !["students", "by", "$schema", "title"].contains(member.name) {
        report.report(
          "unknown key \(Quotation(member.name)): beside 'students' there may be 'by'",
          at: member.nameRange)
      }
      return readStudents(students)
    }
    readStudents(root)
  }

  private mutating func readStudents(_ value: LocatedValue) {
    for member in members(of: value, "marks are") where member.name != "$schema" {
      let student = LocatedString(text: member.name, range: member.nameRange)
      readStudent(member.value, student)
    }
  }

  // MARK: - By student, exercise and step

  private mutating func readStudent(_ value: LocatedValue, _ student: LocatedString) {
    var entry = ClassMarks.Entry(student, at: value.range)
    for member in members(of: value, "the marks of a student are") {
      if !MarkKeys.isName(member), read(member, into: &entry) { continue }
      if member.name == "exercises", case .object(let exercises) = member.value.kind {
        for exercise in exercises { readExercise(exercise, student) }
      } else {
        readExercise(member, student)
      }
    }
    add(entry)
  }

  private mutating func readExercise(_ member: LocatedMember, _ student: LocatedString) {
    var entry = ClassMarks.Entry(student, at: member.value.range)
    entry.exercise = LocatedString(text: member.name, range: member.nameRange)
    if let points = Double(json: member.value) {
      entry.ruling.points = points
      entry.pointsPlace = member.value.range
      return add(entry)
    }
    let hint =
      Spelling.nearest(to: member.name, among: MarkKeys.names)
      .map { "; did you mean \(Quotation($0))?" } ?? ""
    for part in members(of: member.value, "the marks for an exercise are", hint) {
      if !MarkKeys.isName(part), read(part, into: &entry) { continue }
      if part.name == "steps", case .object(let steps) = part.value.kind {
        for step in steps { readStep(step, of: entry) }
      } else {
        readStep(part, of: entry)
      }
    }
    add(entry)
  }

  private mutating func readStep(_ member: LocatedMember, of exercise: ClassMarks.Entry) {
    var entry = ClassMarks.Entry(exercise.student, at: member.value.range)
    entry.exercise = exercise.exercise
    entry.step = LocatedString(text: member.name, range: member.nameRange)
    switch member.value.kind {
    case .number, .array: readPoints(member.value, into: &entry)
    case .object(let members):
      for part in members where !read(part, into: &entry) {
        report.report(unknown(part.name, MarkKeys.names), at: part.nameRange)
      }
    default:
      report.report(
        "the mark of a step is points, a list of points or an object, but here is "
          + member.value.described(in: report.source), at: member.value)
    }
    add(entry)
  }

  // MARK: - A list

  private mutating func readList(_ items: [LocatedValue]) {
    let known = ["student", "exercise", "step"] + MarkKeys.names
    for item in items {
      let members = members(of: item, "a mark is")
      func name(_ key: String) -> LocatedString? {
        members.first { $0.name == key }.flatMap {
          report.read($0.value, calling: "\(Quotation(key))")
        }
      }
      guard let student = name("student") else {
        if !members.contains(where: { $0.name == "student" }), case .object = item.kind {
          report.report("a mark needs the key 'student'", at: item)
        }
        continue
      }
      var entry = ClassMarks.Entry(student, at: item.range)
      entry.exercise = name("exercise")
      entry.step = name("step")
      if let step = entry.step, entry.exercise == nil {
        report.report("a mark for a step needs the key 'exercise'", at: step.range)
      }
      for member in members where !["student", "exercise", "step"].contains(member.name) {
        if !read(member, into: &entry) {
          report.report(unknown(member.name, known), at: member.nameRange)
        }
      }
      add(entry)
    }
  }

  private mutating func add(_ entry: ClassMarks.Entry) {
    if entry.isBlank {
      for (key, word) in [("by", entry.ruling.by), ("why", entry.ruling.why)] {
        guard let word, Double(word.trimmed) != nil else { continue }
        report.report(
          "'\(key)' is in words, and nothing is decided; points for a step of that name are a "
            + "number without quotes", at: entry.place)
      }
      return
    }
    var entry = entry
    entry.ruling.by = entry.ruling.by ?? by
    entries.append(entry)
  }

  // MARK: - What is decided

  /// Reads a member that says what is decided; false where it is another.
  private func read(_ member: LocatedMember, into entry: inout ClassMarks.Entry) -> Bool {
    guard let key = MarkKeys(named: member.name) else { return false }
    let value = member.value
    let name = "\(Quotation(member.name))"
    switch key {
    case .points: readPoints(value, into: &entry)
    case .bonus: entry.ruling.bonus = report.read(value, calling: name)
    case .words:
      let words: [String] =
        if case .array = value.kind { report.readArray(value, calling: name) ?? [] } else {
          [report.read(value, calling: name)].compactMap { $0 }
        }
      entry.ruling.words = words.filter { !$0.isEmpty }.map { "\(visible: $0)" }
    case .excused:
      switch Excuse(json: value) {
      case .yes: entry.ruling.isExcused = true
      case .no: entry.ruling.isExcused = false
      case .because(let why): (entry.ruling.isExcused, entry.ruling.why) = (true, why)
      case nil:
        report.report(
          "'excused' is true or false, or a reason, but here is "
            + (String(json: value).map { "\(Quotation($0))" }
              ?? value.described(in: report.source)),
          at: value)
      }
    case .extension: entry.granted = granted(value, entry)
    case .by: entry.ruling.by = report.read(value, calling: name)
    case .why: entry.ruling.why = report.read(value, calling: name)
    }
    return true
  }

  private func readPoints(_ value: LocatedValue, into entry: inout ClassMarks.Entry) {
    entry.pointsPlace = value.range
    if case .array = value.kind {
      entry.items = report.readArray(value, calling: "the points")
    } else {
      entry.ruling.points = report.read(value, calling: "'points'")
    }
  }

  private func granted(_ value: LocatedValue, _ entry: ClassMarks.Entry) -> DueExtension? {
    if entry.step != nil {
      report.report("an extension is for an exercise or a student, not for a step", at: value)
      return nil
    }
    if let days = Double(json: value), days >= 0, days < 1e5 {
      return .by(Int((days * Double(Acceptance.secondsPerDay)).rounded()))
    }
    if let found = String(json: value).flatMap(DueExtension.init) { return found }
    report.report(
      "'extension' is a number of days, a text such as \"2 days\", or a time", at: value)
    return nil
  }

  private func unknown(_ name: String, _ known: [String]) -> String {
    let near = Spelling.nearest(to: name, among: known)
    return "unknown key \(Quotation(name))"
      + (near.map { " — did you mean \(Quotation($0))?" }
        ?? ": a mark can have \(known.map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// The members of an object of names; none, with a problem reported, where it is no object.
  private func members(
    of value: LocatedValue, _ subject: String, _ hint: String = ""
  ) -> [LocatedMember] {
    if case .object(let members) = value.kind { return members }
    report.report(
      "\(subject) an object of names, but here is \(value.described(in: report.source))\(hint)",
      at: value)
    return []
  }
}

/// What a mark may say, by the names of its keys.
enum MarkKeys: CaseIterable {
  case points, words, excused, bonus, `extension`, by, why

  /// The first is the one that is suggested.
  private var spellings: [String] {
    switch self {
    case .points: ["points"]
    case .words: ["words", "says", "comment"]
    case .excused: ["excused"]
    case .bonus: ["bonus"]
    case .extension: ["extension"]
    case .by: ["by", "who"]
    case .why: ["why", "reason"]
    }
  }

  init?(named name: String) {
    guard let key = MarkKeys.allCases.first(where: { $0.spellings.contains(name) }) else {
      return nil
    }
    self = key
  }

  static let names = allCases.compactMap { $0.spellings.first }

  /// Whether a member can only be meant as an exercise or a step of that name, since no key has such
  /// a value: a step may well be called `why`.
  static func isName(_ member: LocatedMember) -> Bool {
    let key = MarkKeys(named: member.name)
    switch member.value.kind {
    case .object: return true
    case .array(let items):
      return key != .words || !items.allSatisfy { String(json: $0) != nil }
    case .number: return key == .words || key == .by || key == .why
    case .null, .bool, .string: return false
    }
  }
}

extension DueExtension {
  /// A moment, or a length of time.
  init?(_ text: String) {
    if let time = CourseTime(text) {
      self = .until(time)
    } else if let seconds = CourseDuration.seconds(text) {
      self = .by(seconds)
    } else {
      return nil
    }
  }
}
