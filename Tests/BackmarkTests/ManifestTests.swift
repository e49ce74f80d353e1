import Foundation
import TestSupport
import Testing

@Suite("The rooms of the package")
struct ManifestTests {
  private static let manifest = Manifest(
    reading: (try? ProjectFolder.text(of: "Package.swift")) ?? "")

  /// Programs that are started, and so have to be built, but are not imported.
  private static let programs = Set(manifest.targets.filter { $0.kind == .executable }.map(\.name))

  @Test("every folder of sources and tests with Swift or C is a target, and every target a folder")
  func folders() throws {
    let paths = Set(Self.manifest.targets.map(\.path))
    for room in ["Sources", "Tests"] {
      for name in try FileManager.default.contentsOfDirectory(
        atPath: "\(ProjectFolder.path)/\(room)")
      {
        let files = try? FileManager.default.subpathsOfDirectory(
          atPath: "\(ProjectFolder.path)/\(room)/\(name)")
        // A library that a test builds for programs of its own to be preloaded with.
        if name == "Faults" { continue }
        let isCode = files?.contains { $0.hasSuffix(".swift") || $0.hasSuffix(".c") } == true
        #expect(isCode == paths.contains("\(room)/\(name)"), "\(room)/\(name)")
      }
    }
    #expect(paths.count == Self.manifest.targets.count)
  }

  @Test("a target declares what its files import, and nothing else")
  func dependencies() throws {
    for target in Self.manifest.targets {
      let imports = try target.imports(in: Self.manifest)
      let declared = Set(target.dependencies)
      #expect(declared.count == target.dependencies.count, "\(target.name) names one twice")
      #expect(imports.subtracting(declared) == [], "\(target.name) imports these undeclared")
      #expect(
        declared.subtracting(imports).subtracting(Self.programs) == [],
        "\(target.name) declares these and imports none of them")
    }
  }

  @Test("a room imports only rooms above it")
  func order() {
    let names = Self.manifest.targets.map(\.name)
    #expect(Set(names).count == names.count)
    for (place, target) in Self.manifest.targets.enumerated() {
      #expect(Set(target.dependencies).subtracting(names[..<place]) == [], "\(target.name)")
    }
  }

  @Test("CONTRIBUTING lists the rooms in the same order")
  func table() throws {
    let text = try ProjectFolder.text(of: "CONTRIBUTING.md")
    let rows = text.matches(of: /(?m)^\| `([\w-]+)`/).map { String($0.output.1) }
    let rooms = Self.manifest.targets.filter { $0.path.hasPrefix("Sources/") }.map(\.name)
    #expect(rows == rooms)
  }

  @Test(
    "whatever the spelling, an import is found",
    arguments: [
      ("import Marking", ["Marking"]),
      ("@testable import Marking\nimport Answers", ["Answers", "Marking"]),
      ("  package import struct Answers.Value", ["Answers"]),
      ("private import Marking", ["Marking"]),
      ("#include <Jail.h>\n# include \"Spawn.h\"\n#include \"calls.h\"", ["Jail", "Spawn"]),
      ("// import Marking\nimport Foundation\nlet x = \"import Answers\"", []),
    ])
  func spellings(_ source: String, _ found: [String]) {
    #expect(Self.manifest.imports(of: source).sorted() == found)
  }
}
