import LocatedJSON

extension ClassAssignment {
  /// Reads the file of an assignment, strictly: everything that is wrong with it is said at once.
  ///
  /// - Parameters:
  ///   - exercises: What each exercise there is is out of, by its id.
  ///   - teams: Reads a file of groups, which is named from the assignment's folder; or says what is
  ///     wrong with it.
  package init(
    reading source: SourceText, exercises known: [String: Double],
    teams: @escaping (String) -> Result<[Team], TeamFileFault> = { _ in .success([]) }
  ) throws(Problems) {
    let (root, report) = try JSONText.document(source)
    text = source.spelling(of: root.range)
    if let object = ObjectReader(
      root, describing: "an assignment", keys: AssignmentKeys.all, report: report)
    {
      read(object, AssignmentValues(report: report), known)
      if let value = object.value(AssignmentKeys.groups) {
        groups = TeamReader(report: report, file: teams).teams(value)
      }
    }
    try report.throwIfAny()
  }

  private mutating func read(
    _ object: ObjectReader, _ values: AssignmentValues, _ known: [String: Double]
  ) {
    typealias Keys = AssignmentKeys
    title = object.optional(Keys.title)
    exercises = values.exercises(object.requiredValue(Keys.exercises), known)
    outOf = object.value(Keys.outOf).flatMap { values.points($0, "'outOf'", isPositive: true) }
    rounding = object.value(Keys.round).flatMap(values.rounding)
    due = object.value(Keys.due).flatMap(values.time)
    grace = object.value(Keys.grace).flatMap(values.grace) ?? 0
    late = object.value(Keys.late).flatMap(values.lateRule)
    acceptance = object.value(Keys.accept).flatMap(values.acceptance) ?? .always
    if case .until(let limit) = acceptance, let value = object.value(Keys.accept),
      let due = exercises.compactMap({ due($0) }).max(), limit.onClock(of: due) < due
    {
      values.report.report(
        "'accept' ends before what is due \(due.text); it is until when late work is taken",
        at: value)
    }
    takesBest = object.value(Keys.attempts).flatMap(values.takesBest) ?? false
    if let value = object.value(Keys.drop) { dropped = values.dropped(value, of: exercises.count) }
  }
}

/// The keys of an assignment.
enum AssignmentKeys {
  static let title = Key("title", "What the assignment is called.")
  static let exercises = Key("exercises", "What counts: ids, or objects with an id and points.")
  static let outOf = Key("outOf", "What the total is out of.")
  static let round = Key("round", "The step that totals are rounded to, such as 0.5.")
  static let due = Key("due", "When it is due, in ISO 8601.")
  static let grace = Key("grace", "How long after that nothing is late: minutes, or \"1 h\".")
  static let late = Key("late", "What being late costs.")
  static let accept = Key("accept", "Until when late work is taken.")
  static let attempts = Key("attempts", "Which of several attempts counts: newest or best.")
  static let drop = Key("drop", "How many of the weakest exercises are left out.")
  static let groups = Key("groups", "Who hands in together.")
  static let schema = Key("$schema", "Where editors find what the keys mean.")

  static let all = [
    title, exercises, outOf, round, due, grace, late, accept, attempts, drop, groups, schema,
  ]

  static let id = Key("id", "The id of an exercise.")
  static let points = Key("points", "What it is out of here.")
  static let ofExercise = [id, points, due]

  static let perDay = Key("perDay", "What a day costs: a share such as 0.1, or \"1 point\".")
  static let atMost = Key("atMost", "The most that is lost.")
  static let ofLate = [perDay, atMost]

  static let step = Key("step", "Totals are multiples of it.")
  static let decimals = Key("decimals", "How many decimals totals have.")
  static let ofRound = [step, decimals]
}
