import Foundation

/// A folder of the package's sources, for tests that everything in it is registered.
enum SourceFolder {
  /// The names of the files that end in a word, which are those of the types in them.
  static func types(in folder: String, endingIn word: String) throws -> Set<String> {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Sources/" + folder).path)
    return Set(
      names.filter { $0.hasSuffix(word + ".swift") }.map { String($0.dropLast(".swift".count)) })
  }
}
