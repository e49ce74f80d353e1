import Answers
import Exercises
import LocatedJSON
import Marking
import Reports

/// What is done with a sheet: read in either format, marked, and put into words and JSON.
enum SheetProbe {
  /// What is put into sheets.
  static let words: [String] = [
    "exercise: 16.2\n", "exercise: kinds\n", "student: ada\n", "code: a.swift\n", "W1 = ", "Z1 = ",
    "a1[1] = ", "δ2 = ", "dL/dW2 = ", "#", "\n", "\r\n", "=", "≈", "[", "]", "[[", "]]", "{", "}",
    "(", ")", ",", ";", "|", "\t", "0.5", "0,5", "-1", "1e308", "1e-320", "nan", "inf", "∞", "1/0",
    "1/3", "·10⁻³", "\u{FEFF}", "\u{0}", "\u{202E}", "é", "\"answers\": {", "\"exercise\":",
    "\"x\"",
    "null", "true", "\\u0000", "1, 2", "A", "B C", "none", "1-A 2-B", "a - y",
  ]

  /// The exercises that sheets name, and the one for those that name none.
  ///
  /// A marker is made for each sheet: what markers learn of all exercises would fill the memory.
  struct Setting: Sendable {
    private let exercises: [String: Exercise]
    private let otherwise: Exercise?

    init(_ exercises: [[UInt8]]) {
      let read = exercises.compactMap { bytes in
        try? Exercise(
          reading: SourceText(name: "fuzz.json", bytes: bytes), kinds: AnswerKinds.steps)
      }
      self.exercises = Dictionary(read.map { ($0.id, $0) }) { first, _ in first }
      otherwise = read.first
    }

    func marker(of id: String?) -> Marker? {
      id.flatMap { exercises[$0] }.map { Marker($0) }
    }

    func marker(for submission: Submission) -> Marker? {
      marker(of: submission.exercise) ?? otherwise.map { Marker($0) }
    }

    /// What is said of the sheets of the corpus.
    func feedback(on sheets: [[UInt8]]) -> [Feedback] {
      sheets.prefix(4).compactMap { bytes in
        let source = SourceText(name: "fuzz.answers", bytes: bytes)
        guard let submission = try? Submission(reading: source, as: .answers),
          var marker = marker(of: submission.exercise)
        else { return nil }
        return marker.mark(submission, of: "ada")
      }
    }
  }

  static func reads(_ bytes: [UInt8], _ setting: Setting) throws(FuzzFault) -> Bool {
    var isRead = false
    for format in [Submission.Format.answers, .json] {
      let source = SourceText(name: "fuzz.\(format.rawValue)", bytes: bytes)
      guard let submission = try? Submission(reading: source, as: format) else { continue }
      for part in submission.parts {
        guard var marker = setting.marker(for: part) else { continue }
        let feedback = marker.mark(part, of: "ada")
        try expectDocumented(feedback)
        isRead =
          isRead || feedback.steps.contains { ![.unanswered, .unreadable].contains($0.status) }
      }
    }
    return isRead
  }

  /// The statuses that are promised, and points within what there is to earn.
  private static let statuses: Set<String> = [
    "correct", "followsThrough", "partial", "incorrect", "unanswered", "unreadable", "toBeRead",
    "notRun",
  ]

  static func expectDocumented(_ feedback: Feedback) throws(FuzzFault) {
    for step in feedback.steps {
      _ = step.says.texts
      guard statuses.contains(step.status.rawValue) else {
        throw FuzzFault(description: "the status \(step.status.rawValue) is not documented")
      }
      guard step.points >= 0, step.points <= step.outOf + 1e-9 else {
        throw FuzzFault(description: "\(step.name) earns \(step.points) of \(step.outOf)")
      }
      if [.unanswered, .unreadable, .notRun, .toBeRead].contains(step.status), step.points > 0 {
        throw FuzzFault(description: "\(step.name) is \(step.status.rawValue) and earns points")
      }
    }
    var json = JSONWriter()
    FeedbackJSON.write(feedback, to: &json)
    do {
      _ = try JSONText.parse(SourceText(name: "feedback", bytes: json.bytes))
    } catch {
      throw FuzzFault(description: "the feedback is no JSON: \(error.message)")
    }
  }
}
