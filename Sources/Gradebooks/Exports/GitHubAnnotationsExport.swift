import Answers

/// Workflow commands of GitHub's that put annotations on a run; a job prints the file.
///
/// GitHub shows ten of a kind. Nothing a student writes can end a line, so none can be a command.
struct GitHubAnnotationsExport: ClassExport {
  static let name = "github-annotations"
  static let summary = "workflow commands for a job to print"

  private static let mostOfAKind = 10
  /// GitHub cuts longer messages anyway, wherever that may be.
  private static let longest = 4000

  private var counts: [String: Int] = [:]
  private var students = 0

  init(_ order: ExportOrder) {}

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    students += 1
    var text = ""
    for fault in record.faults.texts { text += line("error", record.called, fault) }
    for problem in record.problems.texts { text += line("warning", record.called, problem) }
    for result in record.marked {
      for step in result.steps where !step.isFull {
        text += line("warning", "\(record.called) \(result.exercise) \(step.name)", step.message)
      }
    }
    return Array(text.utf8)
  }

  func foot() -> [UInt8] {
    let more = counts.filter { $0.value > GitHubAnnotationsExport.mostOfAKind }
      .sorted { $0.key < $1.key }
      .map { "; \($0.value - GitHubAnnotationsExport.mostOfAKind) more of kind \($0.key)" }
    let sum = "\(students) \(students == 1 ? "student" : "students")\(more.joined())"
    return Array("::notice title=Backmark::\(sum)\n".utf8)
  }

  private mutating func line(_ kind: String, _ title: String, _ message: String) -> String {
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= GitHubAnnotationsExport.mostOfAKind else { return "" }
    let title = String(title.prefix(200)).escapedForWorkflowProperty
    let text =
      message.count > GitHubAnnotationsExport.longest
      ? message.prefix(GitHubAnnotationsExport.longest) + "…" : message
    return "::\(kind) title=\(title)::\(text.escapedForWorkflow)\n"
  }
}
