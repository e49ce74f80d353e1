import Gradebooks
import Grading
import Numerics

/// What came of one student, as it goes from the marking into every file that speaks of it.
///
/// The gradebook, `results.jsonl`, the pages, the exports and the journal are views of it; none of
/// them changes it.
package struct StudentResult: Sendable {
  /// The student's place in the class; 0 until that is known of what a journal holds.
  var number: Int
  /// What the student is called on pages.
  let label: String
  /// Who the student is, and what is said of the work.
  var record: StudentRecord
  /// What the marks for each exercise were made from, by its id.
  var provenance: [String: Provenance] = [:]
  /// What all of it was made from; nothing where nothing is kept.
  var keys = Keys()

  /// What tells whether a student's result still holds.
  struct Keys: Hashable, Sendable {
    /// Made from the grader's bytes, from what was handed in, and from how it was marked.
    var work = Digest.nothing
    /// Made from the exercises that the record speaks of, and from what they were marked with.
    var exercises = Digest.nothing
    /// Made from what was handed in alone.
    var handed = Digest.nothing
    /// What tells whether the page to begin from is still the one that was written; 0 where none was.
    var index: UInt64 = 0
  }

  /// Where the marks for one exercise come from.
  struct Provenance: Hashable, Sendable {
    /// What the marks were made from; nothing where they are made anew every time.
    var key = Digest.nothing
    /// What tells whether the pages are still those that were written; 0 where none were.
    var pages: UInt64 = 0
    /// Whether an earlier run made the marks, and their pages.
    var isTakenOver = false
  }

  package init(_ record: StudentRecord, number: Int, label: String) {
    self.number = number
    self.label = label
    self.record = record
  }

  /// Where the student's pages are.
  var place: PagePlace { PagePlace(label, number: number) }

  /// What the student is called where people read it.
  func called(isAnonymous: Bool) -> String {
    isAnonymous || record.name.isEmpty ? label : "\(record.name) (\(label))"
  }

  /// Where the marks for an exercise come from.
  func provenance(of exercise: String) -> Provenance { provenance[exercise] ?? Provenance() }
}

extension StudentPages {
  /// The pages of a result, which are in the folder of the results.
  init(of result: StudentResult, in results: String) {
    self.init(of: result.label, number: result.number, in: results)
  }
}
