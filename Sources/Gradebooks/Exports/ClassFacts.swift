/// What exports know of a class beside its students' records.
///
/// A run knows it, and so does the note that it leaves for `merge`.
package struct ClassFacts: Sendable {
  /// How many students the whole class has.
  package let students: Int
  /// Whether it is known who was late.
  package let knowsLateness: Bool
  /// The titles of the sound exercises, by their ids.
  package let titles: [String: String]
  package let pages: FeedbackPages

  /// Whether every student gets a folder of pages.
  package var hasFeedback: Bool { pages.hasFeedback }

  package init(
    students: Int, knowsLateness: Bool, titles: [String: String], pages: FeedbackPages
  ) {
    self.students = students
    self.knowsLateness = knowsLateness
    self.titles = titles
    self.pages = pages
  }
}

/// Which pages of feedback are written, and who is named on them.
package struct FeedbackPages: Sendable {
  /// Whether every student gets a folder of pages.
  package let hasFeedback: Bool
  /// Whether pseudonyms stand for ids and names.
  package let isAnonymous: Bool

  package init(hasFeedback: Bool = true, isAnonymous: Bool = false) {
    self.hasFeedback = hasFeedback
    self.isAnonymous = isAnonymous
  }
}
