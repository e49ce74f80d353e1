import Grading
import LocatedJSON

/// What an earlier run made of one student's work, exercise by exercise.
///
/// Where one of ten exercises has changed, or one of a student's ten files, the other nine are taken
/// over.
struct EarlierWork {
  private let keys: WorkKeys
  private let student: String
  private let place: PagePlace
  private let results: [StudentRecord.Result]

  /// - Parameters:
  ///   - results: What was kept, and whose pages are still there.
  init(
    _ results: [StudentRecord.Result], of student: String, shownAt place: PagePlace, keys: WorkKeys
  ) {
    self.keys = keys
    self.student = student
    self.place = place
    self.results = results
  }

  /// The key of a submission's marks: the same only where nothing that bears on them has changed.
  func key(of submission: Submission, to exercise: String) -> Digest {
    var hash = SHA256()
    hash.add(keys.grader)
    hash.add(student)
    hash.add(place)
    hash.add(exercise)
    hash.add(keys.digest(of: exercise))
    hash.add(keys.marks(of: student, for: exercise))
    for file in [submission.source, submission.program].compactMap(\.self) {
      hash.add(file.name)
      hash.add(number: file.bytes.count)
      hash.add(file.bytes)
    }
    hash.add(each: submission.notes.map(\.message))
    return hash.digest()
  }

  /// The marks that were given under a key; nil where there are none, or where some of it could
  /// not be marked then.
  func result(for exercise: String, under key: Digest) -> StudentRecord.Result? {
    guard let kept = results.first(where: { $0.exercise == exercise && $0.key == key }),
      !kept.feedback.steps.contains(where: { $0.status == .notRun })
    else { return nil }
    return .init(feedback: kept.feedback, key: key, isTakenOver: true, pages: kept.pages)
  }
}
