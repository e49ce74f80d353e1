/// A new exercise on a network, with round numbers and every step of both passes.
struct NetworkTemplate {
  let id: String
  let sizes: [Int]

  var last: Int { sizes.count - 1 }
  var outputs: Int { sizes[last] }

  var text: String {
    let isClassifier = outputs > 1
    return """
      {
        "$schema": "./exercise.schema.json",
        "id": "\(id)",
        "title": "Replace this by a title of a few words",
        "source": "Replace this by where the exercise comes from",
        "statement": "\(statement)",
        "network": {
          "sizes": \(sizes),
          "activations": [\(activations)],
          "loss": "\(isClassifier ? "cross-entropy" : "binary-cross-entropy")",
          "weights": [\(joined((1...last).map(weights), indent: 6))],
          "biases": [\(joined((1...last).map(biases), indent: 6))],
          "input": \(list(sizes[0], from: NetworkTemplate.inputs, at: 0)),
          "target": \(isClassifier ? oneHot : "[1]")
        },
        "steps": [
      \(steps.map(\.text).joined(separator: ",\n"))
        ]
      }

      """
  }

  private var statement: String {
    let parameters = (1...last).map { "`W\($0)` = {{W\($0)}}, `b\($0)` = {{b\($0)}}" }
    return "Replace this by what to do, in Markdown with $…$ for mathematics."
      + "\\n\\nA \(sizes.map(String.init).joined(separator: "-")) network has "
      + (last > 1 ? "sigmoid units in every hidden layer, " : "")
      + (outputs > 1
        ? "a softmax output and the cross-entropy as its loss."
        : "a sigmoid output and the binary cross-entropy as its loss.")
      + "\\n\\n**The numbers:** `x` = {{x}}, `y` = {{y}}; \(parameters.joined(separator: "; "))."
      + "\\n\\n**What to type:** vectors as `[1, 2]`, matrices row by row as `[[1, 2], [3, 4]]`, "
      + "with three or four digits."
  }

  private var activations: String {
    (1...last).map { $0 == last && outputs > 1 ? #""softmax""# : #""sigmoid""# }
      .joined(separator: ", ")
  }

  // MARK: Numbers

  // Of lengths without common factors with usual sizes, so that rows differ.
  private static let inputs = ["1", "0.5", "-1", "2", "-0.5", "1.5", "0.2"]
  private static let weights = [
    "0.5", "-0.4", "0.3", "0.2", "-0.6", "0.1", "0.7", "-0.3", "0.4", "-0.1", "0.6",
  ]
  private static let biases = ["0.1", "-0.2", "0.3", "-0.1", "0.2", "0.4", "-0.3"]

  private func list(_ count: Int, from numbers: [String], at start: Int) -> String {
    "["
      + (0..<count).map { numbers[(start + $0) % numbers.count] }.joined(separator: ", ") + "]"
  }

  private func weights(_ layer: Int) -> String {
    let rows = (0..<sizes[layer]).map { row in
      list(sizes[layer - 1], from: NetworkTemplate.weights, at: 3 * layer + 5 * row)
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private func biases(_ layer: Int) -> String {
    list(sizes[layer], from: NetworkTemplate.biases, at: 2 * layer)
  }

  private var oneHot: String {
    "[" + (0..<outputs).map { $0 == 1 ? "1" : "0" }.joined(separator: ", ") + "]"
  }

  private func joined(_ items: [String], indent: Int) -> String {
    let space = "\n" + String(repeating: " ", count: indent)
    return items.map { space + $0 }.joined(separator: ",")
      + "\n" + String(repeating: " ", count: indent - 2)
  }
}
