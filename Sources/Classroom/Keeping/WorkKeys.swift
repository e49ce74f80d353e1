import Answers
import Exercises
import Gradebooks
import Grading
import Marking
import Numerics
import Synchronization

/// Tells whether what is kept of a student still holds.
///
/// The key of an entry is made from the grader's own bytes, from how the class is marked, from the ids
/// of the exercises there are, from what was handed in, from the marks that a person gave and from
/// where the pages are. The exercises themselves are compared apart, with what they are marked with:
/// only those that the student's record speaks of count. Each exercise's marks have a key of their
/// own, so that what is marked again is only what has changed: see ``EarlierWork``.
final class WorkKeys: Sendable {
  /// Made from the grader's version and bytes and from how the class is marked.
  let grader: Digest
  private let common: Digest
  private let runner: UInt64
  private let library: ExerciseLibrary
  private let tools: MarkingTools
  /// What exercises are at present, by their ids, as far as anybody has asked.
  private let exercises = Mutex<[String: Digest]>([:])
  private let marks: [String: [String: Digest]]

  init(
    version: String, build: GraderBuild, policy: [String], library: ExerciseLibrary,
    tools: MarkingTools, marks: ClassMarks?
  ) {
    var hash = SHA256()
    hash.add(version)
    hash.add(number: Int(truncatingIfNeeded: build.program))
    hash.add(each: policy)
    grader = hash.digest()
    hash = SHA256()
    hash.add(grader)
    hash.add(each: library.ids)
    // A broken exercise has no part in a record, and yet the record would be another without it.
    hash.add(each: library.ids.filter { library.isSound($0) })
    common = hash.digest()
    runner = build.runner
    self.library = library
    self.tools = tools
    self.marks = marks?.digests ?? [:]
  }

  /// - Parameter place: Where the student's pages are.
  func key(of student: String, _ handed: Digest, shownAt place: PagePlace) -> Digest {
    var hash = SHA256()
    for digest in [common, handed] { hash.add(digest) }
    for (exercise, digest) in (marks[student] ?? [:]).sorted(by: { $0.key < $1.key }) {
      hash.add(exercise)
      hash.add(digest)
    }
    hash.add(place)
    return hash.digest()
  }

  /// What the exercises of a record are at present.
  func exercises(of record: StudentRecord) -> Digest {
    var hash = SHA256()
    for feedback in record.results {
      hash.add(feedback.exercise)
      hash.add(digest(of: feedback.exercise))
    }
    return hash.digest()
  }

  /// What an exercise is at present, and what it is marked with.
  ///
  /// The tools are asked for when the first student has answered it: to find a compiler takes time.
  func digest(of exercise: String) -> Digest {
    // What students call by a name of their own is no exercise, and is not remembered.
    guard let file = library.digests[exercise] else { return .nothing }
    return exercises.withLock { known in
      if let digest = known[exercise] { return digest }
      var hash = SHA256()
      hash.add(file)
      if case .sound(let exercise)? = library[exercise] {
        if exercise.steps.contains(where: \.isAnsweredInSwift) {
          hash.add(number: Int(truncatingIfNeeded: runner))
        }
        hash.add(each: tools.identity(for: exercise))
      }
      let digest = hash.digest()
      known[exercise] = digest
      return digest
    }
  }

  /// What a person gave a student for an exercise.
  func marks(of student: String, for exercise: String) -> Digest {
    marks[student]?[exercise] ?? .nothing
  }
}

extension SHA256 {
  mutating func add(_ digest: Digest) {
    add(number: Int(truncatingIfNeeded: digest.high))
    add(number: Int(truncatingIfNeeded: digest.low))
  }

  mutating func add(each texts: [String]) {
    add(number: texts.count)
    for text in texts { add(text) }
  }

  mutating func add(_ place: PagePlace) {
    add(place.label)
    add(place.folder.text)
  }
}
