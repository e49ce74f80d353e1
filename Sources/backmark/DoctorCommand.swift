import Arguments
import Exercises
import Foundation
import FunctionMarking
import Numerics
import Pages
import Sandbox

/// `backmark doctor`.
struct DoctorCommand: Command {
  static let declaration = CommandDeclaration(
    "doctor", abstract: "Show what this machine can do.",
    options: [SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    Console.out("backmark      \(Backmark.version)")
    Console.out("system        \(ProcessInfo.processInfo.operatingSystemVersionString)")
    Console.out("cores         \(ProcessInfo.processInfo.activeProcessorCount)")
    Console.out("numeric work  ready; it needs nothing but this program")
    Console.out("exercises     \(exercises())")
    Console.out("web pages     \(pages())")
    Console.out(
      "Swift         \(program("swiftc", missing: "not found; only numeric work is marked"))")
    printConfinement()
    printLimits()
    return .success
  }

  private func pages() -> String {
    do {
      _ = try WebModule.found()
      return "ready; 'backmark explore' makes them"
    } catch {
      return Complaint(about: error).message
    }
  }

  private func exercises() -> String {
    do {
      let catalogue = try arguments.catalogue()
      var sound = 0
      for file in catalogue.files {
        if let exercise = try? catalogue.read(file: file), Verification(exercise).isSound {
          sound += 1
        }
      }
      return "\(sound) of \(catalogue.files.count) are sound"
        + (sound < catalogue.files.count ? "; see backmark check" : "")
    } catch {
      return Complaint(about: error).message
    }
  }

  /// What holds students' programs, tried out with one that attempts to get out.
  private func printConfinement() {
    do throws(FunctionRunner.Fault) {
      let confinement = try ConfinedRunner().selfTest()
      Console.out(
        "Swift answers " + (confinement.holds ? "run confined" : "cannot be confined here"))
      for part in confinement.parts {
        Console.out("  \(part.holds ? "✓" : "–") \(part.name): \(part.detail)")
      }
    } catch {
      Console.out("Swift answers are not run: \(error.message)")
    }
  }

  /// How much anything may ask for, as the documentation lists it too.
  private func printLimits() {
    for group in Limits.groups {
      Console.out("")
      Console.out("\(group.title): at most")
      let width = group.rows.map(\.most.count).max() ?? 0
      for row in group.rows {
        let indent = String(repeating: " ", count: width - row.most.count)
        Console.out("  \(indent)\(row.most)  \(row.what)")
      }
    }
  }

  private func program(_ name: String, missing: String) -> String {
    let path = Backmark.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? missing
  }
}
