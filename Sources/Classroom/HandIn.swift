import Foundation
import Grading

/// One thing handed in: an entry of the class folder, and whose it is.
///
/// A plain class has no details, for a class may have 200,000 students: the name says everything.
struct HandIn: Sendable {
  /// The entry; its name is the way to it from the class folder.
  let entry: Directory.Entry
  /// How many bytes of the entry's name are the id; -1 where the detail has it.
  private let idLength: Int32
  let detail: Detail?

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
    let id = HandIn.plainID(of: entry)
    // Spelled in ASCII, an id is the beginning of the name, and need not be held beside it.
    let isPrefix = id.utf8.allSatisfy { $0 < 0x80 } && entry.name.text.utf8.starts(with: id.utf8)
    idLength = isPrefix ? Int32(id.utf8.count) : -1
    detail = isPrefix ? nil : Detail(id: id, isNamedByExercise: false)
  }

  init(_ entry: Directory.Entry, _ detail: Detail) {
    self.entry = entry
    idLength = -1
    self.detail = detail
  }

  /// A student of whom nothing is there.
  init(nothingOf detail: Detail) {
    entry = Directory.Entry(name: EntryName(""), kind: .other)
    idLength = -1
    self.detail = detail
  }

  /// An entry that is unlike the others of its layout, read as a plain one.
  init(stray entry: Directory.Entry, in layout: String) {
    self.entry = entry
    idLength = -1
    detail = Detail(
      id: HandIn.plainID(of: entry), isNamedByExercise: false,
      remarks: ["the name does not fit the layout \(layout)"])
  }

  var isNothing: Bool { entry.name.text.isEmpty }

  var id: String { detail?.id ?? String(entry.name.text.utf8.prefix(Int(idLength))) ?? "" }

  /// Whether this one's id stands before another's, after it, or neither, as strings are ordered.
  func idOrder(_ other: HandIn) -> Int {
    if detail == nil, other.detail == nil {
      // Bytes of ASCII are in the order of strings, and are compared without making any.
      var (one, two) = (entry.name.text, other.entry.name.text)
      let lengths = (Int(idLength), Int(other.idLength))
      let order = one.withUTF8 { one in
        two.withUTF8 { two in
          guard let one = one.baseAddress, let two = two.baseAddress else { return Int32(0) }
          return memcmp(one, two, min(lengths.0, lengths.1))
        }
      }
      return order == 0 ? lengths.0 - lengths.1 : Int(order)
    }
    let (one, two) = (id, other.id)
    return one == two ? 0 : one < two ? -1 : 1
  }

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
