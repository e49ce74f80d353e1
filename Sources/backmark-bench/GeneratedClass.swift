import Exercises
import Foundation
import Numerics

/// A class that answers ``ClassExercise``; the same on every machine.
struct GeneratedClass: Sendable {
  /// What the students hand in.
  enum Kind: String, CaseIterable, Sendable {
    /// Everything right, typed with five to seven digits.
    case right
    /// Each wrong somewhere: slips of thought carried on, slips of the pen, and now and then a
    /// number for which there is no reason.
    case wrong
    /// Right and wrong in turn.
    case mixed
  }

  /// How the class folder is arranged.
  enum Layout: String, CaseIterable, Sendable {
    /// A file for each student.
    case files
    /// A folder for each student, and a file in it.
    case folders
  }

  let kind: Kind
  let layout: Layout
  let students: Int

  /// Writes the class; every other submission is JSON, the rest is text.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 0..<students {
      let student = String(format: "student-%06d", number)
      let format = number % 2 == 0 ? "answers" : "json"
      let text = format == "json" ? json(number, student) : text(number, student)
      switch layout {
      case .files:
        try write(text, to: "\(folder)/\(student).\(format)")
      case .folders:
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(student)", withIntermediateDirectories: false)
        try write(text, to: "\(folder)/\(student)/\(ClassExercise.id).\(format)")
      }
    }
  }

  /// Writes who is in the class: its students, and one more for each hundred, who handed in nothing.
  func writeRoster(to path: String) throws {
    var text = "id,name,email\n"
    for number in 0..<(students + students / 100) {
      let id = String(format: "student-%06d", number)
      text += "\(id),Student \(number),\(id)@example.edu\n"
    }
    try write(text, to: path)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  // MARK: Submissions

  /// The submission of a student as a text.
  func text(_ number: Int, _ student: String) -> String {
    "exercise: \(ClassExercise.id)\nstudent: \(student)\n\n"
      + answers(number).map { "\($0.name) = \($0.value)\n" }.joined()
  }

  private func json(_ number: Int, _ student: String) -> String {
    let members = answers(number).map { "    \"\($0.name)\": \($0.value)" }
    return """
      {
        "exercise": "\(ClassExercise.id)",
        "student": "\(student)",
        "answers": {
      \(members.joined(separator: ",\n"))
        }
      }

      """
  }

  private func answers(_ number: Int) -> [(name: String, value: String)] {
    var random = SplitMix64(seededBy: "\(kind.rawValue) \(number)")
    let digits = 5 + Int(random.next() % 3)
    return working(number, &random).lines.map { ($0.name, $0.typed(digits: digits)) }
  }

  private func working(_ number: Int, _ random: inout SplitMix64) -> WrittenWork {
    switch kind {
    case .right: return WrittenWork()
    case .mixed where number % 4 < 2: return WrittenWork()
    case .mixed, .wrong: break
    }
    switch random.next() % 16 {
    case 0..<12: return WrittenWork(.allCases.randomElement(using: &random))
    case 12: return WrittenWork().changingEntry(&random) { -$0 }
    case 13: return WrittenWork().changingEntry(&random) { 10 * $0 }
    case 14: return WrittenWork().changingEntry(&random) { 2 * $0 }
    default: return WrittenWork().changingEntry(&random) { 1.37 * $0 + 0.21 }
    }
  }
}
