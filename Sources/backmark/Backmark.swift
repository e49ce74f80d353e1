import Arguments
import Foundation
import Grading

/// The command line tool.
@main
enum Backmark {
  static let tool = Tool(
    "backmark",
    abstract: "Marks backpropagation exercises, step by step.",
    discussion: "Begin with 'backmark list' and 'backmark show ID'.",
    version: version,
    commands: [
      ListCommand.self, ShowCommand.self, StartCommand.self, GradeCommand.self,
      PracticeCommand.self, WatchCommand.self, HintCommand.self, SolveCommand.self,
      ExploreCommand.self, SiteCommand.self, CheckCommand.self, NewCommand.self,
      ExpectCommand.self, ClassCommand.self, MergeCommand.self, AssignmentCommand.self,
      ConfigCommand.self, DoctorCommand.self,
    ])

  static let version = "0.1.0"

  /// The environment as it was when it was first asked for: each look at it copies all of it.
  static let environment = ProcessInfo.processInfo.environment

  static func main() {
    // A reader that has seen enough, such as head, must not look like a crash.
    signal(SIGPIPE, SIG_DFL)
    let words = Array(CommandLine.arguments.dropFirst())
    var environment = environment
    // Help is laid out for the terminal it is shown on.
    environment["COLUMNS"] = Console.columns(of: 1).map { String(min(100, $0)) }
    switch tool.invocation(for: words, environment: environment) {
    case .answer(let text):
      let isScript = words.first?.hasPrefix("--generate-") == true
      Console.out(text, terminator: "", as: isScript ? .data : .text)
    case .refusal(let text):
      Console.note(text, terminator: "")
      leave(.usage)
    case .run(let command):
      leave(run(command))
    }
  }

  private static func run(_ command: any Command) -> ExitStatus {
    do {
      return try command.run()
    } catch let error as UsageError {
      Console.note(tool.report(on: error, of: type(of: command)), terminator: "")
      return .usage
    } catch {
      let complaint = Complaint(about: error)
      Console.note("Error: \(complaint.message)")
      return complaint.status
    }
  }

  private static func leave(_ status: ExitStatus) {
    Console.flush()
    exit(status.rawValue)
  }
}

extension ExitStatus {
  /// A submission fell short of full marks.
  static let short = ExitStatus(rawValue: 1)
  /// The input could not be used, or an exercise is not sound.
  static let unusable = ExitStatus(rawValue: 2)
  /// A class was finished, but some of it could not be graded.
  static let incomplete = ExitStatus(rawValue: 75)
}

/// Something that keeps a command from doing its work, said to whoever started it.
struct Complaint: Error {
  let message: String
  let status: ExitStatus

  init(_ message: String, _ status: ExitStatus = .unusable) {
    self.message = message
    self.status = status
  }

  /// What is said to whoever started a command that this error has ended.
  init(about error: any Error) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let fault as Catalogue.Fault:
      self.init(fault.sentence, fault.isMachineFault ? .software : .unusable)
    case let fault as SubmissionFault: self.init(fault.sentence)
    default: self.init("\(error)", .software)
    }
  }
}
