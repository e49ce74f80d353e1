import Answers
import LocatedJSON
import Marking
import Numerics

/// What an earlier run made of one student's work, exercise by exercise.
///
/// Where one of ten exercises has changed, or one of a student's ten files, the other nine are taken
/// over.
struct EarlierWork {
  private let keys: WorkKeys
  private let student: String
  private let place: PagePlace
  private let old: StudentResult?
  private let usable: [String]

  /// - Parameters:
  ///   - old: What was kept; nil where there is nothing.
  ///   - usable: The exercises whose pages are still there.
  package init(
    _ old: StudentResult?, usable: [String], of student: String, shownAt place: PagePlace,
    keys: WorkKeys
  ) {
    self.keys = keys
    self.student = student
    self.place = place
    self.old = old
    self.usable = usable
  }

  /// The key of a submission's marks: the same only where nothing that bears on them has changed.
  func key(of sheet: StudentSubmission, to exercise: String) -> Digest {
    var hash = SHA256()
    hash.add(keys.grader)
    hash.add(student)
    hash.add(place)
    hash.add(exercise)
    hash.add(keys.digest(of: exercise))
    hash.add(keys.marks(of: student, for: exercise))
    let submission = sheet.submission
    hash.add(submission.source.name)
    hash.add(sheet.file.digest ?? Digest(of: submission.source.bytes))
    if let program = submission.program {
      hash.add(program.name)
      hash.add(sheet.programDigest ?? Digest(of: program.bytes))
    }
    hash.add(each: submission.notes.map(\.message.text))
    return hash.digest()
  }

  /// The marks that were given under a key; nil where there are none, or where some of it could
  /// not be marked then.
  func marks(
    for exercise: String, under key: Digest
  ) -> (Feedback, StudentResult.Provenance)? {
    guard let old, usable.contains(exercise),
      let feedback = old.record.results.first(where: { $0.exercise == exercise }),
      !feedback.steps.contains(where: { $0.status == .notRun })
    else { return nil }
    var provenance = old.provenance(of: exercise)
    guard provenance.key == key else { return nil }
    provenance.isTakenOver = true
    return (feedback, provenance)
  }
}
