import Archives
import Classroom
import Gradebooks
import LocatedJSON

/// What is done with the files that learning platforms and instructors add to a class.
enum ClassProbes {
  /// What is put into tables.
  static let tableWords: [String] = [
    "id", "name", "Email", "late", "points", "student", "exercise", "SIS User ID", "Full name", ",",
    ";", "\t", "\"", "\"\"", "\n", "\r\n", "sep=;\n", "\u{FEFF}", "\u{0}", "\u{FFFE}", "N/A",
    "=1+1",
    "0017", "1e308", "-1", "excused", "10:15 AM", "2026-03-02", "é", "\u{202E}", "",
  ]

  static func readsTable(_ bytes: [UInt8]) -> Bool {
    let table = CSVTable(bytes)
    for row in table.rows { for cell in row { _ = cell.text.count } }
    let roster = try? Roster(bytes)
    let source = SourceText(name: "fuzz.csv", bytes: bytes)
    let marks = try? ClassMarks(reading: source)
    return roster?.people.isEmpty == false || marks != nil
  }

  /// What is put into Gradescope's metadata.
  static let metadataWords: [String] = [
    ":submitters:", "- :name:", ":sid:", ":email:", ":created_at:", "submission_1:", "---", "\n",
    "  ", "      ", "'", "\"", ":", "|", "#", "\\", "\u{0}", "é", "2026-03-02 10:15:00 Z",
  ]

  static func readsMetadata(_ bytes: [UInt8]) -> Bool {
    var metadata = GradescopeMetadata()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      metadata.read(String(line))
    }
    return !metadata.submissions.isEmpty
      && metadata.submissions.allSatisfy { !$0.submitters.isEmpty }
  }

  /// What is put into archives: marks of their records, and sizes at the edge.
  static let zipWords: [String] = [
    "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "\u{0}\u{0}\u{0}\u{0}", "../",
    "/",
    "\\", "\u{8}\u{0}", "\u{1}\u{0}", "\u{7F}\u{7F}\u{7F}\u{7F}", "ada/16.2.answers", "é",
  ]

  /// Archives of a class, empty and with one file within another folder.
  static var zips: [[UInt8]] {
    [[], [("ada/16.2.answers", "exercise: 16.2\nZ1 = 1\n"), ("bob/notes.txt", "none")]].map {
      files in
      var writer = ZipWriter()
      var bytes: [UInt8] = []
      for (name, text) in files { bytes += writer.entry(name, Array(text.utf8)) ?? [] }
      return bytes + writer.directory
    }
  }

  static func readsZip(_ bytes: [UInt8]) -> Bool {
    guard let archive = try? ZipArchive(ZipSource(bytes: bytes)) else { return false }
    var isRead = true
    do {
      try archive.forEach { entry throws(ZipFault) in
        _ = (entry.name.count, entry.parts.count, entry.escapes)
        if entry.size <= 1 << 20 { _ = try archive.contents(of: entry) }
      }
    } catch {
      isRead = false
    }
    return isRead
  }
}
