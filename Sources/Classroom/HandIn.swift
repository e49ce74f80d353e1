import Grading

/// One thing handed in: an entry of the class folder, and whose it is.
///
/// A plain class has no details, for a class may have 200,000 students: the name says everything.
struct HandIn: Sendable {
  /// The entry; its name is the way to it from the class folder.
  let entry: Directory.Entry
  var detail: Detail?

  /// What a layout knows beyond the name of the entry.
  final class Detail: Sendable {
    let id: String
    let name: String
    /// Other words that systems know the student by: an address, a number.
    let aliases: [String]
    /// The name the student gave the file, where the layout put more around it.
    let fileName: String?
    /// Whether the file name speaks of the exercise rather than of the student.
    let isNamedByExercise: Bool
    let isLate: Bool
    /// Which of several whole submissions it is: only those with the highest number count.
    let attempt: Int
    /// The place among the files of one submission; of two for an exercise the last one counts.
    let order: Int
    /// What the student's row has to say about the entry.
    let remarks: [String]

    init(
      id: String, name: String = "", aliases: [String] = [], fileName: String? = nil,
      isNamedByExercise: Bool = true, isLate: Bool = false, attempt: Int = 0, order: Int = 0,
      remarks: [String] = []
    ) {
      self.id = id.composed
      self.name = name.composed
      self.aliases = aliases.filter { !$0.isEmpty }.map(\.composed)
      self.fileName = fileName
      self.isNamedByExercise = isNamedByExercise
      self.isLate = isLate
      self.attempt = attempt
      self.order = order
      self.remarks = remarks
    }
  }

  /// An entry as the plain layout reads it.
  init(_ entry: Directory.Entry) {
    self.entry = entry
  }

  init(_ entry: Directory.Entry, _ detail: Detail) {
    self.entry = entry
    self.detail = detail
  }

  /// A student of whom nothing is there.
  init(nothingOf detail: Detail) {
    entry = Directory.Entry(name: EntryName(""), kind: .other)
    self.detail = detail
  }

  /// An entry that is unlike the others of its layout, read as a plain one.
  init(stray entry: Directory.Entry, in layout: String) {
    self.entry = entry
    detail = Detail(
      id: HandIn.plainID(of: entry), isNamedByExercise: false,
      remarks: ["the name does not fit the layout \(layout)"])
  }

  var isNothing: Bool { entry.name.text.isEmpty }

  var id: String { detail?.id ?? HandIn.plainID(of: entry) }

  /// The name of an entry, less the extension where it is a file's.
  private static func plainID(of entry: Directory.Entry) -> String {
    let name = entry.name.text
    let hasExtension =
      switch entry.kind {
      case .folder: false
      case .file: true
      // A link named as a person has a dot too.
      case .other: Submission.Format(fileName: name) != nil
      }
    return (hasExtension ? name.stem : name).composed
  }
}
