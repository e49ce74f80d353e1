import Foundation
import Grading

/// The hidden folder of the results that holds what a run did, so that the next one goes on there.
///
/// It has the journal, the note of a finished run, and the lock that keeps a second run out.
package final class KeptWork: Sendable {
  let journal: Journal
  let keys: WorkKeys
  private let lock: RunLock
  private let folder: String

  static let folderName = ".backmark"

  /// How a run keeps its work.
  package struct Settings: Sendable {
    /// The grader's version.
    let version: String
    /// The options that bear on marks and pages.
    let policy: [String]
    /// Whether what was kept before is thrown away.
    let startsAfresh: Bool

    package init(version: String, policy: [String] = [], startsAfresh: Bool = false) {
      self.version = version
      self.policy = policy
      self.startsAfresh = startsAfresh
    }
  }

  init(
    in results: String, _ settings: Settings, policy: [String], shelf: ExerciseShelf,
    desk: MarkingDesk, marks: WrittenMarks?
  ) throws(OutputFile.Fault) {
    folder = results + "/" + KeptWork.folderName
    try OutputFile.makeFolder(folder)
    lock = try RunLock(folder + "/lock", results: results)
    unlink(folder + "/" + RunNote.name)
    if settings.startsAfresh { unlink(folder + "/journal") }
    journal = try Journal(folder + "/journal")
    keys = WorkKeys(
      version: settings.version, policy: settings.policy + policy, shelf: shelf, desk: desk,
      marks: marks)
  }

  /// Leaves the work of a finished run in order.
  ///
  /// - Parameter offsets: Where the students' entries stand, in the order of the students.
  func finish(_ offsets: [Int], _ note: RunNote) throws(OutputFile.Fault) {
    try journal.settle(offsets)
    var file = try OutputFile(folder + "/" + RunNote.name)
    try file.write(note.json)
    try file.commit()
  }
}
