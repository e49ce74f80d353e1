import SystemCalls

/// What Moodle puts into "Download all submissions": `name_number_assignsubmission_plugin[_]`.
///
/// Folders of that name from Moodle 3.1 on (the last `_` went away with 4.1), flat files with the
/// file's name behind it before. Moodle turns every `_` of a name into a space, so that the parts
/// can be told apart. The number is the participant's, as in the grading worksheet.
struct MoodleLayout: NamedEntryLayout {
  static let name = "moodle"
  static let what = "entries"

  func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    let parts = entry.name.text.split(separator: "_", omittingEmptySubsequences: false)
    guard let mark = parts.firstIndex(of: "assignsubmission"), mark == 1 || mark == 2,
      parts.count > mark + 1, mark == 1 || parts[1].isDigits
    else { return nil }
    let plugin = parts[mark + 1]
    guard !plugin.isEmpty, plugin.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    let file = parts[(mark + 2)...].joined(separator: "_")
    guard (entry.kind == .folder) == file.isEmpty else { return nil }
    let number = mark == 2 ? String(parts[1]) : nil
    return HandIn.Detail(
      id: number ?? String(parts[0]), name: String(parts[0]),
      fileName: file.isEmpty ? nil : file)
  }
}
