import Archives
import Arguments
import Classroom
import Exercises
import Foundation
import Gradebooks
import Grading
import Heap
import LocatedJSON
import Marking
import Reports
import SystemCalls

/// `backmark class FOLDER`.
struct ClassCommand: Command {
  static let declaration = CommandDeclaration(
    "class", abstract: "Mark a class folder.",
    discussion: """
      Every entry of the folder is a student: a folder of submissions, or one file, which may be a \
      zip of several. What Canvas, \
      Moodle, Gradescope, nbgrader and Autolab hand out is recognised, as a folder or as a zip. \
      Whatever is in it, the student gets a row. RESULTS receives gradebook.csv, results.jsonl, \
      class.html and for each student a folder feedback/STUDENT with EXERCISE.html and EXERCISE.md.

      Exports: \(ExportOptions.list). \
      A download is left as it is; the filled copy goes into RESULTS under the same name. Every \
      other file is where its path says. What may lose points is said even with --quiet.

      A run that was interrupted or killed goes on when the same command is given again, and a \
      later run marks only what has changed. Control-C leaves what was marked until then in \
      gradebook.partial.csv and results.partial.jsonl. --shard divides a class between machines; \
      'backmark merge' puts the results together.

      Exit status: 0 where everything was graded, 75 where some could not be (it is listed), 130 \
      where it was interrupted.
      """,
    arguments: [
      ArgumentDeclaration(
        "folder", help: "The class folder, or a zip of it.", completion: .directory)
    ],
    options: [
      .option(
        "out", short: "o", value: "results",
        help: "The folder for the results; must be given except with --dry-run.",
        completion: .directory),
      .flag(
        "dry-run",
        help: """
          Print who handed in what for which exercise, and whose points would change where there \
          are results; write nothing.
          """),
      .option(
        "layout", value: "layout", help: "How the folder is laid out.",
        choices: ClassLayouts.names, defaultText: "recognised"),
      .option(
        "pattern", value: "regex",
        help: """
          A regular expression for the names of the files, with the groups (?<student_id>…) and \
          (?<file_id>…).
          """),
      .option(
        "roster", value: "file.csv", help: "Who is in the class, handed in or not.",
        completion: .file()),
      .option(
        "zip-names", value: "page",
        help: "The code page of names in a zip that are not in UTF-8.",
        choices: CodePage.allCases.map { "\($0.number)" }, defaultText: "guessed"),
      SharedOptions.assignment,
      .flag(
        "file-times",
        help: "Where nothing else says when work was handed in, its files' times do."),
      ExportOptions.export, ExportOptions.column, ExportOptions.notFinal,
      .option(
        "shard", value: "k/n",
        help: "Mark only the k-th of n shares; 'auto' reads it from the scheduler's variables."),
      .flag("fresh", help: "Mark everybody again, whatever was kept of an earlier run."),
      .option("jobs", short: "j", value: "n", help: "How many students to mark at once."),
      .option(
        "marks", value: "file",
        help: """
          A person's last word on steps, exercises and students, as JSON or CSV; later runs into \
          the same results keep it.
          """,
        completion: .file(extensions: ["json", "csv"])),
      .flag("no-marks", help: "Leave out the marks that an earlier run was given."),
      .option(
        "marking-sheet", value: "file.csv",
        help: "A table of all texts that a person is to read, to be filled in for --marks.",
        completion: .file(extensions: ["csv"])),
      .flag("no-feedback", help: "Leave the feedback folder out."),
      .flag(
        "anonymise", help: "Put pseudonyms for ids and names into class.html and the feedback."),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.reveal,
      SharedOptions.exercises, SharedOptions.progress, SharedOptions.color, SharedOptions.ascii,
      SharedOptions.plain, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark class solutions/sample-class --out results"),
      CommandExample("backmark class submissions.zip --dry-run --roster class.csv"),
    ])

  /// How long the program may go on after somebody wants it to end.
  static let patience = Duration.milliseconds(900)

  private let arguments: ParsedArguments
  private let jobs: Int?
  private let shard: Shard?

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    jobs = try parsed.integer("jobs", in: 1...1024)
    shard = try parsed.shard()
    if parsed.value("out") == nil, !parsed.flag("dry-run") {
      throw UsageError(
        .missing(UsageSubject(label: "--out <results>", help: "The folder for the results.")))
    }
  }

  func run() throws -> ExitStatus {
    let path = arguments.argument("folder")
    let output = arguments.value("out") ?? ""
    let orders = try ExportOptions(arguments)
    // Before anything is read: of what 200,000 students and their roster take, a fifth is saved.
    heap_keep_small(Int32(jobs ?? ProcessInfo.processInfo.activeProcessorCount))
    // A reader that goes away must not keep an unpacked archive from being removed.
    Interruption.letWritingFail()
    Interruption.watch(endingWithin: ClassCommand.patience)
    let library = try library()
    let assignment = try arguments.assignment { library.soundExercises.mapValues(\.outOf) }
    for line in assignment?.inWords ?? [] { arguments.note("assignment: \(line)") }
    let reading = try reading(path, results: output, assignment)
    let folder = reading.folder
    arguments.note("layout: \(reading.layout)")
    for note in reading.notes { arguments.note(note) }
    if folder.students.isEmpty {
      arguments.note("there is nobody to mark: nothing is in '\(path.harmless)'")
    }
    if assignment?.asksForTimes == true, !arguments.flag("file-times"), !folder.knowsLateness,
      !folder.students.haveTimes
    {
      arguments.note(
        "nothing says when work was handed in, so all of it counts as on time; --file-times goes by "
          + "the times of the files")
    }
    if arguments.flag("dry-run") {
      list(folder, library)
      if Interruption.hasCome { return .interrupted }
      if output.isEmpty { return .success }
    }
    let marks = try arguments.marks(for: folder, library, assignment, results: output)
    let run = ClassRun(
      folder: folder, library: library, output: output, jobs: jobs,
      reveals: arguments.flag("reveal"), tools: arguments.tools,
      marks: marks, pages: pages, keeping: keeping, shard: shard,
      assignment: assignment, usesFileTimes: arguments.flag("file-times"))
    if arguments.flag("dry-run") { return try preview(run) }
    let sheet = try arguments.markingSheet(library, marks)
    let exports = try orders.open(for: ClassFacts(run), results: output)
    var board = ClassBoard(
      arguments, output: output, hasFeedback: !arguments.flag("no-feedback"))
    board.begin(run.count)
    let summary: ClassSummary
    do {
      summary = try run.run(
        progress: { board.show($0) }, isInterrupted: { Interruption.hasCome },
        willFinish: { Interruption.letFinish() }
      ) { record, pages in
        exports.add(record, pages: pages)
        sheet.add(record)
        board.add(record)
      }
    } catch {
      board.endProgress()
      throw Complaint(error.description, error.isWrongUse ? .unusable : .software)
    }
    if summary.isInterrupted {
      board.endProgress()
      throw Complaint(interruption(summary, of: run.count), .interrupted)
    }
    board.finish(summary)
    if folder.ignored > 0 {
      arguments.note("Passed over: \(folder.ignored) hidden or system files")
    }
    try exports.finish(arguments)
    try sheet.finish(arguments)
    return board.conclude(summary)
  }

  private func interruption(_ summary: ClassSummary, of count: Int) -> String {
    """
    interrupted: \(summary.students) of \(count) students are marked, in \(arguments.value("out") ?? ""): \
    \(ClassResults.partialFiles.joined(separator: ", ")); the same command goes on from there
    """
  }

  private var pages: FeedbackPages {
    FeedbackPages(
      hasFeedback: !arguments.flag("no-feedback"), isAnonymous: arguments.flag("anonymise"))
  }

  private var keeping: KeptWork.Settings {
    KeptWork.Settings(
      version: Backmark.version,
      policy: ["no-sandbox", "allow-external"].filter { arguments.flag($0) },
      startsAfresh: arguments.flag("fresh"))
  }

  private func list(_ folder: ClassFolder, _ library: ExerciseLibrary) {
    let dryRun = DryRun(folder, library: library)
    for student in folder.students where !Interruption.hasCome {
      Console.out(dryRun.lines(of: student).joined(separator: "\n"))
    }
  }

  /// Says what would change since an earlier run into the same results.
  private func preview(_ run: ClassRun) throws -> ExitStatus {
    var board = ClassBoard(arguments, output: run.output)
    board.begin(run.count)
    defer { board.endProgress() }
    do {
      let summary = try run.preview(
        progress: { board.show($0) }, isInterrupted: { Interruption.hasCome })
      board.endProgress()
      guard let summary else {
        arguments.note("\(run.output) has no results of an earlier run to compare with")
        return .success
      }
      if summary.isInterrupted { return .interrupted }
      let lines = RegradeText(summary).lines.map { "would change: \($0)" }
      Console.out((lines.isEmpty ? ["no points would change"] : lines).joined(separator: "\n"))
      return .success
    } catch {
      throw Complaint(error.description, error.isWrongUse ? .unusable : .software)
    }
  }

  private func reading(
    _ path: String, results: String, _ assignment: ClassAssignment?
  ) throws -> ClassReader.Reading {
    if !results.isEmpty, FolderPath.isSame(path, results) {
      throw UsageError(.other("The results need a folder of their own, apart from the class"))
    }
    var reader = ClassReader(
      layout: arguments.value("layout"), pattern: arguments.value("pattern"),
      roster: try arguments.roster(),
      zipNames: arguments.value("zip-names").flatMap(CodePage.init(number:)))
    reader.teams = assignment?.groups ?? []
    reader.keepsAttempts = assignment?.takesBest ?? false
    if let assignment { reader.refuses = { assignment.refuses($0) } }
    do {
      return try reader.read(
        path, results: results.isEmpty ? nil : results,
        isInterrupted: {
          // What was unpacked takes its time to be removed.
          if Interruption.hasCome { Interruption.letFinish() }
          return Interruption.hasCome
        })
    } catch .archive(.interrupted) {
      throw Complaint("interrupted while '\(path)' was unpacked", .interrupted)
    } catch {
      let sentence = error.sentence(of: path)
      if error.isWrongUse { throw UsageError(.other(sentence)) }
      throw Complaint(sentence, error.isMachineFault ? .software : .unusable)
    }
  }

  private func library() throws -> ExerciseLibrary {
    let library = try ExerciseLibrary(arguments.catalogue())
    for (id, reason) in library.faults {
      Console.note("exercise \(id) is not sound, so nothing is marked with it:\n\(reason)")
    }
    return library
  }
}
