import Arguments
import Classroom
import Exercises
import Reports

/// `backmark class FOLDER`.
struct ClassCommand: Command {
  static let declaration = CommandDeclaration(
    "class", abstract: "Mark a class folder.",
    discussion: """
      Every entry of the folder is a student: a folder of submissions, or one file. Whatever is in \
      it, the student gets a row. RESULTS receives gradebook.csv and results.jsonl.

      Exit status: 0 where everything was graded, 75 where some could not be (it is listed).
      """,
    arguments: [
      ArgumentDeclaration("folder", help: "The class folder.", completion: .directory)
    ],
    options: [
      .option(
        "out", short: "o", value: "results", help: "The folder for the results.",
        isRequired: true, completion: .directory),
      .option("jobs", short: "j", value: "n", help: "How many students to mark at once."),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet,
    ],
    examples: [CommandExample("backmark class solutions/sample-class --out results")])

  private let arguments: ParsedArguments
  private let jobs: Int?

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    jobs = try parsed.integer("jobs", in: 1...1024)
  }

  /// Up to how many students the table names everybody.
  private static let largestTable = 100

  func run() throws -> ExitStatus {
    let path = arguments.argument("folder")
    let folder: ClassFolder
    do {
      folder = try ClassFolder(path: path)
    } catch {
      throw Complaint("the class folder '\(path)' \(error)")
    }
    let shelf = try shelf()
    let output = arguments.requiredValue("out")
    let run = ClassRun(folder: folder, shelf: shelf, output: output, jobs: jobs)
    let showsAll = folder.students.count <= ClassCommand.largestTable
    var records: [StudentRecord] = []
    var progress = ProgressLine(total: folder.students.count, isQuiet: arguments.flag("quiet"))
    let summary: ClassSummary
    do {
      summary = try run.run(
        progress: { progress.show($0) }, each: { if showsAll { records.append($0) } })
    } catch {
      throw Complaint("\(error)", .software)
    }
    progress.finish()
    let text = ClassText(summary, records, style: arguments.style)
    Console.out(text.full, terminator: "")
    arguments.note("Written to \(output): gradebook.csv, results.jsonl")
    if folder.ignored > 0 { arguments.note("\(folder.ignored) hidden or system files ignored") }
    for fault in summary.faults {
      Console.note("not graded: \(fault.student.harmless): \(fault.reason.harmless)")
    }
    return summary.isComplete ? .success : .incomplete
  }

  private func shelf() throws -> ExerciseShelf {
    let shelf: ExerciseShelf
    do {
      shelf = try ExerciseShelf(arguments.catalogue())
    } catch let fault as Catalogue.Fault {
      throw Complaint(fault.sentence)
    }
    for (id, reason) in shelf.faults {
      Console.note("exercise \(id) is not sound, so nothing is marked with it:\n\(reason)")
    }
    return shelf
  }
}
