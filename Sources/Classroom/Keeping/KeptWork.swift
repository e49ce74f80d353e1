import Foundation
import Gradebooks
import Grading
import Marking
import SystemCalls

/// The hidden folder of the results that holds what a run did, so that the next one goes on there.
///
/// It has the journal, the manifest of a finished run, and the lock that keeps a second run out.
package final class KeptWork: Sendable {
  let marks: KeptMarks
  var journal: Journal { marks.journal }
  /// Whether there was no run before, or one that did not come to its end.
  let followsTornRun: Bool
  private let lock: RunLock
  private let folder: String
  private let texts: ExerciseTexts
  private let library: ExerciseLibrary

  static let folderName = ".backmark"

  /// How a run keeps its work.
  package struct Settings: Sendable {
    /// The grader's version, which the shards of one run have in common.
    let version: String
    /// Which build of that version it is: a rebuilt grader marks again.
    let build: GraderBuild
    /// The options that bear on marks and pages.
    let policy: [String]
    /// Whether what was kept before is thrown away.
    let startsAfresh: Bool

    package init(
      version: String, build: GraderBuild = .running, policy: [String] = [],
      startsAfresh: Bool = false
    ) {
      self.version = version
      self.build = build
      self.policy = policy
      self.startsAfresh = startsAfresh
    }

    /// What tells whether what is kept still holds.
    ///
    /// - Parameter policy: What bears on marks and pages beside the options.
    func keys(
      _ policy: [String], _ library: ExerciseLibrary, _ tools: MarkingTools, _ marks: ClassMarks?
    ) -> WorkKeys {
      WorkKeys(
        version: version, build: build, policy: self.policy + policy, library: library,
        tools: tools, marks: marks)
    }
  }

  init(
    in results: String, _ settings: Settings, policy: [String], library: ExerciseLibrary,
    tools: MarkingTools, marks: ClassMarks?
  ) throws(OutputFile.Fault) {
    folder = results + "/" + KeptWork.folderName
    try OutputFile.makeFolder(folder)
    lock = try RunLock(folder + "/lock", results: results)
    // Only a run that came to its end leaves the manifest.
    followsTornRun = unlink(folder + "/" + RunManifest.name) != 0
    for place in [results, folder] { KeptWork.removeTorn(in: place) }
    if settings.startsAfresh { unlink(folder + "/journal") }
    texts = ExerciseTexts(in: folder)
    self.library = library
    self.marks = KeptMarks(
      journal: try Journal(folder + "/journal"),
      keys: settings.keys(policy, library, tools, marks),
      changes: texts.changes(in: library))
  }

  // MARK: Where pages are

  private var namesFile: String { folder + "/names" }

  /// Whether students' pages may be in other folders than before: under names where there were
  /// pseudonyms, under pseudonyms of another class, or of students who have left.
  ///
  /// - Parameter names: What the names of the folders depend on.
  func hasOtherNames(than names: String) -> Bool {
    let before = (try? String(contentsOfFile: namesFile, encoding: .utf8)) ?? ""
    return journal.count > 0 && before != names
  }

  /// Notes what the names of the folders depend on from now on.
  func note(names: String) throws(OutputFile.Fault) {
    var file = try OutputFile(namesFile)
    try file.write(names)
    try file.commit()
  }

  /// Removes what killed runs were writing; none is at work now but this one, which may have begun.
  private static func removeTorn(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let match = name.wholeMatch(of: /.+\.([0-9]+)\.(?:partial|spool)/),
        match.output.1 != "\(getpid())"
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  /// Leaves the work of a finished run in order.
  ///
  /// - Parameter offsets: Where the students' entries stand, in the order of the students; nil where the
  ///   journal has them in that order and no others.
  func finish(_ offsets: [Int]?, _ manifest: RunManifest) throws(OutputFile.Fault) {
    try journal.settle(offsets)
    try texts.keep(library)
    var file = try OutputFile(folder + "/" + RunManifest.name)
    try file.write(manifest.json)
    try file.commit()
  }
}
