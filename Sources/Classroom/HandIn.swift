import Answers
import Foundation
import Gradebooks
import SystemCalls

/// One thing handed in: an entry of the class folder, and whose it is.
///
/// A class may have 200,000 students: what the name of the entry says is read from it again when
/// somebody asks, rather than held beside it.
struct HandIn: Sendable {
  /// The entry; its name is the way to it from the class folder.
  let entry: Directory.Entry
  /// Where in the entry's name the id begins, and how many bytes it has; -1 where the detail has it.
  private let idStart: Int16
  private let idLength: Int16
  private var source: Source

  /// Where to find what is known beyond the entry.
  private enum Source {
    /// The name of a plain entry is all there is.
    case plain
    /// The name, read as that layout reads it.
    case name(NamedLayout)
    /// One of these two, and the number of a person on a roster.
    case listed(Everybody, Int32, NamedLayout?)
    case known(Detail)
  }

  /// Everybody on a roster, held once for all hand-ins.
  final class Everybody: Sendable {
    let people: [Person]

    init(_ people: [Person]) {
      self.people = people
    }
  }

  /// What a layout knows beyond the name of the entry; nil where it is plain.
  var detail: Detail? {
    switch source {
    case .plain: nil
    case .name(let layout): layout.layout.detail(of: entry)
    case .listed(let everybody, let number, let layout):
      Detail(
        id: id, layout?.layout.detail(of: entry), listedAs: everybody.people[Int(number)])
    case .known(let detail): detail
    }
  }

  /// What a layout knows of an entry.
  final class Detail: Sendable {
    let id: String
    let name: String
    /// Other words that systems know the student by: an address, a number.
    let aliases: [String]
    /// Whatever those are known by who handed in the same work.
    let partners: [String]
    /// The name the student gave the file, where the layout put more around it.
    let fileName: String?
    /// Whether the file name speaks of the exercise rather than of the student.
    let isNamedByExercise: Bool
    /// Which of several whole submissions it is: only those with the highest number count.
    let attempt: Int
    /// The place among the files of one submission; of two for an exercise the last one counts.
    let order: Int
    /// What the student's row has to say about the entry.
    let remarks: [Message]
    private let stored: StoredHandInTime?

    /// When it was handed in, as far as the layout knows.
    var time: HandInTime { stored?.time ?? HandInTime() }

    init(
      id: String, name: String = "", aliases: [String] = [], partners: [String] = [],
      fileName: String? = nil,
      isNamedByExercise: Bool = true, attempt: Int = 0, order: Int = 0,
      remarks: [Message] = [], time: HandInTime = HandInTime()
    ) {
      stored = StoredHandInTime(time)
      self.id = id.composed
      self.name = name.composed
      self.aliases = aliases.filter { !$0.isEmpty }.map(\.composed)
      self.partners = partners.filter { !$0.isEmpty }.map(\.composed)
      self.fileName = fileName
      self.isNamedByExercise = isNamedByExercise
      self.attempt = attempt
      self.order = order
      self.remarks = remarks
    }
  }

  /// The same with what a roster says of its student.
  ///
  /// - Parameters:
  ///   - number: Who of everybody it is.
  ///   - time: A time that the roster has for it and that cannot be read.
  func listed(as number: Int, of everybody: Everybody, unreadableTime time: String?) -> HandIn {
    var listed = self
    switch source {
    case .plain where time == nil: listed.source = .listed(everybody, Int32(number), nil)
    case .name(let layout) where time == nil:
      listed.source = .listed(everybody, Int32(number), layout)
    case .plain, .name, .listed, .known:
      let person = everybody.people[number]
      return HandIn(entry, Detail(id: id, detail, listedAs: person, unreadableTime: time))
    }
    return listed
  }

  /// An entry as the plain layout reads it.
  init(_ entry: Directory.Entry) {
    self.entry = entry
    let id = HandIn.plainID(of: entry)
    if let start = HandIn.place(of: id, in: entry) {
      (idStart, idLength) = (start, Int16(id.utf8.count))
      source = .plain
    } else {
      (idStart, idLength) = (0, -1)
      source = .known(Detail(id: id, isNamedByExercise: false))
    }
  }

  init(_ entry: Directory.Entry, _ detail: Detail) {
    self.entry = entry
    (idStart, idLength) = (0, -1)
    source = .known(detail)
  }

  /// An entry of whose name a layout reads the detail.
  init(_ entry: Directory.Entry, _ detail: Detail, readBy layout: NamedLayout) {
    self.entry = entry
    if let start = HandIn.place(of: detail.id, in: entry) {
      (idStart, idLength) = (start, Int16(detail.id.utf8.count))
      source = .name(layout)
    } else {
      (idStart, idLength) = (0, -1)
      source = .known(detail)
    }
  }

  /// Where an id stands in the name of an entry, as long as it is spelled in ASCII.
  private static func place(of id: String, in entry: Directory.Entry) -> Int16? {
    guard !id.isEmpty, id.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let name = entry.name.utf8
    if name.starts(with: id.utf8) { return 0 }
    guard name.count <= Int16.max, let range = name.firstRange(of: id.utf8) else { return nil }
    return Int16(name.distance(from: name.startIndex, to: range.lowerBound))
  }

  /// A student of whom nothing is there.
  init(nothingOf detail: Detail) {
    entry = Directory.Entry(name: EntryName(""), kind: .other)
    (idStart, idLength) = (0, -1)
    source = .known(detail)
  }

  /// An entry that is unlike the others of its layout, read as a plain one.
  init(stray entry: Directory.Entry, in layout: String) {
    self.entry = entry
    (idStart, idLength) = (0, -1)
    source = .known(
      Detail(
        id: HandIn.plainID(of: entry), isNamedByExercise: false,
        remarks: ["the name does not fit the layout \(layout)"]))
  }

  var isNothing: Bool { entry.name.text.isEmpty }

  var id: String {
    if case .known(let detail) = source { return detail.id }
    let name = entry.name.utf8
    return String(name.dropFirst(Int(idStart)).prefix(Int(idLength))) ?? ""
  }

  /// Whether this one's id stands before another's, after it, or neither, as strings are ordered.
  func idOrder(_ other: HandIn) -> Int {
    if idLength >= 0, other.idLength >= 0 {
      // Bytes of ASCII are in the order of strings, and are compared without making any.
      let starts = (Int(idStart), Int(other.idStart))
      let lengths = (Int(idLength), Int(other.idLength))
      let order = entry.name.withUTF8 { one in
        other.entry.name.withUTF8 { two in
          guard let one = one.baseAddress, let two = two.baseAddress else { return Int32(0) }
          return memcmp(one + starts.0, two + starts.1, min(lengths.0, lengths.1))
        }
      }
      return order == 0 ? lengths.0 - lengths.1 : Int(order)
    }
    let (one, two) = (id, other.id)
    return one == two ? 0 : one < two ? -1 : 1
  }

  /// How a plain entry spells the student; nil where a layout reads more from it, or in ASCII, of
  /// which there is one spelling.
  var spelling: [Unicode.Scalar]? {
    guard case .known(let detail) = source, !detail.isNamedByExercise else { return nil }
    return Array(HandIn.plainName(of: entry).unicodeScalars)
  }

  private static func plainID(of entry: Directory.Entry) -> String { plainName(of: entry).composed }

  /// The name of an entry, less the extension where it is a file's.
  private static func plainName(of entry: Directory.Entry) -> String {
    let name = entry.name.text
    let hasExtension =
      switch entry.kind {
      case .folder: false
      case .file: true
      // A link named as a person has a dot too.
      case .other:
        Submission.Format(fileName: name) != nil || Submission.Format.isPlainText(fileName: name)
      }
    return hasExtension ? name.stem : name
  }
}
