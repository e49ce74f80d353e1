import Arguments
import Classroom
import Foundation
import Gradebooks

/// What `--export` and `--export-column` ask for.
struct ExportOptions {
  static let export = OptionDeclaration.option(
    "export", value: "name=file", help: "A further form of the results.", isRepeatable: true,
    completion: .namedFile(ClassExports.all.map { $0.name }))
  static let column = OptionDeclaration.option(
    "export-column", value: "name", help: "The column of a downloaded table that gets the total.")

  static let notFinal = OptionDeclaration.flag(
    "export-not-final", help: "Export totals of which a person is still to read answers.")

  /// Every form with what it is for.
  static let list = ClassExports.all.map { form in
    let placeholder = form.isPerStudent ? ", FILE with \(ExportFile.placeholder)" : ""
    return "\(form.name) (\(form.summary)\(placeholder))"
  }.joined(separator: "; ")

  private let wanted: [(form: any ClassExport.Type, file: String)]
  private let column: String?
  private let writesAll: Bool

  init(_ arguments: ParsedArguments) throws {
    column = arguments.value("export-column")
    writesAll = arguments.flag("export-not-final")
    wanted = try arguments.values("export").map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let known = ClassExports.all.map { $0.name }
      guard parts.count == 2, !parts[1].isEmpty else {
        throw UsageError(.other("'--export \(text)' needs a name and a file: NAME=FILE"))
      }
      guard let form = ClassExports.named(String(parts[0])) else {
        throw UsageError(
          .other("There is no export '\(parts[0])', only \(known.joined(separator: ", "))"))
      }
      return (form, String(parts[1]))
    }
  }

  /// Opens the files, so that nothing is marked for an export that cannot be made.
  func open(for facts: ClassFacts, results: String) throws -> RunningExports {
    let environment = Backmark.environment
    let now = Date.now.formatted(.iso8601)
    var files: [ExportFile] = []
    var targets: Set<String> = []
    for (form, file) in wanted {
      let order = ExportOrder(
        file: file, results: results, facts: facts, column: column, environment: environment,
        now: now, writesAll: writesAll)
      do {
        guard targets.insert(try form.target(of: order)).inserted else {
          throw UsageError(.other("Two exports go to the same file, '\(file)'"))
        }
        files.append(try ExportFile(form, order))
      } catch let fault as ExportFault {
        throw Complaint(fault.description)
      }
    }
    return RunningExports(files)
  }
}

/// The exports of a run, which all get every student.
final class RunningExports {
  private let files: [ExportFile]
  private var fault: ExportFault?

  fileprivate init(_ files: [ExportFile]) {
    self.files = files
  }

  func add(_ record: StudentRecord, pages: StudentPages) {
    guard fault == nil, !files.isEmpty else { return }
    do throws(ExportFault) {
      for file in files { try file.add(record, pages: pages) }
    } catch {
      fault = error
    }
  }

  /// Makes the files appear, and says where; what may lose points is said even where quiet is asked.
  func finish(_ arguments: ParsedArguments) throws {
    if let fault { throw Complaint(fault.description, .software) }
    do {
      for outcome in try files.map({ try $0.finish() }) {
        arguments.note(outcome.made)
        for warning in outcome.warnings { Console.note(warning) }
      }
    } catch let fault as ExportFault {
      throw Complaint(fault.description)
    }
  }
}
