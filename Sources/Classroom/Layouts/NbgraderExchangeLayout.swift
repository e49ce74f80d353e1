import Gradebooks
import SystemCalls

/// What lies in the exchange of nbgrader before it is collected: folders
/// `student+assignment+timestamp`, newer ones with a secret behind.
struct NbgraderExchangeLayout: NamedEntryLayout {
  static let name = "nbgrader-exchange"
  static let what = "folders"
  static let separator: Unicode.Scalar = "+"

  func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    guard entry.kind == .folder else { return nil }
    let parts = entry.name.text.split(separator: "+", omittingEmptySubsequences: false)
    // Names of students may have a plus, those of assignments may not.
    guard let mark = parts.indices.last(where: { $0 > 1 && parts[$0].timeStamp != nil }),
      mark + 2 >= parts.count, let stamp = parts[mark].timeStamp
    else { return nil }
    let student = parts[..<(mark - 1)].joined(separator: "+")
    if student.isEmpty { return nil }
    return HandIn.Detail(
      id: student, attempt: stamp, time: HandInTime(time: CourseTime(String(parts[mark]))))
  }
}
