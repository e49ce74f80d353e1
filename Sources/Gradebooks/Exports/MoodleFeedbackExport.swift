import LocatedJSON

/// The archive that Moodle takes under "Upload multiple feedback files": every student's pages.
///
/// The folders have the names that came with the submissions, for by them Moodle finds the students.
struct MoodleFeedbackExport: ClassExport {
  static let name = "moodle-feedback"
  static let summary = "a zip of every student's pages to upload to Moodle"

  private var archive: PagesArchive
  private var strangers = 0

  init(_ order: ExportOrder) {
    archive = PagesArchive(order, of: "Moodle")
  }

  mutating func bytes(of record: StudentRecord) throws(ExportFault) -> [UInt8] {
    try bytes(of: record, pages: nil)
  }

  mutating func bytes(
    of record: StudentRecord, pages: StudentPages?
  ) throws(ExportFault) -> [UInt8] {
    if record.origin.isEmpty { return [] }
    guard let folder = MoodleFeedbackExport.folder(record.origin) else {
      strangers += 1
      return []
    }
    return try archive.bytes(of: record, pages, in: folder)
  }

  func foot() -> [UInt8] { archive.directory }

  var notes: [String] {
    let strange =
      strangers == 1
      ? "1 student did not come from Moodle and is left out"
      : "\(strangers) students did not come from Moodle and are left out"
    return (strangers > 0 ? [strange] : []) + archive.notes
  }

  /// The folder by which Moodle finds a student; nil where the entry is not Moodle's.
  ///
  /// It ends in the `_` that went away with Moodle 4.1, since older ones need it and newer ones
  /// take it.
  private static func folder(_ origin: String) -> String? {
    // Moodle takes such characters out of names, so these are not from there.
    let isSafe = origin == origin.shownOnOneLine && !origin.contains(/[<>"|\\]/)
    // A flat file's name has the student's own behind the plugin's.
    let parts = origin.split(separator: "_", omittingEmptySubsequences: false)
    guard isSafe, let mark = parts.firstIndex(of: "assignsubmission"), mark > 0 else { return nil }
    return parts[..<min(mark + 2, parts.count)].joined(separator: "_") + "_"
  }
}
