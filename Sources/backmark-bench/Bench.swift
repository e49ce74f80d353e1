import Arguments
import Foundation

/// The program that measures how fast and how small Backmark is.
@main
enum Bench {
  static let tool = Tool(
    "backmark-bench",
    abstract: "Measures how fast and how small Backmark is.",
    discussion: "Without a subcommand it measures; 'backmark-bench measure --help' says what.",
    version: "0.1.0",
    commands: [
      MeasureCommand.self, SlipsCommand.self, GenerateCommand.self, ValuesCommand.self,
    ])

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let environment = ProcessInfo.processInfo.environment
    switch tool.invocation(for: withSubcommand(words), environment: environment) {
    case .answer(let text):
      print(text, terminator: "")
    case .refusal(let text):
      note(text, terminator: "")
      exit(ExitStatus.usage.rawValue)
    case .run(let command):
      exit(run(command).rawValue)
    }
  }

  private static func run(_ command: any Command) -> ExitStatus {
    do {
      return try command.run()
    } catch let error as UsageError {
      note(tool.report(on: error, of: type(of: command)), terminator: "")
      return .usage
    } catch {
      note("Error: \(error)")
      return .software
    }
  }

  /// The words with `measure` before them where they name no subcommand.
  private static func withSubcommand(_ words: [String]) -> [String] {
    guard let first = words.first else { return ["measure"] }
    let isOwn = ["--help", "-h", "--version"].contains(first) || first.hasPrefix("--generate-")
    return first.hasPrefix("-") && !isOwn ? ["measure"] + words : words
  }

  /// Says something that is no figure, on standard error.
  static func note(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
  }
}

/// Why something could not be measured.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
