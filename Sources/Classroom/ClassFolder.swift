import Foundation

/// A folder with one entry for each student: a folder of files, or a file.
package struct ClassFolder: Sendable {
  package let path: String
  /// The students in the order of their ids.
  package let students: [Student]
  /// How many entries were passed over as rubbish of an operating system.
  package let ignored: Int

  /// One student: an id and the entries of the class folder that belong to it.
  package struct Student: Hashable, Sendable {
    package let id: String
    let entries: [Entry]
  }

  /// An entry of the class folder.
  struct Entry: Hashable, Sendable {
    let name: String
    let isFolder: Bool
  }

  /// The students of a class folder.
  ///
  /// - Throws: `SubmissionFile.Fault` where the folder cannot be listed.
  package init(path: String) throws(SubmissionFile.Fault) {
    self.path = path
    var found: [(id: String, entry: Entry)] = []
    var ignored = 0
    for entry in try ClassFolder.entries(of: path) {
      if ClassFolder.isRubbish(entry.name) {
        ignored += 1
        continue
      }
      found.append((entry.isFolder ? entry.name : entry.name.stem, entry))
    }
    found.sort { ($0.id, $0.entry.name) < ($1.id, $1.entry.name) }
    var students: [Student] = []
    students.reserveCapacity(found.count)
    var index = 0
    while index < found.count {
      var end = index + 1
      while end < found.count, found[end].id == found[index].id { end += 1 }
      students.append(Student(id: found[index].id, entries: found[index..<end].map(\.entry)))
      index = end
    }
    self.students = students
    self.ignored = ignored
  }

  /// What operating systems leave behind, and everything hidden.
  static func isRubbish(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || rubbish.contains(name)
  }

  private static let rubbish: Set<String> = [
    "__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__", "Icon\r",
  ]

  /// The entries of a folder, in no order; a link counts as a file.
  static func entries(of path: String) throws(SubmissionFile.Fault) -> [Entry] {
    guard let folder = opendir(path) else { throw .listing(errno) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let record = readdir(folder) {
      let name = withUnsafePointer(to: &record.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      let type = record.pointee.d_type
      let isFolder =
        type == UInt8(DT_UNKNOWN) ? isFolder(path + "/" + name) : type == UInt8(DT_DIR)
      entries.append(Entry(name: name, isFolder: isFolder))
    }
    return entries
  }

  /// Asked only on file systems that do not say with the name.
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension SubmissionFile.Fault {
  fileprivate static func listing(_ code: Int32) -> SubmissionFile.Fault {
    switch code {
    case ENOENT: .isMissing
    default: .failed(SubmissionFile.systemMessage(code))
    }
  }
}

extension String {
  /// A file name less its last extension.
  package var stem: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }
}
