import LocatedJSON

/// What a list says of an exercise: what its file states at its head, and how much it is worth.
///
/// No formula is looked at, so that a whole catalogue is listed at once.
package struct ExerciseHeader: Sendable {
  package let id: String
  package let title: String
  package let origin: String?
  package let place: CoursePlace
  package let stepCount: Int
  package let outOf: Double

  package init(_ exercise: Exercise) {
    id = exercise.id
    title = exercise.title
    origin = exercise.origin
    place = exercise.place
    stepCount = exercise.steps.count
    outOf = exercise.outOf
  }

  /// The header of an exercise file, read without the rest; nil where only the whole file tells.
  ///
  /// That is so where something is wrong with the header, which reading the file reports.
  ///
  /// - Parameter source: The file.
  package init?(of root: LocatedValue, in source: SourceText, kinds: [StepKind]) {
    guard case .object(let members) = root.kind,
      members.allSatisfy({ member in ExerciseKeys.all.contains { $0.name == member.name } }),
      case .string(let id)? = root[ExerciseKeys.id.name]?.kind, Exercise.isID(id),
      case .string(let title)? = root[ExerciseKeys.title.name]?.kind,
      case .string? = root[ExerciseKeys.statement.name]?.kind,
      case .array(let steps)? = root[ExerciseKeys.steps.name]?.kind, !steps.isEmpty,
      let place = CoursePlace(of: root)
    else { return nil }
    var origin: String?
    if let stated = root[ExerciseKeys.source.name] {
      guard case .string(let text) = stated.kind else { return nil }
      origin = text
    }
    let report = ProblemReport(source)
    var (outOf, count) = (0.0, 0)
    for step in steps.flatMap(ExerciseHeader.steps) {
      guard let points = ExerciseHeader.points(of: step, kinds),
        let times = ExerciseHeader.times(step, report)
      else { return nil }
      outOf += points * Double(times)
      count += times
    }
    self.id = id
    self.title = title
    self.origin = origin
    self.place = place
    self.stepCount = count
    self.outOf = outOf
  }

  /// The step, or those of the gaps of a text.
  private static func steps(_ item: LocatedValue) -> [LocatedValue] {
    guard item[StepKeys.kind.name].flatMap(String.init(json:)) == PassageItems.kindName,
      case .array(let gaps)? = item[PassageKeys.gaps.name]?.kind
    else { return [item] }
    return gaps
  }

  /// How many steps one stands for; nil where that cannot be read.
  private static func times(_ step: LocatedValue, _ report: ProblemReport) -> Int? {
    guard let value = step[StepKeys.repetition.name] else { return 1 }
    return Repetition(value, report: report)?.count
  }

  private static func points(of step: LocatedValue, _ kinds: [StepKind]) -> Double? {
    guard case .string? = step[StepKeys.name.name]?.kind else { return nil }
    var kind = kinds.first
    if let word = step[StepKeys.kind.name] {
      guard case .string(let name) = word.kind else { return nil }
      kind = kinds.first { $0.name == name }
    }
    guard let kind, case .object(let members) = step.kind else { return nil }
    guard let points = step[StepKeys.points.name] else {
      return kind.usualPoints(members)
    }
    guard case .number(let value) = points.kind, value >= 0 else { return nil }
    return value
  }
}
