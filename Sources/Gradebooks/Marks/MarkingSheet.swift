import Exercises
import Foundation
import LocatedJSON
import Marking
import Reports
import SystemCalls

/// A table of everything that a person is to read, the answers to each step side by side, with
/// columns to be filled in; `--marks` reads it back.
///
/// What was filled in before stays. The rows are spooled, for they come student by student.
package final class MarkingSheet {
  private let path: String
  private let exercises: [String: Exercise]
  private let marks: ClassMarks?
  private let spool: Spool
  private var steps: Set<Step> = []
  /// What was filled in before and has found no row yet, in the order of the table.
  private var filled: [Target: [String]] = [:]
  private var order: [Target] = []
  package private(set) var open = 0
  package private(set) var count = 0

  private struct Step: Hashable, Comparable {
    let exercise: String
    let number: Int

    static func < (left: Step, right: Step) -> Bool {
      (left.exercise, left.number) < (right.exercise, right.number)
    }
  }

  private struct Target: Hashable {
    let student: String
    let exercise: String
    let step: String
  }

  /// Why there can be no such table.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  static let titles = [
    "student", "name", "exercise", "step", "question", "answer", "rubric", "model", "out_of",
    "points", "words", "by", "why",
  ]
  /// The columns that a person fills in.
  private static let own = ["points", "words", "by", "why"]

  /// - Parameters:
  ///   - exercises: The exercises there are, by their ids.
  ///   - marks: What was decided already.
  package init(_ path: String, exercises: [String: Exercise], marks: ClassMarks?) throws(Fault) {
    self.path = path
    self.exercises = exercises
    self.marks = marks
    let kind = FileKind(of: path)
    if kind == .folder { throw Fault(description: OutputFile.Fault.folder(path).description) }
    do {
      spool = try Spool(path)
    } catch {
      throw Fault(description: error.description)
    }
    if kind == .regular { try readFilled() }
  }

  private func readFilled() throws(Fault) {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { return }
    let table = CSVTable(Array(data))
    let header = table.rows.first?.map { $0.text.trimmed } ?? []
    let columns = ["student", "exercise", "step"].compactMap { header.firstIndex(of: $0) }
    let own = MarkingSheet.own.map { header.firstIndex(of: $0) }
    guard columns.count == 3, own[0] != nil, table.unclosedLine == nil else {
      throw Fault(description: "'\(path)' exists already, and is no marking sheet")
    }
    for row in table.rows.dropFirst() {
      func cell(_ column: Int?) -> String {
        column.flatMap { row.indices.contains($0) ? row[$0].text.trimmed : nil } ?? ""
      }
      let values = own.map(cell)
      guard values.contains(where: { !$0.isEmpty }) else { continue }
      let target = Target(
        student: cell(columns[0]), exercise: cell(columns[1]), step: cell(columns[2]))
      if filled.updateValue(values, forKey: target) == nil { order.append(target) }
    }
  }

  /// Adds what a student wrote.
  package func add(_ record: StudentRecord) throws(Fault) {
    for result in record.results {
      guard let exercise = exercises[result.exercise] else { continue }
      for (number, step) in result.steps.enumerated() where step.isForPerson {
        let place = Step(exercise: result.exercise, number: number)
        steps.insert(place)
        try write(row(of: step, exercise, number, record), at: place)
      }
    }
  }

  private func row(
    of step: StepFeedback, _ exercise: Exercise, _ number: Int, _ record: StudentRecord
  ) -> [String] {
    let asked = exercise.steps.indices.contains(number) ? exercise.steps[number] : nil
    let rubric = (asked?.assignment?.rubric ?? []).map {
      "\(Numbers.points($0.points)): \($0.says)"
    }
    let target = Target(student: record.id, exercise: exercise.id, step: step.name)
    let own = filled.removeValue(forKey: target) ?? given(target)
    count += 1
    if own[0].isEmpty { open += 1 }
    return [
      record.id, record.name, exercise.id, step.name, asked?.text ?? "", step.text ?? "",
      rubric.joined(separator: "\n"), asked?.assignment?.model ?? "",
      Numbers.points(step.ruling?.foundOutOf ?? step.outOf),
    ] + own
  }

  /// What marks have for a step, as a person would fill it in.
  private func given(_ target: Target) -> [String] {
    let entry = marks?.entry(target.student, target.exercise, target.step)
    let items = entry?.items.map { $0.map(Numbers.points).joined(separator: "; ") }
    return [
      items ?? entry?.ruling.points.map(Numbers.points) ?? "",
      entry?.ruling.words.texts.joined(separator: "\n") ?? "",
      entry?.ruling.by ?? "", entry?.ruling.why ?? "",
    ]
  }

  private func write(_ cells: [String], at place: Step) throws(Fault) {
    // A cell may hold line breaks; a spooled row may not.
    let row = CSV.line(cells).utf8.map { $0 == 0x0A ? 0x1E : $0 }
    do {
      try spool.write(Array("\(place.exercise)\u{1F}\(place.number)\u{1F}".utf8) + row + [0x0A])
    } catch {
      throw Fault(description: error.description)
    }
  }

  /// Writes the table: each step's answers together, and last what belongs to no answer any more.
  package func finish() throws(Fault) {
    do {
      var file = try OutputFile(path)
      try file.write("\u{FEFF}" + CSV.line(MarkingSheet.titles))
      for step in steps.sorted() {
        let prefix = Array("\(step.exercise)\u{1F}\(step.number)\u{1F}".utf8)
        try spool.rewind()
        while let line = spool.next() {
          guard line.starts(with: prefix) else { continue }
          try file.write(line.dropFirst(prefix.count).map { $0 == 0x1E ? 0x0A : $0 })
        }
      }
      for target in order {
        guard let own = filled[target] else { continue }
        let known = [target.student, "", target.exercise, target.step, "", "", "", "", ""]
        try file.write(CSV.line(known + own))
      }
      try file.commit()
    } catch {
      throw Fault(description: error.description)
    }
  }
}

extension StepFeedback {
  /// Whether a person reads it, or has.
  fileprivate var isForPerson: Bool {
    status == .toBeRead || ruling?.foundStatus == .toBeRead
  }
}
