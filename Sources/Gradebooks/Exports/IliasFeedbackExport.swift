import LocatedJSON

/// The archive that ILIAS takes under "Multi-Feedback": every student's pages.
///
/// In a folder whose name begins with `multi_feedback`, ILIAS finds each student by the number that
/// the name of a folder ends in. What it gets for one of a team it shows to the whole team.
struct IliasFeedbackExport: ClassExport {
  static let name = "ilias-feedback"
  static let summary = "a zip of every student's pages to upload to ILIAS"

  private var archive: PagesArchive
  private var strangers: [String] = []
  /// The teams that have pages already.
  private var teams: Set<String> = []
  private var teammates: [String] = []

  init(_ order: ExportOrder) {
    archive = PagesArchive(order, of: "ILIAS")
  }

  mutating func bytes(of record: StudentRecord) throws(ExportFault) -> [UInt8] {
    try bytes(of: record, pages: nil)
  }

  mutating func bytes(
    of record: StudentRecord, pages: StudentPages?
  ) throws(ExportFault) -> [UInt8] {
    if record.origin.isEmpty { return [] }
    guard let folder = IliasFeedbackExport.folder(of: record) else {
      strangers.append(record.id)
      return []
    }
    if IliasFeedbackExport.isTeam(record.origin), !teams.insert(record.origin).inserted {
      teammates.append(record.id)
      return []
    }
    return try archive.bytes(of: record, pages, in: "multi_feedback/" + folder)
  }

  func foot() -> [UInt8] { archive.directory }

  var notes: [String] {
    NameList.note("did not come from ILIAS and are left out", strangers)
      + NameList.note("see the pages of the first of their team, as ILIAS has it", teammates)
      + archive.notes
  }

  /// The folder by which ILIAS finds a student; nil where the entry is not from there.
  private static func folder(of record: StudentRecord) -> String? {
    if isTeam(record.origin) {
      // The team's folder has one for each of its members, with the number that is an alias.
      return record.aliases.first { $0.allSatisfy(\.isASCIIDigit) }.map { "\(record.id)_\($0)" }
    }
    let origin = record.origin
    guard origin == origin.shownOnOneLine, !origin.contains("\\"),
      origin.wholeMatch(of: /.+_.+_.+_[0-9]+/) != nil
    else { return nil }
    return origin
  }

  private static func isTeam(_ origin: String) -> Bool {
    origin.wholeMatch(of: /Team[ _][0-9]+/) != nil
  }
}
