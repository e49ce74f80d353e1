import Exercises

/// Every step of both passes, with texts, hints and a mistake where one is common.
extension NetworkTemplate {
  fileprivate struct Item {
    let name: String
    let text: String
    let equation: String
    let hints: [String]
    var points = "1"
    /// Formula, words and credit.
    var mistake: (formula: String, says: String, credit: String)?
  }

  var steps: [Step] {
    (forward + backward).map(Step.init)
  }

  /// A step as the file has it.
  struct Step {
    let text: String

    fileprivate init(_ item: Item) {
      let hints = item.hints.map { #""\#($0)""# }.joined(separator: ", ")
      var lines = [
        #""name": "\#(item.name)""#, #""text": "\#(item.text)""#, #""points": \#(item.points)"#,
        #""equation": "\#(item.equation)""#, #""hints": [\#(hints)]"#,
      ]
      if let mistake = item.mistake {
        lines.append(
          """
          "mistakes": [
                  {
                    "formula": "\(mistake.formula)",
                    "says": "\(mistake.says)",
                    "credit": \(mistake.credit)
                  }
                ]
          """)
      }
      text = "    {\n" + lines.map { "      " + $0 }.joined(separator: ",\n") + "\n    }"
    }
  }

  private var forward: [Item] {
    (1...last).flatMap { layer -> [Item] in
      let source = layer == 1 ? "x" : "a\(layer - 1)"
      return [
        Item(
          name: "z\(layer)", text: "the pre-activations of layer \(layer)",
          equation: "forward pass",
          hints: [
            "One weighted sum for each unit.", "A row of W\(layer) times \(source), plus a bias.",
          ],
          mistake: (
            "W\(layer) @ \(source)", "The biases are missing: each unit adds its own.", "0.5"
          )),
        Item(
          name: "a\(layer)", text: "the activations of layer \(layer)", equation: "forward pass",
          hints: [
            layer == last && outputs > 1
              ? "The exponentials, divided by their sum; they add up to 1."
              : "σ(t) = 1 / (1 + e^(−t)), for each unit by itself."
          ], points: "0.5"),
      ]
    } + [
      Item(
        name: "L", text: "the loss", equation: "definition of the loss",
        hints: ["Only the target's own output counts.", "Minus its natural logarithm."])
    ]
  }

  private var backward: [Item] {
    let signals = (1...last).reversed().map { layer in
      layer == last
        ? Item(
          name: "delta\(layer)", text: "the error signals of the output layer", equation: "BP1",
          hints: ["What cancels between the loss and the activation?", "Output minus target."],
          mistake: (
            "y - a\(layer)", "The sign is turned: it is output minus target.", "0.5"
          ))
        : Item(
          name: "delta\(layer)", text: "the error signals of layer \(layer)", equation: "BP2",
          hints: [
            "Back through the weights W\(layer + 1), transposed.",
            "Then times σ′, which is a (1 − a), unit by unit.",
          ],
          mistake: (
            "W\(layer + 1).T @ delta\(layer + 1)", "The factor σ′ is missing.", "0.5"
          ))
    }
    let gradients = (1...last).flatMap { layer in
      [
        Item(
          name: "dW\(layer)", text: "the gradient of W\(layer), in its shape", equation: "BP3",
          hints: ["Error signal times what the weight multiplies.", "One row for each unit."]),
        Item(
          name: "db\(layer)", text: "the gradient of b\(layer)", equation: "BP4",
          hints: ["A bias is a weight on a constant 1."], points: "0.5"),
      ]
    }
    return signals + gradients
  }
}
