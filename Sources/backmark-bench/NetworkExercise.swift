import Exercises
import LocatedJSON
import Marking
import Numerics

/// A generated exercise about one network of sigmoids with the half squared error.
struct NetworkExercise: Sendable {
  let sizes: [Int]
  /// The names of the steps.
  let asks: [String]

  func read() throws -> Exercise {
    try Exercise(reading: SourceText(name: "network.json", text: text), kinds: AnswerKinds.steps)
  }

  /// The exercise file.
  var text: String {
    var random = SplitMix64(seededBy: "\(sizes)")
    func list(_ count: Int, from lower: Double = -1) -> [Double] {
      (0..<count).map { _ in (random.number(from: lower, to: 1) * 1000).rounded() / 1000 }
    }
    let pairs = Array(zip(sizes, sizes.dropFirst()))
    let weights = pairs.map { inputs, outputs in (0..<outputs).map { _ in list(inputs) } }
    let biases = pairs.map { list($0.1) }
    let input = list(sizes[0], from: 0)
    let target = list(sizes[sizes.count - 1], from: 0)
    let steps = asks.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", ")
    let activations = pairs.map { _ in #""sigmoid""# }.joined(separator: ", ")
    return """
      {
        "id": "network", "title": "A network", "statement": "Work it out.",
        "network": {
          "sizes": \(sizes), "activations": [\(activations)], "loss": "half-squared-error",
          "weights": \(weights), "biases": \(biases), "input": \(input), "target": \(target)
        },
        "steps": [\(steps)]
      }
      """
  }
}
