import LocatedJSON
import Reports

/// Reads the values of an assignment's keys; what cannot be read is reported, and nil.
struct AssignmentValues {
  let report: ProblemReport

  /// The most points of anything, so that sums are numbers.
  private static let most = 1e9

  /// A number of points.
  func points(_ value: LocatedValue, _ name: String, isPositive: Bool = false) -> Double? {
    guard let points: Double = report.read(value, calling: name) else { return nil }
    if points > AssignmentValues.most {
      return complain("\(name) must be at most \(Int(AssignmentValues.most))", at: value)
    }
    if points > 0 || (points == 0 && !isPositive) { return points }
    report.report("\(name) must be \(isPositive ? "more than 0" : "at least 0")", at: value)
    return nil
  }

  func time(_ value: LocatedValue) -> CourseTime? {
    guard let text: String = report.read(value, calling: "'due'") else { return nil }
    if let time = CourseTime(text) { return time }
    return complain(
      "\(Quotation(text)) is no time; write it as in \"2026-03-01T23:59+01:00\"", at: value)
  }

  // MARK: Exercises

  func exercises(
    _ value: LocatedValue?, _ known: [String: Double]
  ) -> [ClassAssignment.Entry] {
    guard let value else { return [] }
    guard case .array(let items) = value.kind else {
      report.report(
        "'exercises' must be a list, but it is \(value.described(in: report.source))", at: value)
      return []
    }
    if items.isEmpty { report.report("'exercises' names no exercise", at: value) }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard let (id, entry) = exercise(item, known) else { return nil }
      if !seen.insert(id.text).inserted {
        report.report("\(Quotation(id.text)) is there twice", at: id.range)
        return nil
      }
      return entry
    }
  }

  private func exercise(
    _ item: LocatedValue, _ known: [String: Double]
  ) -> (LocatedString, ClassAssignment.Entry)? {
    if let id = LocatedString(json: item) { return named(id, known).map { (id, $0) } }
    guard
      let object = ObjectReader(
        item, describing: "an exercise of the assignment", keys: AssignmentKeys.ofExercise,
        report: report)
    else { return nil }
    let points = object.value(AssignmentKeys.points).flatMap { self.points($0, "'points'") }
    let due = object.value(AssignmentKeys.due).flatMap(time)
    guard let id: LocatedString = object.required(AssignmentKeys.id),
      var entry = named(id, known)
    else { return nil }
    entry.points = points
    entry.due = due
    return (id, entry)
  }

  private func named(_ id: LocatedString, _ known: [String: Double]) -> ClassAssignment.Entry? {
    if let own = known[id.text] { return ClassAssignment.Entry(id.text, ownPoints: own) }
    let near = Spelling.nearest(to: id.text, among: known.keys.sorted())
    report.report(
      "there is no exercise \(Quotation(id.text))"
        + (near.map { "; did you mean \(Quotation($0))?" } ?? ""), at: id.range)
    return nil
  }

  // MARK: Rules

  /// A step, for which a whole number of decimals from 2 to 4 may stand: nobody rounds to threes.
  func rounding(_ value: LocatedValue) -> Rounding? {
    if let number = Double(json: value) {
      if [2, 3, 4].contains(number) { return Rounding(decimals: Int(number)) }
      if number == 0 { return Rounding(step: 1) }
      return step(number, at: value)
    }
    guard
      let object = ObjectReader(
        value, describing: "'round', if it is no number,", keys: AssignmentKeys.ofRound,
        report: report)
    else { return nil }
    if let step: Double = object.optional(AssignmentKeys.step) {
      return self.step(step, at: value)
    }
    if let decimals: Int = object.optional(AssignmentKeys.decimals), (0...9).contains(decimals) {
      return Rounding(decimals: decimals)
    }
    return complain("'round' needs a 'step', or from 0 to 9 'decimals'", at: value)
  }

  private func step(_ step: Double, at value: LocatedValue) -> Rounding? {
    step > 0 ? Rounding(step: step) : complain("the step of 'round' must be more than 0", at: value)
  }

  /// Minutes, or a length of time with its unit.
  func grace(_ value: LocatedValue) -> Int? {
    if let minutes = Double(json: value), minutes >= 0, minutes < 1e8 {
      return Int((minutes * 60).rounded())
    }
    if let seconds = String(json: value).flatMap(CourseDuration.seconds) { return seconds }
    return complain("'grace' is a number of minutes, or a text such as \"15 min\"", at: value)
  }

  func lateRule(_ value: LocatedValue) -> LateRule? {
    guard
      let object = ObjectReader(
        value, describing: "'late'", keys: AssignmentKeys.ofLate, report: report)
    else { return nil }
    let most = object.value(AssignmentKeys.atMost).flatMap { amount($0, "'atMost'") }
    return object.requiredValue(AssignmentKeys.perDay).flatMap { amount($0, "'perDay'") }
      .map { LateRule(perDay: $0, atMost: most) }
  }

  /// A share from 0 to 1, a percentage in a text, or points in a text.
  private func amount(_ value: LocatedValue, _ name: String) -> LateRule.Amount? {
    if let share = Double(json: value), (0...1).contains(share) { return .share(share) }
    if let text = String(json: value),
      let match = text.trimmed.lowercased().wholeMatch(
        of: /(\d+(?:\.\d+)?)\s*(%|per ?cent|points?|p|pts?)/),
      let number = Double(match.output.1)
    {
      let isShare = match.output.2.hasPrefix("%") || match.output.2.hasPrefix("per")
      if !isShare { return .points(number) }
      if number <= 100 { return .share(number / 100) }
    }
    let number = Double(json: value).map { Numbers.points(abs($0)) } ?? "10"
    return complain(
      "\(name) is a share from 0 to 1, or a text: \"\(number)%\" or \"\(number) points\"",
      at: value)
  }

  /// A moment, a length of time after the due date, a number of days; or whether at all.
  func acceptance(_ value: LocatedValue) -> Acceptance? {
    switch value.kind {
    case .bool(let isTaken): return isTaken ? .always : .lasting(0)
    case .number(let days) where days >= 0 && days < 1e5:
      return .lasting(Int((days * Double(Acceptance.secondsPerDay)).rounded()))
    case .string(let text):
      switch text.trimmed.lowercased() {
      case "always", "late": return .always
      case "never", "on time", "on-time": return .lasting(0)
      default: break
      }
      if let time = CourseTime(text) { return .until(time) }
      if let seconds = CourseDuration.seconds(text) { return .lasting(seconds) }
    default: break
    }
    return complain(
      "'accept' is a number of days, a text such as \"3 days\", a time, \"always\" or \"never\"",
      at: value)
  }

  func takesBest(_ value: LocatedValue) -> Bool? {
    let words = ["newest", "best"]
    guard let word: String = report.read(value, calling: "'attempts'") else { return nil }
    if let place = words.firstIndex(of: word) { return place == 1 }
    let near = Spelling.nearest(to: word, among: words)
    return complain(
      "'attempts' is \"newest\" or \"best\", not \(Quotation(word))"
        + (near.map { "; did you mean \(Quotation($0))?" } ?? ""), at: value)
  }

  func dropped(_ value: LocatedValue, of count: Int) -> Int {
    guard let number: Int = report.read(value, calling: "'drop'") else { return 0 }
    if number >= 0, number == 0 || number < count { return number }
    report.report(
      number < 0
        ? "'drop' must be at least 0" : "'drop' leaves none of the \(count) exercises", at: value)
    return 0
  }

  private func complain<Value>(_ message: String, at value: LocatedValue) -> Value? {
    report.report(message, at: value)
    return nil
  }
}
