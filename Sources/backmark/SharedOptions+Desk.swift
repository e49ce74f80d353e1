import Arguments
import Classroom
import Grading
import Marking
import Sandbox
import FunctionMarking

extension SharedOptions {
  static let noSandbox = OptionDeclaration.flag(
    "no-sandbox",
    help: "Run Swift answers even where nothing can confine them; every report says so.")
}

extension ParsedArguments {
  /// What there is to mark with: students' functions run here, confined, and instructors' own
  /// checkers where that is allowed.
  ///
  /// No compiler is looked for before somebody has answered in Swift.
  var tools: MarkingTools { tools(observer: nil) }

  /// The same, with a line on standard error about once a second while a program takes its time.
  var toolsTellingProgress: MarkingTools {
    tools { progress in
      if progress.isSlow { Console.note("Swift: \(progress.line)") }
    }
  }

  private func tools(observer: (@Sendable (JobProgress) -> Void)?) -> MarkingTools {
    var settings = SandboxSettings()
    settings.allowsUnconfined = flag("no-sandbox")
    settings.observer = observer
    return MarkingTools(
      code: ConfinedRunner(settings).functionRunner,
      external: flag("allow-external") ? ExternalCommand.check : nil)
  }
}
