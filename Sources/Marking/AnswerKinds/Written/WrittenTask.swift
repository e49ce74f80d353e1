import Exercises
import LocatedJSON
import Numerics

/// What a step asks for that is answered by a text.
package struct WrittenTask: Sendable {
  /// What the points are for.
  let rubric: [RubricItem]
  /// An answer that would earn them all; nil where the author wrote none.
  let model: String?

  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.asksForText = true
    assignment.rubric = rubric
    assignment.model = model
    assignment.details = { _ in
      [
        "A text, read by a person. In a file, write it between \"\"\" and \"\"\", on as many lines as "
          + "it takes."
      ]
    }
    return assignment
  }
}

extension WrittenTask {
  /// Reads the rubric; nil, with problems reported, where that cannot be done.
  init?(_ reading: StepReading) {
    let report = reading.report
    guard let list = reading.object.requiredValue(WrittenTaskKeys.rubric) else { return nil }
    let items = reading.items(WrittenTaskKeys.rubric)
    let rubric = items.compactMap { WrittenTask.item($0, report) }
    guard case .array = list.kind, rubric.count == items.count else { return nil }
    if rubric.isEmpty {
      report.report("a rubric needs at least one item", at: list)
      return nil
    }
    self.rubric = rubric
    model = reading.object.optional(WrittenTaskKeys.model)
    guard let stated = reading.object.value(StepKeys.points) else { return }
    if abs(rubric.outOf - reading.heading.points) > 1e-9 {
      let sum = NumberText.shortest(rubric.outOf)
      report.report(
        "the points of the rubric add up to \(sum); leave 'points' out, or make it \(sum)",
        at: stated)
    }
  }

  /// What the rubric among a step's members adds up to, whether or not it can be used.
  static func points(ofStep members: [LocatedMember]) -> Double {
    let rubric = members.first { $0.name == WrittenTaskKeys.rubric.name }?.value
    guard case .array(let items)? = rubric?.kind else { return 0 }
    return items.reduce(0) { sum, item in
      guard case .number(let points)? = item[WrittenTaskKeys.points.name]?.kind else { return sum }
      return sum + points
    }
  }

  private static func item(_ value: LocatedValue, _ report: ProblemReport) -> RubricItem? {
    guard
      let object = ObjectReader(
        value, describing: "an item of the rubric", keys: WrittenTaskKeys.item, report: report)
    else { return nil }
    let says: String? = object.required(WrittenTaskKeys.says)
    let points: Double? = object.required(WrittenTaskKeys.points)
    guard let says, let points else { return nil }
    if points > 0 { return RubricItem(says: says, points: points) }
    report.report(
      "'points' must be more than 0", at: object.value(WrittenTaskKeys.points)?.range ?? value.range
    )
    return nil
  }
}

/// The keys of a step that is answered by a text.
package enum WrittenTaskKeys {
  package static let rubric = Key("rubric", "What the points are for, item by item.")
  package static let model = Key(
    "model", "An answer that earns all points; shown with the solution and with --reveal.")
  package static let says = Key("says", "What an answer must have for the points.")
  package static let points = Key("points", "The points of the item.")
  package static let item = [says, points]
}

extension [RubricItem] {
  /// The points of all the items.
  fileprivate var outOf: Double { reduce(0) { $0 + $1.points } }
}
