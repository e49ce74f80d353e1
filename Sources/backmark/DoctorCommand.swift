import Arguments
import Exercises
import Foundation
import FunctionMarking
import LocatedJSON
import Numerics
import Pages
import Reports
import Sandbox

/// `backmark doctor`.
struct DoctorCommand: Command {
  static let declaration = CommandDeclaration(
    "doctor", abstract: "Show what this machine can do.",
    options: [
      SharedOptions.exercises, SharedOptions.format(["text", "json"]),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  /// What is found out about the machine.
  private struct Findings {
    var rows: [(name: String, words: String)] = []
    var confinement:
      (words: String, holds: Bool, parts: [(name: String, detail: String, holds: Bool)])
  }

  func run() throws -> ExitStatus {
    let findings = Findings(
      rows: [
        ("backmark", Backmark.version),
        ("system", ProcessInfo.processInfo.operatingSystemVersionString),
        ("cores", "\(ProcessInfo.processInfo.activeProcessorCount)"),
        ("numeric work", "ready; it needs nothing but this program"),
        ("exercises", exercises()),
        ("web pages", pages()),
        ("Swift", program("swiftc", missing: "not found; only numeric work is marked")),
      ], confinement: confinement())
    if arguments.isJSON {
      Console.out(json(findings), as: .json)
    } else {
      print(findings)
      printLimits()
    }
    return .success
  }

  private func print(_ findings: Findings) {
    for row in findings.rows { Console.out("\(row.name.padded(to: 12))  \(row.words)") }
    Console.out("Swift answers \(findings.confinement.words)")
    for part in findings.confinement.parts {
      let sign =
        arguments.flag("plain") ? (part.holds ? "yes:" : "no:") : (part.holds ? "✓" : "–")
      Console.out("  \(sign) \(part.name): \(part.detail)")
    }
  }

  private func json(_ findings: Findings) -> String {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    for row in findings.rows {
      let words = row.name.split(separator: " ")
      let key = words.dropFirst().reduce(words[0].lowercased()) { $0 + $1.capitalized }
      json.member(key, row.words)
    }
    json.key("confinement")
    json.beginObject()
    json.member("holds", findings.confinement.holds)
    json.member("says", findings.confinement.words)
    json.key("parts")
    json.beginArray()
    for part in findings.confinement.parts {
      json.beginObject()
      json.member("name", part.name)
      json.member("holds", part.holds)
      json.member("detail", part.detail)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    writeLimits(to: &json)
    json.endObject()
    return json.text
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
  private func confinement() -> (
    words: String, holds: Bool, parts: [(name: String, detail: String, holds: Bool)]
  ) {
    do throws(FunctionRunner.Fault) {
      let confinement = try ConfinedRunner().selfTest()
      return (
        confinement.holds ? "run confined" : "cannot be confined here", confinement.holds,
        confinement.parts.map { ($0.name, $0.detail, $0.holds) }
      )
    } catch {
      return ("are not run: \(error.message)", false, [])
    }
  }

  /// How much anything may ask for, as the documentation lists it too.
  private func writeLimits(to json: inout JSONWriter) {
    json.key("limits")
    json.beginArray()
    for group in Limits.groups {
      json.beginObject()
      json.member("title", group.title)
      json.key("rows")
      json.beginArray()
      for row in group.rows {
        json.beginObject()
        json.member("what", row.what)
        json.member("most", row.most)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

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
