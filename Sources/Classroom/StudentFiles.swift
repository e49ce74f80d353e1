import Answers
import Formulas
import Foundation
import Gradebooks
import Grading
import LocatedJSON
import Numerics
import SystemCalls

/// Everything a student has handed in, looked through once: for telling whether it changed, and for
/// marking.
///
/// What is large is read again when it is marked, so that little is held but for archives.
struct StudentFiles {
  /// Files that lie together, so that one may belong to another.
  struct Group {
    /// The archive they lie in, with the folder in it, where there is one.
    var archive: String?
    var files: [StudentFile] = []
    /// What keeps some of them from being marked, through the student's own doing.
    var problems: [Message] = []
    /// The same for a reason that is not the student's.
    var faults: [Message] = []
  }

  /// The folders and archives, and last what lies by itself.
  private(set) var groups: [Group] = []
  /// What tells whether anything changed; nothing where that was not asked.
  let digest: Digest

  /// The most files that are looked at in one student's folder.
  static let mostFiles = Limits.files
  /// The most bytes that are held of what is not marked yet.
  private static let mostHeld = 1 << 19
  /// The most bytes that all archives of a student may have.
  static let mostPacked = 4 * StudentArchive.largest

  /// - Parameters:
  ///   - isHashed: Whether the digest is made, for which everything has to be read.
  ///   - usesFileTimes: Whether work was handed in when its files were last changed, where nothing
  ///     else says when.
  init(
    _ student: ClassFolder.Student, in root: String, isHashed: Bool, usesFileTimes: Bool = false
  ) {
    var reading = Reading(root: root, hash: isHashed ? SHA256() : nil)
    reading.add(student)
    var flat = Group()
    for file in student.files {
      reading.hash?.add(bytes: file.path.path)
      reading.hash?.add(file.name)
      reading.hash?.add(number: file.isNamedByExercise ? 1 : 0)
      reading.time = usesFileTimes ? file.time.completed(in: root, file.path) : file.time
      reading.usesFileTimes = usesFileTimes
      reading.hashTime()
      if file.kind == .folder {
        groups += reading.folder(file.path)
      } else if StudentFile.isArchive(file.name) {
        groups += reading.archive(file.name) { (limit) throws(SubmissionFile.Fault) in
          try SubmissionFile.read(file.path, below: root, atMost: limit)
        }
      } else {
        let (contents, digest) = reading.contents(at: file.path) {
          () throws(SubmissionFile.Fault) in
          try SubmissionFile.read(file.path, below: root)
        }
        var one = StudentFile(
          file.name, isNamedByExercise: file.isNamedByExercise, contents, digest: digest)
        one.time = reading.time
        flat.files.append(one)
      }
    }
    groups.append(flat)
    digest = reading.hash?.digest() ?? .nothing
  }

  // MARK: - Reading

  /// The looking through of one student's files.
  private struct Reading {
    let root: String
    var hash: SHA256?
    /// When what is being read was handed in.
    var time = HandInTime()
    var usesFileTimes = false
    private var held = 0
    /// The bytes of all archives so far.
    private var packed = 0

    init(root: String, hash: SHA256?) {
      self.root = root
      self.hash = hash
    }

    mutating func add(_ student: ClassFolder.Student) {
      hash?.add(student.id)
      hash?.add(student.name)
      hash?.add(number: student.isLate ? 1 : 0)
      for texts in [
        student.aliases, student.partners, student.remarks.texts, student.problems.texts,
      ] {
        hash?.add(each: texts)
      }
    }

    /// What is known of the time bears on what the work comes to, where anything is.
    mutating func hashTime() {
      if !time.isUnknown { hash?.add(time) }
    }

    /// A folder's files, and those of the archives in it.
    mutating func folder(_ name: EntryName) -> [Group] {
      var groups: [Group] = []
      var own = Group()
      do {
        let folder = try StudentFolder.innermost(name, in: root)
        hash?.add(bytes: folder.name.path)
        hash?.add(number: folder.entries.count)
        for entry in folder.entries.prefix(mostFiles) {
          let descriptor = folder.directory.descriptor
          hash?.add(bytes: entry.name.path)
          if entry.kind != .folder, StudentFile.isArchive(entry.name.text) {
            groups += archive(entry.name.text) { (limit) throws(SubmissionFile.Fault) in
              try SubmissionFile.read(entry.name.path, in: descriptor, atMost: limit)
            }
            continue
          }
          let (contents, digest) = contents(at: folder.name.appending(entry.name)) {
            () throws(SubmissionFile.Fault) in
            try SubmissionFile.read(entry.name.path, in: descriptor)
          }
          var file = StudentFile(
            entry.name.text, isNamedByExercise: true, contents, digest: digest)
          file.time = time
          if usesFileTimes {
            file.time = time.completed(in: root, folder.name.appending(entry.name))
            hash?.add(file.time)
          }
          own.files.append(file)
        }
        own.files = StudentFile.inOrder(own.files)
        if folder.entries.count > mostFiles {
          own.problems.append(.tooManyFiles(folder.entries.count))
        }
      } catch {
        hash?.add("\(error)")
        own.faults.append("the folder \(words: "\(error)")")
      }
      return groups + [own]
    }

    /// What a student packed together.
    mutating func archive(
      _ name: String, _ read: (Int) throws(SubmissionFile.Fault) -> [UInt8]
    ) -> [Group] {
      let bytes = Result { () throws(SubmissionFile.Fault) in try read(StudentArchive.largest) }
      hash?.add(bytes)
      packed += (try? bytes.get().count) ?? 0
      if packed > mostPacked {
        return [Group(problems: [.tooMuchPacked(name)])]
      }
      return StudentArchive.groups(name, bytes).map { group in
        var group = group
        for place in group.files.indices { group.files[place].time = time }
        return group
      }
    }

    /// The contents of a file, read now as long as there is room for them, and what tells them from
    /// others where that is asked.
    mutating func contents(
      at path: EntryName, _ read: () throws(SubmissionFile.Fault) -> [UInt8]
    ) -> (StudentFile.Contents, Digest?) {
      guard hash != nil || held < mostHeld else { return (.onDisk(path, below: root), nil) }
      let result = Result { () throws(SubmissionFile.Fault) in try read() }
      guard case .success(let bytes) = result else {
        hash?.add(result)
        return (.read(result), nil)
      }
      // A file that is hashed by itself need not be once more for the exercise that it answers.
      let digest = hash.map { _ in Digest(of: bytes) }
      if let digest { hash?.add(digest) }
      if held + bytes.count > mostHeld { return (.onDisk(path, below: root), digest) }
      held += bytes.count
      return (.read(result), digest)
    }
  }
}

/// A student's folder, open, with what is in it.
private struct StudentFolder: ~Copyable {
  let name: EntryName
  let directory: Directory
  /// In the order of their names, without what operating systems leave behind.
  let entries: [Directory.Entry]

  /// How many folders that hold nothing but a folder are gone through.
  private static let deepest = 8

  private static func opened(
    _ name: EntryName, in root: String
  ) throws(FileFault) -> StudentFolder {
    let directory = try Directory(name, below: root)
    let entries = try directory.entries { !EntryName.isRubbish($0) }.sorted { $0.name < $1.name }
    return StudentFolder(name: name, directory: directory, entries: entries)
  }

  /// The folder that holds the files, where there is nothing but one folder in another.
  static func innermost(
    _ name: EntryName, in root: String
  ) throws(FileFault) -> StudentFolder {
    try opened(name, in: root).innermost(in: root, atMost: deepest)
  }

  private consuming func innermost(
    in root: String, atMost deepest: Int
  ) throws(FileFault) -> StudentFolder {
    guard deepest > 0, entries.count == 1, entries[0].kind == .folder else { return self }
    let inner = try StudentFolder.opened(name.appending(entries[0].name), in: root)
    // A folder with nothing in it is a thing to name rather than to enter.
    if inner.entries.isEmpty { return self }
    return try inner.innermost(in: root, atMost: deepest - 1)
  }
}

extension SHA256 {
  fileprivate mutating func add(_ handIn: HandInTime) {
    add(number: handIn.time?.seconds ?? Int.min)
    add(number: handIn.lateBy ?? Int.min)
    add(number: handIn.isLate ? 1 : 0)
  }

  fileprivate mutating func add(bytes: [CChar]) {
    add(number: bytes.count)
    add(bytes.map { UInt8(bitPattern: $0) })
  }

  fileprivate mutating func add(_ read: Result<[UInt8], SubmissionFile.Fault>) {
    switch read {
    case .success(let bytes):
      add(number: bytes.count)
      add(bytes)
    case .failure(let fault):
      add(number: -1)
      add("\(fault)")
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func tooMuchPacked(_ name: String) -> Message {
    "\(file: name.shownOnOneLine) is left as it is: a student's archives have at most "
      + "\(StudentFiles.mostPacked >> 20) MB in all"
  }

  static func tooManyFiles(_ count: Int) -> Message {
    "there are \(count) files; only the first \(StudentFiles.mostFiles) are looked at"
  }
}
