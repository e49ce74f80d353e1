import Answers
import Exercises
import Marking

extension ClassMarks {
  /// Puts what a person decided beside what the grader found, for an exercise and its steps.
  package func apply(to feedback: inout Feedback, of exercise: Exercise) {
    for (index, step) in exercise.steps.enumerated() where feedback.steps.indices.contains(index) {
      guard let entry = entry(feedback.student, exercise.id, step.name) else { continue }
      feedback.steps[index].rule(by: entry, rubric: step.assignment?.rubric ?? [])
    }
    if let entry = entry(feedback.student, exercise.id) { feedback.rule(by: entry) }
  }

  /// Puts what a person decided on all of a student's work into the record.
  package func apply(to record: inout StudentRecord) {
    for exercise in exercises(of: record.id) {
      if let granted = entry(record.id, exercise)?.granted { record.extensions[exercise] = granted }
    }
    guard let entry = entry(record.id) else { return }
    if let granted = entry.granted { record.extensions[DueExtension.all] = granted }
    var ruling = entry.ruling
    if ruling.isBlank { return }
    ruling.foundPoints = nil
    record.ruling = ruling
    if let points = ruling.points {
      record.remarks.append("a person gave \(number: points) in all")
    }
    if let bonus = ruling.bonus { record.remarks.append("a person added \(number: bonus)") }
    if ruling.isExcused { record.remarks.append("excused by a person") }
    record.remarks += ruling.words
  }
}

extension StepFeedback {
  fileprivate mutating func rule(by entry: ClassMarks.Entry, rubric: [RubricItem]) {
    var ruling = entry.ruling
    ruling.foundStatus = status
    ruling.foundPoints = points
    ruling.foundOutOf = outOf
    let wasOpen = status == .toBeRead
    if let items = entry.items, items.count == rubric.count {
      let points = items.reduce(0, +)
      ruling.points = points
      let lines = zip(items, rubric).map { given, item -> Message in
        "\(number: given) of \(number: item.points): \(authored: item.says)"
      }
      says = lines + ruling.words
    } else if let points = ruling.points, wasOpen {
      says = ["\(number: points) of \(number: outOf)"] + ruling.words
    } else if let points = ruling.points, abs(points - self.points) > 1e-12 {
      says =
        ["A person gave \(number: points) of \(number: outOf), the grader \(number: self.points)."]
        + ruling.words + says
    } else {
      says = ruling.words + says
    }
    if let points = ruling.points {
      if wasOpen || status == .notRun || abs(points - self.points) > 1e-12 {
        status = points >= outOf ? .correct : points > 0 ? .partial : .incorrect
      }
      self.points = points
    }
    if let bonus = ruling.bonus {
      points += bonus
      says.insert("A bonus of \(number: bonus).", at: 0)
    }
    self.ruling = ruling
    if ruling.isExcused { self = excused }
  }

  /// The step as one that counts neither for nor against the student.
  private var excused: StepFeedback {
    var step = StepFeedback(
      name: name, status: status, points: 0, outOf: 0, says: ["Excused: this step does not count."])
    step.says += ruling?.words ?? []
    step.text = text
    step.given = given
    step.expected = expected
    step.ruling = ruling
    return step
  }
}

extension Feedback {
  fileprivate mutating func rule(by entry: ClassMarks.Entry) {
    var ruling = entry.ruling
    if ruling.isBlank { return }
    ruling.foundPoints = points
    ruling.foundOutOf = outOf
    var lines: [Message] = []
    if ruling.isExcused { lines.append("Excused: this exercise does not count.") }
    if let given = ruling.points {
      lines.append(
        "A person gave \(number: given) of \(number: outOf), the grader \(number: points).")
    }
    if let bonus = ruling.bonus { lines.append("A bonus of \(number: bonus).") }
    summary = lines + ruling.words + summary
    self.ruling = ruling
  }
}

extension StudentRecord {
  /// Where a person's word stands in place of what the grader found; texts are for a person anyway.
  package var overruled: [Message] {
    results.compactMap { result in
      let steps = result.steps.filter { $0.ruling != nil && $0.ruling?.foundStatus != .toBeRead }
      if steps.isEmpty, result.ruling == nil { return nil }
      if steps.isEmpty || result.ruling != nil {
        return "a person's word on \(name: result.exercise)"
      }
      return
        "a person's word on \(name: result.exercise): \(words: steps.map(\.name).joinedAsWords)"
    }
  }
}
