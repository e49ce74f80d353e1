import Grading

/// What exports know of a class beside its students' records.
///
/// A run knows it, and so does the note that it leaves for `merge`.
package struct ClassFacts: Sendable {
  /// How many students the whole class has.
  package let students: Int
  /// Whether it is known who was late.
  let knowsLateness: Bool
  /// The titles of the sound exercises, by their ids.
  let titles: [String: String]
  let pages: ClassRun.Pages

  /// Whether every student gets a folder of pages.
  package var hasFeedback: Bool { pages.hasFeedback }
}

extension ClassFacts {
  package init(_ run: ClassRun) {
    self.init(
      students: run.folder.students.count, knowsLateness: run.folder.knowsLateness,
      titles: run.shelf.titles, pages: run.pages)
  }

  init(_ note: RunManifest) {
    self.init(
      students: note.students, knowsLateness: note.knowsLateness, titles: note.titles,
      pages: ClassRun.Pages(
        hasFeedback: !note.policy.contains("no-feedback"),
        isAnonymous: note.policy.contains("anonymise")))
  }
}
