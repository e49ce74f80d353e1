/// Other names for what a name says, in the notations of books and libraries.
enum NameNotation {
  /// The names that say the same, likeliest first: `dL/dW2`, `grad_W2` and `W2.grad` are `dW2`.
  static func others(for key: NameKey) -> [NameKey] {
    var found: [String] = []
    let text = key.text
    if losses.contains(key.folded) { found.append("L") }
    var gradients: [String] = []
    for prefix in derivatives where text.hasPrefix(prefix) {
      gradients.append(String(text.dropFirst(prefix.count)))
    }
    for prefix in ["gradientof", "gradient", "grad", "nabla", "deriv"]
    where key.folded.hasPrefix(prefix) {
      gradients.append(String(text.dropFirst(prefix.count)))
      break
    }
    for suffix in ["gradient", "grad"] where key.folded.hasSuffix(suffix) {
      gradients.append(String(text.dropLast(suffix.count)))
      break
    }
    // ∇_W L, and L differentiated by something.
    gradients += gradients.filter { $0.count > 2 && $0.hasSuffix("L") }.map {
      String($0.dropLast())
    }
    gradients += gradients.filter { $0.count > 2 && $0.hasPrefix("L") }.map {
      String($0.dropFirst())
    }
    if text.hasPrefix("d"), !gradients.contains(where: { text == "d" + $0 }) {
      gradients.append(String(text.dropFirst()))
    }
    for name in gradients where !name.isEmpty {
      found.append("d" + name)
      // δ is the derivative of the loss by z.
      if name.hasPrefix("z") || name.hasPrefix("Z") { found.append("delta" + name.dropFirst()) }
    }
    for suffix in ["updated", "neu", "after", "prime", "next"] where text.hasSuffix(suffix) {
      found.append(text.dropLast(suffix.count) + "new")
    }
    for prefix in ["new", "updated"] where key.folded.hasPrefix(prefix) {
      found.append(text.dropFirst(prefix.count) + "new")
    }
    return found.map { NameKey($0) }.filter { $0 != key }
  }

  private static let losses: Set<String> = [
    "loss", "cost", "error", "lossl", "theloss", "totalloss",
  ]

  /// What stands before the name of what a loss is differentiated by.
  private static let derivatives = ["L", "Loss", "loss", "E", "C", "J"].map { "d\($0)d" }
}
