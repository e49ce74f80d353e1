import Gradebooks
import SystemCalls

/// What Canvas puts into `submissions.zip`: flat files `name[_late]_user_attachment_file`.
///
/// Texts and links handed in as such are `name[_late]_user_text.html` and `…_link.html`; anonymous
/// assignments leave out the name.
struct CanvasLayout: NamedEntryLayout {
  static let name = "canvas"
  var knowsLateness: Bool { true }
  static let what = "files"

  func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    guard entry.kind != .folder else { return nil }
    let parts = entry.name.text.split(separator: "_", omittingEmptySubsequences: false)
    guard let user = parts.indices.first(where: { CanvasLayout.isUser(parts[$0...]) }) else {
      return nil
    }
    let isLate = user > 0 && parts[user - 1].lowercased() == "late"
    let name = parts[..<(isLate ? user - 1 : user)].joined(separator: "_")
    let attachment = parts.count > user + 2 ? Int(parts[user + 1]) ?? 0 : 0
    let file = parts[(parts.count > user + 2 ? user + 2 : user + 1)...].joined(separator: "_")
    return HandIn.Detail(
      id: String(parts[user]), name: name, fileName: file, order: attachment,
      time: HandInTime(isLate: isLate))
  }

  /// Leaves out the student that teachers try a course out as.
  func leaveOutNobodies(of handIns: inout [HandIn]) -> [String] {
    let count = handIns.count
    handIns.removeAll {
      $0.entry.name.text.hasPrefix("studenttest_") && $0.detail?.name == "studenttest"
    }
    if handIns.count == count { return [] }
    return ["files of Canvas's Test Student, who is nobody, left out: \(count - handIns.count)"]
  }

  /// Whether the parts begin with the numbers of a user and an attachment, or with a user's text.
  private static func isUser(_ parts: ArraySlice<Substring>) -> Bool {
    guard let first = parts.first, first.isDigits, let second = parts.dropFirst().first else {
      return false
    }
    if parts.count == 2 { return second == "text.html" || second == "link.html" }
    return second.isDigits && !parts.dropFirst(2).allSatisfy(\.isEmpty)
  }
}
