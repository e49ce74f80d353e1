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

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
  }
}
