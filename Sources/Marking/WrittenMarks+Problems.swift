import Exercises
import LocatedJSON
import Numerics

extension WrittenMarks {
  /// Everything in the marks that fits no student, exercise, step or rubric; nil where all fits.
  ///
  /// - Parameters:
  ///   - students: The ids of the class.
  ///   - exercises: The exercises there are, by id.
  package func problems(students: [String], exercises: [String: Exercise]) -> Problems? {
    let report = ProblemReport(source)
    let known = Set(students)
    var reported: Set<Int> = []
    func once(_ message: String, at range: Range<Int>) {
      if reported.insert(range.lowerBound).inserted { report.report(message, at: range) }
    }
    for entry in entries {
      if !known.contains(entry.student.text) {
        once(.unknown("student", entry.student.text, students), at: entry.student.range)
      }
      guard let exercise = exercises[entry.exercise.text] else {
        once(
          .unknown("exercise", entry.exercise.text, exercises.keys.sorted()),
          at: entry.exercise.range)
        continue
      }
      guard let step = exercise.step(named: entry.step.text) else {
        once(
          .unknown("step", entry.step.text, exercise.steps.map { $0.name }), at: entry.step.range)
        continue
      }
      guard let rubric = step.assignment?.rubric, !rubric.isEmpty else {
        once("'\(step.name)' is not marked by a person", at: entry.step.range)
        continue
      }
      if let message = rubric.complaint(about: entry.points, step.name) {
        once(message, at: entry.place)
      }
    }
    return report.isEmpty ? nil : Problems(report.problems)
  }
}

extension [RubricItem] {
  fileprivate func complaint(about points: [Double], _ name: String) -> String? {
    guard points.count == count else {
      return "the rubric of '\(name)' has \(count) "
        + "\(count == 1 ? "item" : "items"), but here are points for \(points.count)"
    }
    for (number, (given, item)) in zip(points, self).enumerated()
    where !(0...item.points).contains(given) {
      return "item \(number + 1) of '\(name)' gives from 0 to "
        + "\(NumberText.shortest(item.points)) points, not \(NumberText.shortest(given))"
    }
    return nil
  }
}

// MARK: - Messages

extension String {
  fileprivate static func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    let near = Spelling.nearest(to: name, among: known)
    return "there is no \(what) \(Quotation(name))" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}
