import Arguments
import Classroom
import Foundation
import SystemCalls

/// `backmark merge RESULTS… --out RESULTS`.
struct MergeCommand: Command {
  static let declaration = CommandDeclaration(
    "merge", abstract: "Put the results of shards together.",
    discussion: """
      Takes the results of 'backmark class --shard 1/n' to 'n/n', in any order, and writes what \
      one run would have written: gradebook.csv, results.jsonl, class.html and feedback, and the \
      exports that are asked for, which 'backmark class --help' lists. The same shard may be there \
      twice. What does not fit together, and every missing shard, is named.

      Exit status: 0 where everything was graded, 75 where some could not be (it is listed), 2 \
      where the results could not be put together, 130 where it was interrupted.
      """,
    arguments: [
      ArgumentDeclaration(
        "results", help: "The results of a shard.", arity: .oneOrMore, completion: .directory)
    ],
    options: [
      .option(
        "out", short: "o", value: "results", help: "The folder for the results; must be given.",
        completion: .directory),
      ExportOptions.export, ExportOptions.column, ExportOptions.notFinal,
      SharedOptions.progress, SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
      SharedOptions.quiet,
    ],
    examples: [CommandExample("backmark merge shard-1 shard-2 --out results")])

  private let arguments: ParsedArguments
  private let output: String

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    guard let output = parsed.value("out") else {
      throw UsageError(
        .missing(UsageSubject(label: "--out <results>", help: "The folder for the results.")))
    }
    self.output = output
    for folder in parsed.arguments("results") where FolderPath.isSame(folder, output) {
      throw UsageError(.other("The merged results need a folder of their own, apart from shards"))
    }
  }

  func run() throws -> ExitStatus {
    Interruption.letWritingFail()
    Interruption.watch(endingWithin: ClassCommand.patience)
    MergeCommand.allowManyFiles()
    let orders = try ExportOptions(arguments)
    var board: ClassBoard
    let exports: RunningExports
    let summary: ClassSummary?
    do {
      let merge = try ClassMerge(arguments.arguments("results"), output: output)
      board = ClassBoard(arguments, output: output, hasFeedback: merge.facts.hasFeedback)
      exports = try orders.open(for: merge.facts, results: output)
      board.begin(merge.count)
      summary = try merge.run(
        progress: { board.show($0) }, isInterrupted: { Interruption.hasCome },
        willFinish: { Interruption.letFinish() }
      ) { record, pages in
        exports.add(record, pages: pages)
        board.add(record)
      }
    } catch let fault as ClassMerge.Fault {
      throw Complaint(fault.description)
    } catch let fault as OutputFile.Fault {
      throw Complaint(fault.description, fault.isWrongUse ? .unusable : .software)
    }
    guard let summary else {
      board.endProgress()
      throw Complaint(
        "interrupted; give the same command again, for what is in \(output) is not whole",
        .interrupted)
    }
    board.finish(summary)
    try exports.finish(arguments)
    return board.conclude(summary)
  }

  /// Every shard's journal is open at once.
  private static func allowManyFiles() {
    var limit = rlimit()
    guard getrlimit(fileLimit, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(fileLimit, &limit)
  }

  #if os(Linux)
    private static let fileLimit = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let fileLimit = RLIMIT_NOFILE
  #endif
}
