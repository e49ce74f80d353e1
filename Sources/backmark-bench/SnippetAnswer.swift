import Exercises
import Foundation
import LocatedJSON
import Marking

/// A Swift answer as students hand it in, and the program that would try it without a grader.
enum SnippetAnswer {
  static let id = "bench-softmax"

  /// An exercise that calls the function 50 times.
  static let exercise = """
    {
      "id": "\(id)",
      "title": "The softmax Jacobian",
      "statement": "Write softmaxJacobian.",
      "steps": [
        {
          "name": "softmaxJacobian",
          "kind": "code",
          "function": "func softmaxJacobian(_ z: [Double]) -> [[Double]]",
          "formula": "diag(softmax(z)) - outer(softmax(z), softmax(z))",
          "inputs": { "random": { "count": 50, "shape": [4], "from": -3, "to": 3, "seed": 1 } }
        }
      ]
    }
    """

  /// An answer that is right; its number makes it another file than every other.
  static func source(_ number: Int) -> String {
    """
    // Answer \(number).
    import Foundation

    func softmaxJacobian(_ z: [Double]) -> [[Double]] {
      let largest = z.max() ?? 0
      let powers = z.map { exp($0 - largest) }
      let sum = powers.reduce(0, +)
      let a = powers.map { $0 / sum }
      return a.indices.map { i in
        a.indices.map { j in (i == j ? a[i] : 0) - a[i] * a[j] }
      }
    }

    """
  }

  /// What somebody writes to try the function on 50 inputs by hand.
  static let main = """
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let z = (0..<4).map { _ in Double.random(in: -3...3, using: &generator) }
      print(z, softmaxJacobian(z))
    }

    """

  static func read() throws -> Exercise {
    try Exercise(
      reading: SourceText(name: "\(id).json", text: exercise), kinds: AnswerKinds.steps)
  }
}
