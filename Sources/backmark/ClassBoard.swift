import Arguments
import Classroom
import Gradebooks

/// What a run over a class shows: how far it has come, and at the end what the class came to.
struct ClassBoard {
  private let arguments: ParsedArguments
  private let output: String
  private let hasFeedback: Bool
  private var showsAll = false
  private var students: [StudentRecord] = []
  private var marked: [StudentRecord] = []
  private var progress: ProgressLine?

  /// Up to how many students the table names everybody.
  private static let largestTable = 100

  /// How many students to be looked at are named.
  private static let longestList = 40

  init(_ arguments: ParsedArguments, output: String, hasFeedback: Bool = true) {
    self.arguments = arguments
    self.hasFeedback = hasFeedback
    self.output = output
  }

  /// - Parameter total: How many students there are.
  mutating func begin(_ total: Int) {
    showsAll = total <= ClassBoard.largestTable
    progress = ProgressLine(total: total, form: arguments.progressForm)
  }

  mutating func show(_ done: Int) { progress?.show(done) }

  mutating func add(_ record: StudentRecord) {
    if showsAll { students.append(record) }
    if record.needsAttention, marked.count < ClassBoard.longestList { marked.append(record) }
  }

  /// Ends the line of progress, where there is no more to show.
  mutating func endProgress() { progress?.finish() }

  /// Prints what the class came to, and where it is written.
  mutating func finish(_ summary: ClassSummary) {
    endProgress()
    if summary.reused + summary.reusedExercises > 0 {
      let others = summary.reusedExercises
      let noun = others == 1 ? "exercise" : "exercises"
      let more = others == 0 ? "" : ", and \(others) \(noun) of others"
      arguments.note(
        "\(summary.reused) of \(summary.students) students unchanged and taken over\(more)")
    }
    let changes = RegradeText(summary)
    for line in changes.lines { arguments.note("changed: \(line)") }
    if arguments.flag("quiet") {
      for line in changes.losses { Console.note(line) }
    }
    let text = ClassText(summary, students: students, marked: marked, style: arguments.style)
    Console.out(text.full, terminator: "")
    let files = ["gradebook.csv", "results.jsonl", "class.html"]
    let folders = hasFeedback ? ["feedback"] : []
    arguments.note("Written to \(output): \((files + folders).joined(separator: ", "))")
  }

  /// Lists what was not graded, with what to do.
  func conclude(_ summary: ClassSummary) -> ExitStatus {
    for fault in summary.faults {
      Console.note("not graded: \(fault.student.harmless): \(fault.reason.harmless)")
    }
    let further = summary.faultCount - summary.faults.count
    if further > 0 { Console.note("not graded: and \(further) more") }
    if summary.isComplete { return .success }
    arguments.note(
      "What was not graded is tried again by the same command, once its cause is put right.")
    return .incomplete
  }
}
