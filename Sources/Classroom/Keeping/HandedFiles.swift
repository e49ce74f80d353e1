import Foundation
import Grading

/// Everything a student has handed in, read once: for telling whether it changed, and for marking.
///
/// What is large is read again when it is marked, so that little is held.
struct HandedFiles {
  /// What tells whether anything changed.
  let digest: Digest
  private var contents: [EntryName: Result<[UInt8], SubmissionFile.Fault>] = [:]
  private var held = 0

  private static let most = 1 << 19

  init(_ student: ClassFolder.Student, in root: String) {
    var hash = SHA256()
    var files: [(EntryName, Result<[UInt8], SubmissionFile.Fault>)] = []
    hash.add(student.id)
    hash.add(student.name)
    hash.add(number: student.isLate ? 1 : 0)
    for texts in [student.aliases, student.remarks, student.problems] {
      hash.add(number: texts.count)
      for text in texts { hash.add(text) }
    }
    for file in student.files {
      hash.add(bytes: file.path.path)
      hash.add(file.name)
      hash.add(number: file.isNamedByExercise ? 1 : 0)
      if file.kind == .folder {
        files += HandedFiles.folder(file.path, in: root, &hash)
      } else {
        let read = Result { () throws(SubmissionFile.Fault) in
          try SubmissionFile.read(file.path.path(in: root))
        }
        hash.add(read)
        files.append((file.path, read))
      }
    }
    digest = hash.digest()
    for (name, read) in files {
      if case .success(let bytes) = read {
        if held + bytes.count > HandedFiles.most { continue }
        held += bytes.count
      }
      contents[name] = read
    }
  }

  private static func folder(
    _ name: EntryName, in root: String, _ hash: inout SHA256
  ) -> [(EntryName, Result<[UInt8], SubmissionFile.Fault>)] {
    do {
      let (innermost, entries) = try StudentMarker.innermost(name, in: root)
      let directory = try Directory(innermost.path(in: root))
      hash.add(bytes: innermost.path)
      hash.add(number: entries.count)
      var files: [(EntryName, Result<[UInt8], SubmissionFile.Fault>)] = []
      var held = 0
      for entry in entries.prefix(StudentMarker.mostFiles) {
        hash.add(bytes: entry.name.path)
        let read = Result { () throws(SubmissionFile.Fault) in
          try SubmissionFile.read(entry.name.path, in: directory.descriptor)
        }
        hash.add(read)
        if case .success(let bytes) = read { held += bytes.count }
        if held <= most { files.append((innermost.appending(entry.name), read)) }
      }
      return files
    } catch {
      hash.add("\(error)")
      return []
    }
  }

  /// What was read of a file; nil where it is to be read again.
  func read(_ name: EntryName) throws(SubmissionFile.Fault) -> [UInt8]? {
    try contents[name]?.get()
  }
}

extension SHA256 {
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
