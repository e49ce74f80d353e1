import Exercises
import Foundation
import LocatedJSON
import Marking

/// The exercise of the generated class: a 2-2-1 network, asked for in 11 steps.
///
/// It foresees no mistakes, so that every reason has to be found.
enum ClassExercise {
  static let id = "bench-2-2-1"

  static let text = """
    {
      "id": "\(id)",
      "title": "Cross-entropy in a 2-2-1 network",
      "statement": "One forward pass and one backward pass.",
      "network": {
        "sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "binary-cross-entropy",
        "weights": [[[0.3, -0.2], [0.4, 0.7]], [[0.5, -0.6]]],
        "biases": [[0.1, -0.15], [0.25]],
        "input": [0.9, 0.4],
        "target": [1]
      },
      "steps": [
        { "name": "z1" }, { "name": "a1" }, { "name": "z2" }, { "name": "a2" }, { "name": "L" },
        { "name": "delta2" }, { "name": "dW2" }, { "name": "db2" },
        { "name": "delta1" }, { "name": "dW1" }, { "name": "db1" }
      ]
    }
    """

  /// Writes the exercise as the only one of a folder.
  static func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: "\(folder)/\(id).json", atomically: false, encoding: .utf8)
  }

  static func read() throws -> Exercise {
    try Exercise(
      reading: SourceText(name: "\(id).json", text: text), kinds: AnswerKinds.steps)
  }
}
