import Answers
import Diagnosis
import Marking

/// How many students made each slip, wherever they made it: across steps and exercises.
///
/// A student counts once for a reason, however often. The table stops growing, as do the places and
/// the names it holds of each reason.
struct ReasonTable: Sendable {
  /// What a slip is called, in the grader's words or in an author's.
  struct Reason: Hashable, Sendable {
    let words: String
    /// Whether that is what an author says to the student.
    let isQuoted: Bool
  }

  /// A step of an exercise.
  struct Place: Hashable, Sendable {
    let exercise: String
    let step: String
  }

  /// What is known of a reason.
  struct Entry: Sendable {
    let reason: Reason
    fileprivate(set) var students = 0
    /// How many students gave this reason where, of the first places.
    fileprivate(set) var places: [Place: Int] = [:]
    /// The first students.
    fileprivate(set) var examples: [String] = []
  }

  private var entries: [Reason: Entry] = [:]
  /// How often a student had a reason that came when the table was full.
  private(set) var others = 0

  static let mostReasons = 1000
  private static let mostPlaces = 100
  private static let mostExamples = 3
  private static let longestWords = 300

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// Adds all that was said about one student.
  mutating func add(_ student: String, _ feedback: [Feedback]) {
    var found: [Reason: [Place]] = [:]
    var order: [Reason] = []
    for one in feedback {
      for step in one.steps {
        for reason in ReasonTable.reasons(for: step) {
          if found[reason] == nil { order.append(reason) }
          found[reason, default: []].append(Place(exercise: one.exercise, step: step.name))
        }
      }
    }
    for reason in order { add(reason, found[reason] ?? [], by: student) }
  }

  private mutating func add(_ reason: Reason, _ places: [Place], by student: String) {
    guard
      var entry = entries[reason]
        ?? (entries.count < ReasonTable.mostReasons ? Entry(reason: reason) : nil)
    else {
      others += 1
      return
    }
    entry.students += 1
    if entry.examples.count < ReasonTable.mostExamples { entry.examples.append(student) }
    for place in places
    where entry.places[place] != nil || entry.places.count < ReasonTable.mostPlaces {
      entry.places[place, default: 0] += 1
    }
    entries[reason] = entry
  }

  /// The reasons for what is wrong with a step, each once.
  private static func reasons(for step: StepFeedback) -> [Reason] {
    guard let diagnosis = step.diagnosis else { return [] }
    var reasons: [Reason] = []
    for gist in diagnosis.gists {
      let reason = Reason(words: gist.text.cut(to: longestWords), isQuoted: false)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    // What follows repeats no words, and of several reasons none is known.
    guard reasons.isEmpty, diagnosis.alternatives.isEmpty, step.status.isSlip,
      let says = step.says.first
    else { return reasons }
    return [Reason(words: says.text.cut(to: longestWords), isQuoted: true)]
  }

  /// The reasons of most students, those of most students first.
  func commonest(_ most: Int) -> [Entry] {
    Array(
      entries.values.sorted {
        ($1.students, $0.reason.words, $0.reason.isQuoted ? 1 : 0)
          < ($0.students, $1.reason.words, $1.reason.isQuoted ? 1 : 0)
      }.prefix(most))
  }
}

extension ReasonTable.Entry {
  /// "12 students left out σ′ somewhere".
  var sentence: String {
    let who = students == 1 ? "1 student" : "\(students) students"
    if reason.isQuoted { return "\(who): “\(reason.words)”" }
    return "\(who) \(reason.words)" + (places.count > 1 ? " somewhere" : "")
  }

  /// The places where it was most often, each with its number of students.
  func commonestPlaces(_ most: Int) -> [(place: ReasonTable.Place, count: Int)] {
    Array(
      places.sorted {
        ($1.value, $0.key.exercise, $0.key.step) < ($0.value, $1.key.exercise, $1.key.step)
      }.prefix(most).map { ($0.key, $0.value) })
  }
}
