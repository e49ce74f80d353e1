import Gradebooks
import SystemCalls

/// What nbgrader keeps: `submitted/student/assignment/file`, with the time in `timestamp.txt`.
struct NbgraderLayout: ClassLayout {
  static let name = "nbgrader"

  /// How many students' folders are looked into to recognise the layout.
  private static let sample = 20

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    let folder = listing.entry("submitted").flatMap { $0.kind == .folder ? $0.name : nil }
    let students = folder.map { listing.knownEntries(in: $0) } ?? listing.entries
    let looked = students.prefix(NbgraderLayout.sample)
    let fitting = looked.count { student in
      guard student.kind == .folder else { return false }
      let inside = listing.knownEntries(in: student.name)
      // Without the folder's name only a time that nbgrader wrote speaks for it.
      return !inside.isEmpty && inside.allSatisfy { $0.kind == .folder }
        && (folder != nil || inside.contains { time(in: $0.name, listing)?.timeStamp != nil })
    }
    if fitting == 0 { return nil }
    let what = looked.count == students.count ? "students" : "students looked at"
    return LayoutRecognition(fitting: fitting, count: looked.count, what: what)
  }

  func handIns(_ listing: ClassListing) throws(LayoutFault) -> [HandIn] {
    guard let folder = listing.entry("submitted"), folder.kind == .folder else {
      return listing.entries.flatMap { handIns(of: $0, listing) }
    }
    do {
      return try listing.entries(in: folder.name).flatMap { handIns(of: $0, listing) }
    } catch {
      throw .folder(error)
    }
  }

  private func handIns(of student: Directory.Entry, _ listing: ClassListing) -> [HandIn] {
    let id = student.name.last
    guard student.kind == .folder else { return [HandIn(stray: student, in: Self.name)] }
    let inside = listing.knownEntries(in: student.name)
    // An empty folder is a student all the same, and one that cannot be listed is the marker's.
    if inside.isEmpty { return [HandIn(student, HandIn.Detail(id: id))] }
    return inside.map { entry in
      let text = entry.kind == .folder ? time(in: entry.name, listing) : nil
      let time = text.flatMap { CourseTime($0.prefix { !$0.isNewline }.description) }
      return HandIn(
        entry,
        HandIn.Detail(id: id, order: text?.timeStamp ?? 0, time: HandInTime(time: time)))
    }
  }

  private func time(in assignment: EntryName, _ listing: ClassListing) -> String? {
    listing.text(of: assignment.appending(EntryName("timestamp.txt")))
  }
}

extension StringProtocol {
  /// The first fourteen digits of a time such as `2015-02-02 14:58:23 UTC`, for comparing.
  ///
  /// Zones are left aside: a class is in one.
  var timeStamp: Int? {
    let digits = prefix(40).filter(\.isASCIIDigit).prefix(14)
    return digits.count == 14 ? Int(String(digits)) : nil
  }
}
