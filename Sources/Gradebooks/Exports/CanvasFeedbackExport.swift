import Archives
import Reports

/// The archive that Canvas takes under "Upload Submissions": every student's feedback, as a comment.
///
/// Canvas finds students by the names that came with their submissions, which stay as they are:
/// `name[_late]_user_attachment_file`. Students get what is in the archive under the name of their own
/// file, so that it is plain text; and where they handed in something typed into the page, a link or a
/// zip, there is no name to put it under.
struct CanvasFeedbackExport: ClassExport {
  static let name = "canvas-feedback"
  static let summary = "a zip of every student's feedback to upload to Canvas"

  private let order: ExportOrder
  private var zip = ZipWriter()
  private var strangers: [String] = []
  private var packed: [String] = []

  init(_ order: ExportOrder) {
    self.order = order
  }

  mutating func bytes(of record: StudentRecord) throws(ExportFault) -> [UInt8] {
    if record.origin.isEmpty { return [] }
    guard CanvasFeedbackExport.hasAttachment(record.origin) else {
      strangers.append(record.id)
      return []
    }
    if record.origin.lowercased().hasSuffix(".zip") {
      packed.append(record.id)
      return []
    }
    guard let entry = zip.entry(record.origin, Array(text(for: record).utf8)) else {
      throw ExportFault(
        "a zip for Canvas holds at most \(ZipWriter.mostEntries) files and 2 GB")
    }
    return entry
  }

  func foot() -> [UInt8] { zip.directory }

  var notes: [String] {
    NameList.note(
      "did not hand in a file through Canvas, which takes comments only beside one", strangers)
      + NameList.note("handed in a zip, in whose place Canvas would show a text", packed)
  }

  /// Whether a name has the numbers of a user and an attachment, by which Canvas finds its place.
  private static func hasAttachment(_ origin: String) -> Bool {
    let parts = origin.split(separator: "_", omittingEmptySubsequences: false)
    guard !origin.contains("/"), let user = parts.firstIndex(where: isNumber),
      user + 2 < parts.count
    else { return false }
    return isNumber(parts[user + 1])
  }

  private static func isNumber(_ part: Substring) -> Bool {
    !part.isEmpty && part.allSatisfy(\.isASCIIDigit)
  }

  private func text(for record: StudentRecord) -> String {
    var text = ""
    for result in record.marked {
      let title = order.title(of: result.exercise)
      let heading = title == result.exercise ? title : "\(result.exercise) \(title)"
      text +=
        "\(heading): \(Numbers.points(result.points)) of \(Numbers.pointsInWords(result.outOf))\n"
      if let sentence = record.grade?.part(result.exercise)?.sentenceOfPenalty {
        text += "  (\(sentence))\n"
      }
      for step in result.steps {
        let points = "\(Numbers.points(step.points))/\(Numbers.points(step.outOf))"
        let label = step.isFull && step.sentences.count == 1 ? step.name : step.labelled
        text += "  \(points)  \(label)\n"
      }
      text += "\n"
    }
    let total = Numbers.counted(record.points, isExcused: record.isExcused)
    return text + "Total: \(total) of \(Numbers.pointsInWords(record.outOf))"
      + (record.toBeRead > 0 ? ", not final" : "") + "\n"
  }
}
