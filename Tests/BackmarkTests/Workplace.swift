import Foundation

/// A working directory for one test, removed with what is in it when the test is over.
final class Workplace: Sendable {
  let path: String

  /// - Parameter files: The files to begin with, by their paths.
  init(_ files: [String: String] = Workplace.exercises) throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/workplace-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(of name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// A catalogue of two exercises, one of them with a choice.
  static let exercises = [
    "exercises/chain.json": """
    { "id": "chain", "title": "The chain rule", "source": "Chapter 1",
      "statement": "Let u = 3x + 2 and y = u² at x = 1.", "given": { "x": 1 },
      "steps": [
        { "name": "u", "formula": "3*x + 2", "text": "the inner value",
          "mistakes": [{ "formula": "3*x", "says": "The 2 is missing.", "credit": 0 }] },
        { "name": "y", "formula": "u^2", "points": 2, "text": "the outer value" } ] }
    """,
    "exercises/own.json": """
    { "id": "own", "title": "Own weights", "statement": "Choose.", "given": { "x": [1, 2] },
      "choose": [{ "name": "W1", "shape": [1, 2], "text": "your weights" }],
      "steps": [{ "name": "z1", "formula": "W1 @ x", "text": "the pre-activation" }] }
    """,
  ]

  /// An exercise whose key is wrong in the sixth line.
  static let unsound = """
    { "id": "unsound", "title": "A wrong key", "statement": "Differentiate.", "given": { "x": 2 },
      "define": { "y": "x^2" },
      "steps": [
        { "name": "dy",
          "text": "the derivative",
          "formula": "3*x" } ],
      "checks": [{ "gradient": "dy", "of": "y", "by": "x" }] }
    """
}
