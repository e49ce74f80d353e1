import Exercises
import Grading
import LocatedJSON

/// Marks everything one student after the other has handed in; every thread has its own.
struct StudentMarker: Sendable {
  private let shelf: ExerciseShelf
  private let folder: String
  private let reveals: Bool
  private let desk: MarkingDesk
  private let marks: WrittenMarks?
  private var markers: [String: Marker] = [:]
  /// Those of them where everyone has numbers of their own.
  private var ownNumbers: Set<String> = []
  /// What an earlier run made of the student who is being marked.
  private var earlier: EarlierWork?

  /// - Parameters:
  ///   - reveals: Whether the right values go into the results.
  ///   - desk: What there is to mark with.
  ///   - marks: What a person gave for texts.
  init(
    shelf: ExerciseShelf, folder: String, reveals: Bool, desk: MarkingDesk = MarkingDesk(),
    marks: WrittenMarks? = nil
  ) {
    self.shelf = shelf
    self.folder = folder
    self.reveals = reveals
    self.desk = desk
    self.marks = marks
  }

  /// The most files that are looked at in one student's folder.
  static let mostFiles = 200

  /// A file of a student's.
  private struct File {
    let name: String
    /// Whether its name speaks of the exercise; a flat file's speaks of the student.
    let isNamedByExercise: Bool
    /// The name less its extension, and less the number that a system put behind a second one.
    let stem: String

    init(_ name: String, isNamedByExercise: Bool, shelf: ExerciseShelf) {
      self.name = name
      self.isNamedByExercise = isNamedByExercise
      stem = shelf.stem(of: name)
    }

    /// The name as it is safe to print on one line.
    var shown: String { Quotation.visible(name.unicodeScalars) }
  }

  /// A file as it is about to be read.
  private struct Handed {
    let name: String
    let path: EntryName
    let isNamedByExercise: Bool

    var isProgram: Bool { Submission.Format(fileName: name) == .swift }

    /// A file of a folder of the student's own.
    init(_ entry: EntryName) {
      (name, path, isNamedByExercise) = (entry.text, entry, true)
    }

    init(_ file: ClassFolder.File) {
      (name, path, isNamedByExercise) = (file.name, file.path, file.isNamedByExercise)
    }
  }

  /// Marks a student's work; nothing in it can keep the record from being made.
  ///
  /// - Parameters:
  ///   - handed: What of it has been read already.
  ///   - earlier: What an earlier run made of it; nil where nothing is kept.
  mutating func record(
    _ student: ClassFolder.Student, handed: HandedFiles? = nil, earlier: EarlierWork? = nil
  ) -> StudentRecord {
    self.earlier = earlier
    defer { self.earlier = nil }
    var record = StudentRecord(id: student.id)
    record.add(student)
    for file in student.files where file.kind == .folder {
      markFolder(file.path, handed, &record)
    }
    let folder = folder
    mark(student.files.filter { $0.kind != .folder }.map(Handed.init), &record) {
      (path) throws(SubmissionFile.Fault) in
      if let bytes = try handed?.read(path) { return bytes }
      return try SubmissionFile.read(path.path(in: folder))
    }
    for id in marks?.exercises(of: student.id) ?? []
    where !record.results.contains(where: { $0.exercise == id }) {
      record.problems.append("there are marks for \(id), which was not handed in")
    }
    let isBlank = record.results.isEmpty && record.faults.isEmpty
    if isBlank, record.problems.count == student.problems.count {
      record.problems.append("nothing handed in")
    }
    record.results.sort { $0.exercise < $1.exercise }
    return record
  }

  private mutating func markFolder(
    _ name: EntryName, _ handed: HandedFiles?, _ record: inout StudentRecord
  ) {
    do {
      let (innermost, entries) = try StudentMarker.innermost(name, in: folder)
      let directory = try Directory(innermost.path(in: folder))
      let names = entries.map(\.name)
      mark(names.prefix(StudentMarker.mostFiles).map(Handed.init), &record) {
        (name) throws(SubmissionFile.Fault) in
        if let bytes = try handed?.read(innermost.appending(name)) { return bytes }
        return try SubmissionFile.read(name.path, in: directory.descriptor)
      }
      if names.count > StudentMarker.mostFiles {
        record.problems.append(.tooManyFiles(names.count))
      }
    } catch {
      record.faults.append("the folder \(error)")
    }
  }

  /// The folder that holds the files, where there is nothing but one folder in another.
  static func innermost(
    _ name: EntryName, in root: String
  ) throws(SubmissionFile.Fault) -> (EntryName, [Directory.Entry]) {
    var found = (name: name, entries: try entries(of: name, in: root))
    for _ in 1...deepest {
      guard found.entries.count == 1, found.entries[0].kind == .folder else { break }
      let inner = found.name.appending(found.entries[0].name)
      let entries = try entries(of: inner, in: root)
      // A folder with nothing in it is a thing to name rather than to enter.
      if entries.isEmpty { break }
      found = (inner, entries)
    }
    return found
  }

  private static func entries(
    of name: EntryName, in root: String
  ) throws(SubmissionFile.Fault) -> [Directory.Entry] {
    try Directory(name.path(in: root)).entries()
      .filter { !ClassFolder.isRubbish($0.name.text) }.sorted { $0.name < $1.name }
  }

  /// How many folders that hold nothing but a folder are gone through.
  private static let deepest = 8

  /// Marks some files of a student's, Swift files together with the answers they belong to.
  private mutating func mark(
    _ files: [Handed], _ record: inout StudentRecord,
    read: (EntryName) throws(SubmissionFile.Fault) -> [UInt8]
  ) {
    var taken: Set<String> = []
    // Swift files come last, for they may belong to a file of answers.
    for handed in files.filter({ !$0.isProgram }) + files.filter(\.isProgram)
    where !taken.contains(handed.name) {
      let file = File(handed.name, isNamedByExercise: handed.isNamedByExercise, shelf: shelf)
      let program = mark(handed.path, file, &record, read: read) {
        (companion) throws(SubmissionFile.Fault) in
        // Only what is the student's own.
        guard let own = files.first(where: { $0.name == companion }) else { throw .isMissing }
        return try read(own.path)
      }
      if let program { taken.insert(program) }
    }
  }

  /// Marks a file.
  ///
  /// - Parameter companion: Reads another file of the same student's by its name.
  /// - Returns: The name of the Swift file that was taken with it.
  private mutating func mark(
    _ name: EntryName, _ file: File, _ record: inout StudentRecord,
    read: (EntryName) throws(SubmissionFile.Fault) -> [UInt8],
    companion: (String) throws(SubmissionFile.Fault) -> [UInt8]
  ) -> String? {
    let bytes: [UInt8]
    do throws(SubmissionFile.Fault) {
      bytes = try read(name)
    } catch {
      let sentence = "\(file.shown) \(error)"
      if error.isMachineFault {
        record.faults.append(sentence)
      } else {
        record.problems.append(sentence)
      }
      return nil
    }
    guard let format = Submission.Format(fileName: file.name) else {
      record.problems.append("\(file.shown) is not a submission (*.answers, *.json or *.swift)")
      return nil
    }
    do {
      let source = SourceText(name: file.name, bytes: bytes)
      var submission = try Submission(reading: source, as: format)
      let program = ProgramFile.attach(
        to: &submission, stems: [submission.exercise, file.stem].compactMap { $0 },
        read: companion)
      mark(submission, file, &record)
      return program
    } catch {
      refuse(file, error.message, &record)
      return nil
    }
  }

  private mutating func mark(
    _ submission: Submission, _ file: File, _ record: inout StudentRecord
  ) {
    // What the class folder says counts for more than what students call themselves.
    if record.name.isEmpty, let name = submission.student, name != record.id {
      record.name = Quotation.visible(name.unicodeScalars.prefix(StudentRecord.longestName))
    }
    guard let id = submission.exercise ?? (file.isNamedByExercise ? file.stem : nil) else {
      record.problems.append("\(file.shown) does not say which exercise it answers")
      return
    }
    guard hasMarker(for: id) else {
      passOver(file, answering: id, &record)
      return
    }
    if id != file.stem, shelf[file.stem] != nil {
      record.problems.append("\(file.shown) says that it answers \(id), and is marked as that")
    }
    if let name = submission.student, ownNumbers.contains(id),
      Exercise.normalised(student: name) != Exercise.normalised(student: record.id)
    {
      record.problems.append("\(file.shown) is marked on the numbers of \(Quotation(name))")
    }
    let key = earlier?.key(of: submission, to: id) ?? .nothing
    if let feedback = earlier?.feedback(on: id, under: key) {
      add(.init(feedback: feedback, key: key, isTakenOver: true), of: file, to: &record)
    } else if let feedback = feedback(on: submission, of: record.id, exercise: id) {
      add(.init(feedback: feedback, key: key), of: file, to: &record)
    }
  }

  private mutating func feedback(
    on submission: Submission, of student: String, exercise id: String
  ) -> Feedback? {
    // In its place in the dictionary, so that the marker is not copied.
    guard var feedback = markers[id]?.mark(submission, of: student) else { return nil }
    if reveals { feedback = markers[id]?.revealing(feedback) ?? feedback }
    feedback.student = student
    if let marks, let exercise = markers[id]?.exercise { marks.apply(to: &feedback, of: exercise) }
    return feedback
  }

  /// Adds marks; where there are some for the exercise already, the file that sorts last counts.
  private func add(
    _ result: StudentRecord.Result, of file: File, to record: inout StudentRecord
  ) {
    if let index = record.results.firstIndex(where: { $0.exercise == result.exercise }) {
      record.problems.append("several files for \(result.exercise); \(file.shown) counts")
      record.results.remove(at: index)
    }
    record.results.append(result)
    for step in result.feedback.steps where step.status == .notRun {
      record.faults.append("\(result.exercise): \(step.says.joined(separator: " "))")
    }
  }

  /// Gives no points for a file that cannot be read, under the exercise its name speaks of.
  private mutating func refuse(_ file: File, _ reason: String, _ record: inout StudentRecord) {
    record.problems.append("\(file.shown): \(reason)")
    guard case .sound(let exercise)? = shelf[file.stem] else { return }
    let steps = exercise.steps.map {
      StepFeedback(name: $0.name, status: .unreadable, points: 0, outOf: $0.points)
    }
    var feedback = Feedback(exercise: exercise.id, student: record.id, steps: steps)
    feedback.notes = ["\(file.shown): \(reason)"]
    add(.init(feedback: feedback), of: file, to: &record)
  }

  /// Notes that a file cannot be marked for want of its exercise, and whose fault that is.
  private func passOver(_ file: File, answering id: String, _ record: inout StudentRecord) {
    let reason: String
    if case .broken? = shelf[id] {
      reason = "\(file.shown): exercise \(id) is not sound; see backmark check"
      record.faults.append(reason)
    } else {
      let near = Spelling.nearest(to: id, among: shelf.ids)
      let advice = near.map { "; did you mean '\($0)'?" } ?? ""
      reason = "\(file.shown): there is no exercise \(Quotation(id))\(advice)"
      record.problems.append(reason)
    }
    var feedback = Feedback(
      exercise: Quotation.shortened(id), student: record.id, steps: [])
    feedback.notes = [reason]
    add(.init(feedback: feedback), of: file, to: &record)
  }

  /// Whether there is a sound exercise of that id; its marker is made when it is first needed.
  private mutating func hasMarker(for id: String) -> Bool {
    if markers.keys.contains(id) { return true }
    guard case .sound(let exercise)? = shelf[id] else { return false }
    markers[id] = Marker(exercise, desk: desk)
    if exercise.hasOwnNumbers { ownNumbers.insert(id) }
    return true
  }
}

// MARK: - Messages

extension String {
  fileprivate static func tooManyFiles(_ count: Int) -> String {
    "there are \(count) files; only the first \(StudentMarker.mostFiles) are looked at"
  }
}
