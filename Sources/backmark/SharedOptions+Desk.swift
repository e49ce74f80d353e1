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
  var tools: MarkingTools {
    var settings = SandboxSettings()
    settings.allowsUnconfined = flag("no-sandbox")
    return MarkingTools(
      code: ConfinedRunner(settings).functionRunner,
      external: flag("allow-external") ? ExternalCommand.check : nil)
  }
}
