import Exercises
import LocatedJSON
import Numerics

extension ClassMarks {
  /// Everything in the marks that fits no student, exercise, step or rubric; nil where all fits.
  ///
  /// - Parameters:
  ///   - ids: The ids of students by what marks call them.
  ///   - students: The ids of the class.
  ///   - exercises: The exercises there are, by id.
  ///   - assignment: By whose scale the points of exercises are.
  package func problems(
    ids: [String: String], students: some Sequence<String>, exercises: [String: Exercise],
    assignment: ClassAssignment? = nil
  ) -> Problems? {
    let report = ProblemReport(source)
    var reported: Set<Int> = []
    func once(_ message: String, at range: Range<Int>) {
      if reported.insert(range.lowerBound).inserted { report.report(message, at: range) }
    }
    for entry in entries {
      if ids[entry.student.text] == nil {
        once(.unknown("student", entry.student.text, students), at: entry.student.range)
      }
      guard let id = entry.exercise else { continue }
      guard let exercise = exercises[id.text] else {
        once(.unknown("exercise", id.text, exercises.keys.sorted()), at: id.range)
        continue
      }
      guard let name = entry.step else {
        let most = assignment?.maximum(of: exercise.id) ?? exercise.outOf
        if let message = entry.complaint(about: most, exercise.id) {
          once(message, at: entry.pointsPlace ?? entry.place)
        }
        continue
      }
      guard let step = exercise.step(named: name.text) else {
        once(.unknown("step", name.text, exercise.steps.map { $0.name }), at: name.range)
        continue
      }
      if let message = entry.complaint(about: step) {
        once(message, at: entry.pointsPlace ?? entry.place)
      }
    }
    for (first, entry) in doubled(ids) {
      let (one, two) = (first.student.text, entry.student.text)
      let place = one == two ? entry.step ?? entry.exercise ?? entry.student : entry.student
      once(
        "there are two marks for the same"
          + (one == two ? "" : ": \(Quotation(one)) and \(Quotation(two)) are one student"),
        at: place.range)
    }
    return report.isEmpty ? nil : Problems(report.problems)
  }
}

extension ClassAssignment {
  /// What an exercise is out of, where it is part of the assignment.
  func maximum(of exercise: String) -> Double? {
    exercises.first { $0.id == exercise }?.maximum
  }

  /// By how much points of the assignment are multiplied to be those of the exercises' own files.
  package var scales: [String: Double] {
    let pairs = exercises.filter { $0.maximum > 0 }.map { ($0.id, $0.ownPoints / $0.maximum) }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }
}

extension ClassMarks.Entry {
  /// What is wrong with points for a whole.
  fileprivate func complaint(about most: Double, _ name: String) -> String? {
    if items != nil { return "points for the items of a rubric are for a step, not for '\(name)'" }
    guard let points = ruling.points, !(0...most).contains(points) else { return nil }
    return "'\(name)' gives from 0 to \(NumberText.shortest(most)) points, not "
      + "\(NumberText.shortest(points)); what is on top is a 'bonus'"
  }

  fileprivate func complaint(about step: Step) -> String? {
    guard let items else { return complaint(about: step.points, step.name) }
    guard let rubric = step.assignment?.rubric, !rubric.isEmpty else {
      return "'\(step.name)' has no rubric for a list of points; give one number"
    }
    guard items.count == rubric.count else {
      return "the rubric of '\(step.name)' has \(rubric.count) "
        + "\(rubric.count == 1 ? "item" : "items"), but here are points for \(items.count)"
    }
    for (number, (given, item)) in zip(items, rubric).enumerated()
    where !(0...item.points).contains(given) {
      return "item \(number + 1) of '\(step.name)' gives from 0 to "
        + "\(NumberText.shortest(item.points)) points, not \(NumberText.shortest(given))"
    }
    return nil
  }
}

// MARK: - Messages

extension String {
  fileprivate static func unknown(
    _ what: String, _ name: String, _ known: some Sequence<String>
  ) -> String {
    let near = Spelling.nearest(to: name, among: known)
    return "there is no \(what) \(Quotation(name))" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}
