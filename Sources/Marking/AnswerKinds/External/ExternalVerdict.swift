import Answers
import LocatedJSON
import Numerics

/// What an instructor's program said, strictly read.
struct ExternalVerdict {
  let status: Status
  /// The share of the points, from 0 to 1.
  package let credit: Double
  package let says: [Message]

  private static let statusKey = Key("status", "correct, partial, incorrect or unreadable.")
  private static let creditKey = Key("credit", "The share of the points, for partial.")
  private static let saysKey = Key("says", "Sentences to the student.")
  private static let statuses: [Status] = [.correct, .partial, .incorrect, .unreadable]

  /// - Throws: Everything that is wrong with what the program wrote.
  init(_ bytes: [UInt8]) throws(Problems) {
    let source = SourceText(name: "the checker's answer", bytes: bytes)
    let (root, report) = try JSONText.document(source)
    let keys = [ExternalVerdict.statusKey, ExternalVerdict.creditKey, ExternalVerdict.saysKey]
    let object = ObjectReader(root, describing: "the answer", keys: keys, report: report)
    let word: LocatedString? = object?.required(ExternalVerdict.statusKey)
    let status = word.flatMap { ExternalVerdict.status($0, report) }
    let stated: Double? = object?.optional(ExternalVerdict.creditKey)
    let words: [String] = object?.optionalArray(ExternalVerdict.saysKey) ?? []
    says = words.map { "\(visible: $0)" }
    if let object, let status {
      let place = object.value(ExternalVerdict.creditKey)?.range ?? object.range
      if status == .partial, !(0...1).contains(stated ?? -1) {
        report.report("'partial' needs a 'credit' from 0 to 1", at: place)
      }
      let whole = status == .correct ? 1.0 : 0
      if status != .partial, let stated, stated != whole {
        report.report(
          "'\(status.rawValue)' has no 'credit' but \(NumberText.shortest(whole))", at: place)
      }
    }
    try report.throwIfAny()
    self.status = status ?? .unreadable
    credit = status == .partial ? stated ?? 0 : status == .correct ? 1 : 0
  }

  private static func status(_ word: LocatedString, _ report: ProblemReport) -> Status? {
    if let status = Status(rawValue: word.text), statuses.contains(status) { return status }
    let known = statuses.map { $0.rawValue }
    report.report(
      "there is no verdict \(Quotation(word.text)); it is one of \(known.joined(separator: ", "))",
      at: word.range)
    return nil
  }
}
