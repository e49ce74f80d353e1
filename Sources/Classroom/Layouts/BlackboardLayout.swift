import Gradebooks
import SystemCalls

/// What Blackboard puts into its archive: flat files `assignment_user_attempt_time_file`, and for each
/// attempt a note `assignment_user_attempt_time.txt`.
struct BlackboardLayout: NamedEntryLayout {
  static let name = "blackboard"
  static let what = "files"
  private static let mark = "_attempt_"

  func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    guard entry.kind != .folder else { return nil }
    let name = entry.name.text
    guard let mark = name.firstRange(of: BlackboardLayout.mark) else { return nil }
    let user = name[..<mark.lowerBound].split(separator: "_").last ?? ""
    let rest = name[mark.upperBound...]
    let stamp = String(rest.prefix(19))
    guard !user.isEmpty, let time = CourseTime(stamp), let attempt = stamp.timeStamp,
      rest.count > 20
    else { return nil }
    let file = rest.dropFirst(19)
    let isNote = file == ".txt"
    guard isNote || file.hasPrefix("_") else { return nil }
    return HandIn.Detail(
      id: String(user), fileName: isNote ? nil : String(file.dropFirst()), attempt: attempt,
      time: HandInTime(time: time))
  }

  func handIns(_ listing: consuming ClassListing) throws(LayoutFault) -> [HandIn] {
    let number = NamedLayout(of: self)
    return listing.entries.map { entry in
      guard let detail = detail(of: entry) else { return HandIn(stray: entry, in: Self.name) }
      // The note is Blackboard's own; that the student was there it tells all the same.
      return detail.fileName == nil
        ? HandIn(nothingOf: detail) : HandIn(entry, detail, readBy: number)
    }
  }
}
