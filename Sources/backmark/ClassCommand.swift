import Arguments
import Classroom
import Exercises
import Grading
import LocatedJSON
import Reports

/// `backmark class FOLDER`.
struct ClassCommand: Command {
  static let declaration = CommandDeclaration(
    "class", abstract: "Mark a class folder.",
    discussion: """
      Every entry of the folder is a student: a folder of submissions, or one file. Whatever is in \
      it, the student gets a row. RESULTS receives gradebook.csv, results.jsonl, class.html and for \
      each student a folder feedback/STUDENT with EXERCISE.html and EXERCISE.md.

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
      .option(
        "marks", value: "file", help: "Points for the texts that a person has read, as JSON.",
        completion: .file(extensions: ["json"])),
      .flag("no-feedback", help: "Leave the feedback folder out."),
      .flag(
        "anonymise", help: "Put pseudonyms for ids and names into class.html and the feedback."),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.reveal,
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

  /// How many students to be looked at are named.
  private static let longestList = 40

  func run() throws -> ExitStatus {
    let path = arguments.argument("folder")
    let output = arguments.requiredValue("out")
    let folder = try folder(path, results: output)
    let shelf = try shelf()
    let run = ClassRun(
      folder: folder, shelf: shelf, output: output, jobs: jobs,
      reveals: arguments.flag("reveal"), desk: arguments.desk,
      marks: try marks(for: folder, shelf), pages: pages)
    let showsAll = folder.students.count <= ClassCommand.largestTable
    var students: [StudentRecord] = []
    var marked: [StudentRecord] = []
    var progress = ProgressLine(total: folder.students.count, isQuiet: arguments.flag("quiet"))
    let summary: ClassSummary?
    Interruption.watch()
    do {
      summary = try run.run(
        progress: { progress.show($0) }, isInterrupted: { Interruption.hasCome }
      ) { record in
        if showsAll { students.append(record) }
        if record.needsAttention, marked.count < ClassCommand.longestList { marked.append(record) }
      }
    } catch {
      throw Complaint("\(error)")
    }
    progress.finish()
    guard let summary else {
      throw Complaint("interrupted; what was in \(output) before is unchanged", .interrupted)
    }
    let text = ClassText(summary, students: students, marked: marked, style: arguments.style)
    Console.out(text.full, terminator: "")
    let files = ["gradebook.csv", "results.jsonl", "class.html"]
    let folders = arguments.flag("no-feedback") ? [] : ["feedback"]
    arguments.note("Written to \(output): \((files + folders).joined(separator: ", "))")
    if folder.ignored > 0 {
      arguments.note("Passed over: \(folder.ignored) hidden or system files")
    }
    for fault in summary.faults {
      Console.note("not graded: \(fault.student.harmless): \(fault.reason.harmless)")
    }
    return summary.isComplete ? .success : .incomplete
  }

  private var pages: ClassRun.Pages {
    ClassRun.Pages(
      hasFeedback: !arguments.flag("no-feedback"), isAnonymous: arguments.flag("anonymise"))
  }

  private func folder(_ path: String, results: String) throws -> ClassFolder {
    if ClassFolder.isSame(path, results) {
      throw UsageError(.other("The results need a folder of their own, apart from the class"))
    }
    do {
      return try ClassFolder(path: path, results: results)
    } catch {
      throw Complaint("the class folder '\(path)' \(error)")
    }
  }

  /// The marks of `--marks`, once everything in them fits the class.
  private func marks(for folder: ClassFolder, _ shelf: ExerciseShelf) throws -> WrittenMarks? {
    guard let path = arguments.value("marks") else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try SubmissionFile.read(path)
    } catch {
      throw Complaint("the marks '\(path)' \(error)")
    }
    let problems: Problems?
    do {
      let marks = try WrittenMarks(reading: SourceText(name: path, bytes: bytes))
      problems = marks.problems(
        students: folder.students.map(\.id), exercises: shelf.soundExercises)
      if problems == nil { return marks }
    } catch {
      problems = error
    }
    throw Complaint("the marks cannot be used:\n\(problems.map { "\($0)" } ?? "")")
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
