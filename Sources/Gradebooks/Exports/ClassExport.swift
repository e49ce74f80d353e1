/// A form in which another system takes what a class came to, chosen by `--export NAME=FILE`.
///
/// Students come one at a time, so that memory stays what one of them needs; forms that fill a
/// downloaded file hold that file.
package protocol ClassExport: Sendable {
  /// The word that chooses it.
  static var name: String { get }

  /// What it is for, in a few words.
  static var summary: String { get }

  /// Whether every student gets a file of their own.
  static var isPerStudent: Bool { get }

  /// Where the export goes, which for some forms is not the file that was named.
  static func target(of order: ExportOrder) throws(ExportFault) -> String

  init(_ order: ExportOrder) throws(ExportFault)

  /// What stands before all students.
  mutating func head() -> [UInt8]

  /// What there is to write of a student, who comes in the order of the ids.
  mutating func bytes(of record: StudentRecord) throws(ExportFault) -> [UInt8]

  /// The same for a form that takes along the pages of the student.
  mutating func bytes(
    of record: StudentRecord, pages: StudentPages?
  ) throws(ExportFault) -> [UInt8]

  /// What stands behind all students.
  mutating func foot() throws(ExportFault) -> [UInt8]

  /// What the columns of a download were taken for; nothing where there is none.
  var columns: String { get }

  /// What the instructor should know when all is done.
  var notes: [String] { get }
}

extension ClassExport {
  package static var isPerStudent: Bool { false }
  package static func target(of order: ExportOrder) -> String { order.file }
  package mutating func head() -> [UInt8] { [] }
  package mutating func bytes(
    of record: StudentRecord, pages: StudentPages?
  ) throws(ExportFault) -> [UInt8] { try bytes(of: record) }
  package mutating func foot() throws(ExportFault) -> [UInt8] { [] }
  package var columns: String { "" }
  package var notes: [String] { [] }
}

/// What is asked of an export.
package struct ExportOrder: Sendable {
  /// The file named on the command line.
  package let file: String
  /// The folder of the results.
  package let results: String
  package let facts: ClassFacts
  /// The column to fill, where its name does not tell.
  package let column: String?
  /// What the system that asks says about itself.
  package let environment: [String: String]
  /// The time as systems want to be told it, in ISO 8601.
  package let now: String
  /// Whether totals are written that are not final, since a person is still to read answers.
  package let writesAll: Bool

  package init(
    file: String, results: String, facts: ClassFacts, column: String? = nil,
    environment: [String: String] = [:], now: String = "",
    writesAll: Bool = false
  ) {
    self.writesAll = writesAll
    self.file = file
    self.results = results
    self.facts = facts
    self.column = column
    self.environment = environment
    self.now = now
  }

  /// The title of an exercise; its id where it is not known.
  func title(of exercise: String) -> String { facts.titles[exercise] ?? exercise }
}

/// Why an export cannot be made.
package struct ExportFault: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Every form of export.
package enum ClassExports {
  package static let all: [any ClassExport.Type] = [
    CSVExport.self, CanvasExport.self, CanvasFeedbackExport.self, MoodleExport.self,
    MoodleFeedbackExport.self, IliasFeedbackExport.self,
    GradescopeExport.self, JUnitExport.self, GitHubSummaryExport.self,
    GitHubAnnotationsExport.self, PrairieLearnExport.self, Classroom50Export.self,
    JSONLinesExport.self, MarkdownExport.self, AlikeExport.self,
  ]

  /// The form of a name.
  package static func named(_ name: String) -> (any ClassExport.Type)? {
    all.first { $0.name == name }
  }
}
