import Answers
import Formulas
import LocatedJSON
import Marking
import Numerics

/// A person's last word on steps, exercises and students of a class: the file of `--marks`.
///
/// The grader's findings are left as they are beside it; see ``Ruling``.
package struct ClassMarks: Sendable {
  /// A person's word on one step, on one exercise where no step is named, or on all of a student's
  /// work where no exercise is.
  package struct Entry: Sendable {
    package var student: LocatedString
    package var exercise: LocatedString?
    package var step: LocatedString?
    package var ruling = Ruling()
    /// The points for each item of a rubric.
    package var items: [Double]?
    package var granted: DueExtension?
    /// Where it stands, and where its points do.
    var place: Range<Int>
    var pointsPlace: Range<Int>?

    init(_ student: LocatedString, at place: Range<Int>) {
      self.student = student
      self.place = place
    }

    /// Whether nothing is decided.
    var isBlank: Bool { ruling.isBlank && items == nil && granted == nil }
  }

  package private(set) var entries: [Entry]
  let source: SourceText
  private let places: [Target: Int]
  private let exercises: [String: [String]]

  /// What a mark is for.
  private struct Target: Hashable {
    let student: String
    var exercise = ""
    var step = ""

    init(_ student: String, _ exercise: String?, _ step: String?) {
      self.student = student
      self.exercise = exercise ?? ""
      self.step = step.map { Formula.canonicalName($0) } ?? ""
    }

    init(_ entry: Entry, _ ids: [String: String] = [:]) {
      let student = entry.student.text
      self.init(ids[student] ?? student, entry.exercise?.text, entry.step?.text)
    }
  }

  init(_ entries: [Entry], of source: SourceText) {
    self.entries = entries
    self.source = source
    places = Dictionary(
      entries.enumerated().map { (Target($0.element), $0.offset) }, uniquingKeysWith: { $1 })
    exercises = Dictionary(grouping: entries, by: { $0.student.text }).mapValues { own in
      Set(own.filter { $0.exercise != nil }.compactMap { $0.exercise?.text }).sorted()
    }
  }

  /// Reads marks, as JSON or as a table.
  ///
  /// - Throws: Everything that cannot be read.
  package init(reading source: SourceText) throws(Problems) {
    let start = source.bytes.dropFirst(source.contentStart).first { !$0.isBlank }
    let isJSON = start.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? true
    let isTable = !isJSON || source.name.lowercased().hasSuffix(".csv")
    if isTable {
      let reader = MarkTable(source)
      self.init(try reader.entries(), of: reader.report.source)
    } else {
      self.init(try MarkReader.entries(source), of: source)
    }
  }

  // MARK: Use

  /// Leaves out the marks of some students.
  ///
  /// - Returns: What the marks call these.
  package mutating func leaveOut(_ isLeftOut: (String) -> Bool) -> [String] {
    let gone = Set(entries.map(\.student.text).filter(isLeftOut))
    if !gone.isEmpty {
      self = ClassMarks(entries.filter { !gone.contains($0.student.text) }, of: source)
    }
    return gone.sorted()
  }

  /// The mark for a step, or for an exercise or a student where the rest is left out.
  package func entry(_ student: String, _ exercise: String? = nil, _ step: String? = nil) -> Entry?
  {
    places[Target(student, exercise, step)].map { entries[$0] }
  }

  /// The exercises on which there is a word for a student.
  package func exercises(of student: String) -> [String] { exercises[student] ?? [] }

  /// Two marks for the same, where there are any, by whatever they call the student.
  func doubled(_ ids: [String: String]) -> [(first: Entry, second: Entry)] {
    var seen: [Target: Entry] = [:]
    return entries.compactMap { entry in
      let target = Target(entry, ids)
      if let first = seen[target] { return (first, entry) }
      seen[target] = entry
      return nil
    }
  }

  /// The marks under the ids that students have in the class, and with the points of exercises as
  /// their own files count them.
  ///
  /// - Parameters:
  ///   - ids: The ids of students by what marks call them.
  ///   - scales: By how much points of the assignment are multiplied.
  package func resolved(ids: [String: String], scales: [String: Double]) -> ClassMarks {
    ClassMarks(
      entries.map { entry in
        var entry = entry
        let id = ids[entry.student.text] ?? entry.student.text
        entry.student = LocatedString(text: id, range: entry.student.range)
        if entry.step == nil, let scale = entry.exercise.flatMap({ scales[$0.text] }) {
          entry.ruling.points = entry.ruling.points.map { $0 * scale }
          entry.ruling.bonus = entry.ruling.bonus.map { $0 * scale }
        }
        return entry
      }, of: source)
  }

  /// What was decided for each student and exercise, as one number; under no exercise what was
  /// decided on all of the work.
  package var digests: [String: [String: Digest]] {
    var hashes: [String: [String: SHA256]] = [:]
    for entry in entries {
      let exercise = entry.exercise?.text ?? ""
      var hash = hashes[entry.student.text]?[exercise] ?? SHA256()
      hash.add(entry)
      hashes[entry.student.text, default: [:]][exercise] = hash
    }
    return hashes.mapValues { $0.mapValues { $0.digest() } }
  }

  /// Made from all that is decided, in whatever order.
  package var digest: Digest {
    var hash = SHA256()
    for (student, own) in digests.sorted(by: { $0.key < $1.key }) {
      for (exercise, digest) in own.sorted(by: { $0.key < $1.key }) {
        hash.add("\(student)\n\(exercise)\n\(digest.hexadecimal)")
      }
    }
    return hash.digest()
  }
}

extension SHA256 {
  fileprivate mutating func add(_ entry: ClassMarks.Entry) {
    add(entry.step?.text ?? "")
    let numbers = [entry.ruling.points, entry.ruling.bonus] + (entry.items ?? []).map { $0 }
    add(number: numbers.count)
    for number in numbers { add(number: Int(truncatingIfNeeded: number?.bitPattern ?? 1)) }
    add(number: entry.ruling.isExcused ? 1 : 0)
    add(entry.ruling.words.texts.joined(separator: "\n"))
    add("\(entry.ruling.by ?? "")\n\(entry.ruling.why ?? "")")
    switch entry.granted {
    case nil: add(number: 0)
    case .until(let time): add(number: time.seconds)
    case .by(let seconds): add(number: -seconds)
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
