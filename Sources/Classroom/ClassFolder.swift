import Foundation
import Grading

/// A folder with one entry for each student: a folder of files, or a file.
package struct ClassFolder: Sendable {
  package let path: String
  /// The students in the order of their ids.
  package let students: Students
  /// How many entries were passed over as rubbish of an operating system.
  package let ignored: Int

  /// One student: an id and the entries of the class folder that belong to it.
  package struct Student: Hashable, Sendable {
    package let id: String
    let entries: [Directory.Entry]
  }

  /// The students of a class, held as the bare entries of the folder: a class may be large.
  package struct Students: RandomAccessCollection, Sendable {
    private let entries: [Directory.Entry]
    /// Where each student's entries begin, and where the last one's end.
    private let starts: [Int32]

    fileprivate init(_ sorted: [(id: String, entry: Directory.Entry)]) {
      entries = sorted.map(\.entry)
      let first = sorted.indices.filter { $0 == 0 || sorted[$0].id != sorted[$0 - 1].id }
      starts = (first + [sorted.count]).map { Int32($0) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count - 1 }

    package subscript(number: Int) -> Student {
      let own = entries[Int(starts[number])..<Int(starts[number + 1])]
      return Student(id: ClassFolder.id(of: own[own.startIndex]), entries: Array(own))
    }
  }

  /// The students of a class folder.
  ///
  /// - Parameters:
  ///   - path: The folder, or a link to it.
  ///   - results: The folder the results go to, which is no student's.
  /// - Throws: `SubmissionFile.Fault` where the folder cannot be listed.
  package init(path: String, results: String? = nil) throws(SubmissionFile.Fault) {
    self.path = path
    let own = results.flatMap { ClassFolder.name(of: $0, in: path) }
    var found: [(id: String, entry: Directory.Entry)] = []
    var ignored = 0
    for entry in try Directory(Array(path.utf8CString), followsLink: true).entries() {
      if ClassFolder.isRubbish(entry.name.text) {
        ignored += 1
      } else if entry.name.text != own {
        found.append((ClassFolder.id(of: entry), entry))
      }
    }
    found.sort { ($0.id, $0.entry.name) < ($1.id, $1.entry.name) }
    students = Students(found)
    self.ignored = ignored
  }

  /// Whether two paths lead to the same folder.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    guard let one = resolved(one), let other = resolved(other) else { return false }
    return one == other
  }

  /// The name of an entry, less the extension where it is a file's.
  fileprivate static func id(of entry: Directory.Entry) -> String {
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

  /// The name under which a path is found in a folder; nil where it lies elsewhere.
  private static func name(of path: String, in folder: String) -> String? {
    guard let path = resolved(path), let folder = resolved(folder) else { return nil }
    let parts = path.split(separator: "/")
    return parts.dropLast().elementsEqual(folder.split(separator: "/"))
      ? parts.last.map(String.init) : nil
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What operating systems leave behind, and everything hidden.
  static func isRubbish(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || rubbish.contains(name)
  }

  private static let rubbish: Set<String> = [
    "__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__", "Icon\r",
  ]
}
