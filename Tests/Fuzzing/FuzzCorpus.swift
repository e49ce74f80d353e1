import Foundation

/// The texts from which all others are made: in the tree, so that what once failed is tried for ever.
struct FuzzCorpus {
  /// The project's folder.
  let folder: String

  /// A formula on each line of `formulas.txt`.
  var formulas: [[UInt8]] {
    get throws {
      try bytes("Tests/Fuzzing/Corpus/formulas.txt").split(separator: UInt8(ascii: "\n"))
        .map(Array.init)
    }
  }

  /// The corpus's own exercises, and those of the catalogue.
  var exercises: [[UInt8]] {
    get throws {
      try ["Tests/Fuzzing/Corpus/exercises", "exercises"].flatMap { path in
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)").sorted()
          .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }
          .map { try bytes("\(path)/\($0)") }
      }
    }
  }

  /// A pasted form on each line of `pasted.txt`.
  var pasted: [[UInt8]] {
    get throws {
      try bytes("Tests/Fuzzing/Corpus/pasted.txt").split(separator: UInt8(ascii: "\n"))
        .map(Array.init)
    }
  }

  /// The exercises that sheets answer.
  private static let answered = [
    "16.2", "chapter-2-3-1", "16.1", "16.5", "find-the-bug", "which-equation",
  ]

  /// Those exercises, and one of every kind.
  var answeredExercises: [[UInt8]] {
    get throws {
      try FuzzCorpus.answered.map { try bytes("exercises/\($0).json") }
        + [bytes("Tests/Fuzzing/Corpus/exercises/kinds.json")]
    }
  }

  /// Everything that is handed in for them in the solutions.
  var sheets: [[UInt8]] {
    get throws {
      try FuzzCorpus.answered.flatMap { id in
        try files(in: "solutions/\(id)") { $0 != "expected.json" && !$0.hasSuffix(".swift") }
      }
    }
  }

  /// All files of a folder of the corpus.
  func files(of kind: String) throws -> [[UInt8]] { try files(in: "Tests/Fuzzing/Corpus/\(kind)") }

  private func files(
    in path: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)").sorted()
      .filter(isWanted).map { try bytes("\(path)/\($0)") }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
  }
}
