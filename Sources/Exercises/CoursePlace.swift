import LocatedJSON

/// Where an exercise stands in a course: its topic, how hard it is, what comes before, how long it takes.
package struct CoursePlace: Equatable, Sendable {
  package let topic: String?
  /// 1 for a warm-up, 2 for what everyone should be able to do, 3 for more.
  package let level: Int?
  /// The ids of the exercises that should have been done before.
  package let needs: [String]
  /// About how long it takes a student.
  package let minutes: Int?

  package static let levels = 1...3
  static let longest = 600

  /// No place.
  init() {
    (topic, level, needs, minutes) = (nil, nil, [], nil)
  }

  /// Reads the place from the head of an exercise, reporting what is wrong with it.
  init(_ object: ObjectReader, report: ProblemReport) {
    topic = object.optional(ExerciseKeys.topic)
    needs = object.optionalArray(ExerciseKeys.needs) ?? []
    level = object.optional(ExerciseKeys.level)
    minutes = object.optional(ExerciseKeys.minutes)
    if let topic, topic.isEmpty, let value = object.value(ExerciseKeys.topic) {
      report.report("a topic has a name", at: value)
    }
    if let level, !CoursePlace.levels.contains(level), let value = object.value(ExerciseKeys.level)
    {
      report.report("a level is 1, 2 or 3", at: value)
    }
    if let minutes, !(1...CoursePlace.longest).contains(minutes),
      let value = object.value(ExerciseKeys.minutes)
    {
      report.report("an exercise takes from 1 to \(CoursePlace.longest) minutes", at: value)
    }
  }

  /// The place as a file states it at its head; nil where something is wrong with it.
  init?(of root: LocatedValue) {
    var needs: [String] = []
    if let list = root[ExerciseKeys.needs.name] {
      guard case .array(let ids) = list.kind else { return nil }
      for id in ids {
        guard case .string(let text) = id.kind else { return nil }
        needs.append(text)
      }
    }
    var topic: String?
    if let value = root[ExerciseKeys.topic.name] {
      guard case .string(let text) = value.kind, !text.isEmpty else { return nil }
      topic = text
    }
    guard
      let level = CoursePlace.number(root[ExerciseKeys.level.name], in: CoursePlace.levels),
      let minutes = CoursePlace.number(
        root[ExerciseKeys.minutes.name], in: 1...CoursePlace.longest)
    else { return nil }
    self.topic = topic
    self.level = level.stated
    self.needs = needs
    self.minutes = minutes.stated
  }

  /// A whole number that may be left out; nil where what stands there is none, or out of bounds.
  private static func number(
    _ value: LocatedValue?, in bounds: ClosedRange<Int>
  ) -> (stated: Int?, Void)? {
    guard let value else { return (nil, ()) }
    guard case .number(let number) = value.kind, let whole = Int(exactly: number),
      bounds.contains(whole)
    else { return nil }
    return (whole, ())
  }
}
