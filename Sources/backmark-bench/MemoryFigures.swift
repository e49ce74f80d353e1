import Foundation

/// The most memory that marking a class takes, and what its page is worth in bytes.
enum MemoryFigures: FigureGroup {
  static let name = "memory"
  static let summary = "peak memory of 'backmark class' with and without a roster, and its page"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    let backmark = try Subprocess.backmark()
    return try [1_000, settings.isQuick ? 5_000 : 200_000].flatMap { students in
      let path = "\(folder)/\(students)"
      // By another process: what this one holds would be counted as the tool's.
      let generation = try Subprocess(
        Subprocess.own(),
        [
          "generate", path, "--students", String(students), "--kind",
          GeneratedClass.Kind.mixed.rawValue,
        ])
      guard generation.exitStatus == 0 else { throw Failure("the class could not be written") }
      let results = "\(folder)/results-\(students)"
      func runs(_ options: String...) throws -> [Subprocess] {
        let runs = try (0..<(students > 1_000 ? 1 : settings.runs(5))).map { _ in
          try? FileManager.default.removeItem(atPath: results)
          return try Subprocess(
            backmark,
            [
              "class", path + "/class", "--exercises", path + "/exercises", "--out", results,
              "--quiet", "--no-feedback",
            ] + options)
        }
        guard runs.allSatisfy({ $0.exitStatus == 0 }) else {
          throw Failure("backmark class ended with status \(runs[0].exitStatus)")
        }
        return runs
      }
      let listed = try runs("--roster", path + "/roster.csv")
      let plain = try runs()
      let page = try FileManager.default.attributesOfItem(atPath: results + "/class.html")
      return [
        Figure(
          name: "\(name)/class-\(students)", title: "peak memory, class of \(students)",
          unit: .bytes, target: .atMost(64 * 1_048_576), runs: plain.map(\.peakMemory)),
        Figure(
          name: "\(name)/class-\(students)-roster",
          title: "peak memory, class of \(students) with a roster", unit: .bytes,
          target: .atMost(128 * 1_048_576), runs: listed.map(\.peakMemory)),
        Figure(
          name: "\(name)/page-\(students)", title: "class.html, class of \(students)", unit: .bytes,
          target: .atMost(5 * 1_048_576), runs: [Double((page[.size] as? Int) ?? 0)]),
      ]
    }
  }
}
