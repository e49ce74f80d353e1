import Foundation
import TestSupport
import Testing

/// The library of C that stands in for the system's, where it can be built and loaded.
private enum FaultLibrary {
  /// The library, where it can be built and loaded.
  static let path: String? = {
    #if os(Linux)
      let file = NSTemporaryDirectory() + "backmark-faults-\(getpid()).so"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "clang", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror",
        "\(ProjectFolder.path)/Tests/Faults/faults.c", "-o", file, "-ldl",
      ]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return nil }
      process.waitUntilExit()
      return process.terminationStatus == 0 ? file : nil
    #else
      return nil
    #endif
  }()

  static let isHere = TestRun.requiresAll || path != nil
}

/// What is left of a run whose writes fail.
@Suite("Writes that fail, and runs that are killed at one", .enabled(if: FaultLibrary.isHere))
struct InjectedFaultsTests {
  /// A class of three, handed in as an archive, with an undisturbed run in `whole`.
  private struct Sample {
    let workplace: Workplace
    private(set) var writes = 0

    init() throws {
      var archive = Workplace.exercises
      archive["class/ada/chain.answers"] = "exercise: chain\nu = 5\ny = 25\n"
      archive["class/bob/chain.answers"] = "exercise: chain\nu = 3\ny = 9\n"
      archive["class/eve/chain.answers"] = "exercise: chain\nu = 5\ny = 10\n"
      workplace = try Workplace(archive)
      try FileManager.default.createDirectory(
        atPath: "\(workplace.path)/tmp", withIntermediateDirectories: false)
      let packed = try Backmark(workplace: workplace).shell(
        "cd class && python3 -m zipfile -c ../class.zip ada bob eve")
      #expect(packed.status == 0)
      let log = "\(workplace.path)/writes"
      let outcome = try run("whole", ["BACKMARK_FAULT": "count", "BACKMARK_FAULT_LOG": log])
      #expect(outcome.status == 0, "\(outcome.notes)")
      let count = try String(contentsOfFile: log, encoding: .utf8)
      writes = try #require(Int(count.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// Marks the class, with faults where some are asked for.
    func run(_ results: String, _ faults: [String: String] = [:]) throws -> Backmark.Outcome {
      var backmark = Backmark(workplace: workplace)
      backmark.environment = ["TMPDIR": "\(workplace.path)/tmp"].merging(faults) { $1 }
      if !faults.isEmpty { backmark.environment["LD_PRELOAD"] = FaultLibrary.path }
      return try backmark("class", "class.zip", "--out", results, "--quiet", "--jobs", "1")
    }

    /// What is left of students' work in the folder for temporary files.
    var leftovers: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: "\(workplace.path)/tmp") }
    }

    /// The files of the results with their bytes, and without what is kept for the next run.
    func files(of results: String) throws -> [String: Data] {
      let folder = "\(workplace.path)/\(results)"
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      return try paths.reduce(into: [:]) { files, path in
        var isFolder = ObjCBool(false)
        _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
        if isFolder.boolValue || path.hasPrefix(".backmark/") { return }
        files[path] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
      }
    }
  }

  @Test(
    "leave results that a second run makes whole, and nothing in temporary folders",
    arguments: ["enospc", "eio", "eintr", "short", "kill"])
  func faults(_ fault: String) throws {
    let sample = try Sample()
    #expect(sample.writes > 15)
    let whole = try sample.files(of: "whole")
    for place in 1...sample.writes {
      let results = "r\(place)"
      let faulty = try sample.run(
        results, ["BACKMARK_FAULT": fault, "BACKMARK_FAULT_AT": "\(place)"])
      switch fault {
      // Whoever writes goes on.
      case "eintr", "short": #expect(faulty.status == 0, "\(place): \(faulty.notes)")
      case "kill": #expect(faulty.status == 9, "\(place)")
      default:
        #expect(faulty.status == 70, "\(place): \(faulty.notes)")
        #expect(faulty.notes.hasPrefix("Error: "))
      }
      if fault == "kill" {
        // A folder without an owner is left for a minute, which is over here.
        for name in try sample.leftovers {
          try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -120)],
            ofItemAtPath: "\(sample.workplace.path)/tmp/\(name)")
        }
      }
      #expect(try sample.run(results).status == 0, "\(place)")
      #expect(try sample.files(of: results) == whole, "\(place)")
      #expect(try sample.leftovers == [], "\(place)")
    }
  }
}
