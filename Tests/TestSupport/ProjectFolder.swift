import Foundation

/// The folder of the package, for tests that read what is in it.
package enum ProjectFolder {
  package static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of the catalogue.
  package static let exercises = path + "/exercises"

  /// The text of a file.
  package static func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  /// The texts of the program's Swift files.
  package static func sources() throws -> [String] { try swiftFiles(in: "Sources") }

  /// The texts of the tests' Swift files.
  package static func tests() throws -> [String] { try swiftFiles(in: "Tests") }

  private static func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(folder)")
      .filter { $0.hasSuffix(".swift") }.map { try text(of: "\(folder)/\($0)") }
  }

  /// The names of the files that end in a word, which are those of the types in them.
  package static func types(in folder: String, endingIn word: String) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    return Set(
      names.filter { $0.hasSuffix(word + ".swift") }.map { String($0.dropLast(".swift".count)) })
  }

  /// The names of the types that a folder's files declare as conforming to a protocol.
  package static func types(in folder: String, conformingTo name: String) throws -> Set<String> {
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(folder)")
    return try files.filter { $0.hasSuffix(".swift") }.reduce(into: []) { types, file in
      let declarations = try text(of: "\(folder)/\(file)")
        .matches(of: /(?m)^(?:package |public )?(?:enum|struct|extension) (\w+): ([\w, ]+) \{/)
      for declaration in declarations
      where declaration.output.2.split(separator: ", ").contains(name[...]) {
        types.insert(String(declaration.output.1))
      }
    }
  }
}
