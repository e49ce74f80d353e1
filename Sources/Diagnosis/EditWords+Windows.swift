import Answers
import Formulas

// Kernels, windows and what is divided by: what was done there otherwise.
extension EditAccount {
  /// The words where an edit is one of these; nil where it is not.
  func window(_ before: Expression, _ after: Expression) -> EditWords? {
    switch (before.node, after.node) {
    case (.call(.correlate, let operands), .call(.convolve, _)):
      EditWords(
        "you turned \(kernel(operands)) by \(written: "180")° where \(reference) has it as it is",
        "with \(kernel(operands)) turned by \(written: "180")°")
    case (.call(.convolve, let operands), .call(.correlate, _)):
      EditWords(
        "you did not turn \(kernel(operands)) by \(written: "180")°, as \(reference) does",
        "without turning \(kernel(operands)) by \(written: "180")°")
    case (.call(.rotate180, let kernel), .transpose):
      EditWords(
        "you transposed \(shown(kernel[0])) where \(reference) turns it by \(written: "180")°",
        "with \(shown(kernel[0])) transposed instead of turned by \(written: "180")°")
    case (.call(.maxPool, _), .call(.averagePool, _)):
      EditWords(
        "you took the mean of each window where \(reference) takes its largest entry",
        "with the mean of each window in place of its largest entry")
    case (.call(.averagePool, _), .call(.maxPool, _)):
      EditWords(
        "you took the largest entry of each window where \(reference) takes the mean",
        "with the largest entry of each window in place of the mean")
    case (.call(.maxPool, _), .binary(.multiply, _, _)): spread
    case (.call(.variance, let right), .call(.variance, let wrong)):
      variance(isOneLess: right.count > wrong.count)
    case (.call(let function, let right), .call(let same, let wrong))
    where function == same && function.hasWindows:
      moved(function, right, wrong)
    default: nil
    }
  }

  /// What slides, by its name where it has one.
  private func kernel(_ operands: [Expression]) -> Message {
    if case .name = operands[1].node { shown(operands[1]) } else { "the kernel" }
  }

  /// Every entry of a window counts, and not the largest alone.
  private var spread: EditWords {
    formula.isGradient
      ? EditWords(
        "you gave every entry of a window its gradient, which goes to the largest alone",
        "with the gradient given to every entry of a window")
      : EditWords(
        "you added up each window where \(reference) takes its largest entry",
        "with the sum of each window in place of its largest entry")
  }

  private func variance(isOneLess: Bool) -> EditWords {
    isOneLess
      ? EditWords(
        "you divided by n where \(reference) divides by one less",
        "with the variance divided by n instead of one less")
      : EditWords(
        "you divided by one less than n where \(reference) divides by n",
        "with the variance divided by one less than n")
  }

  /// Another stride, padding or size.
  private func moved(
    _ function: Function, _ right: [Expression], _ wrong: [Expression]
  ) -> EditWords? {
    for (place, name) in function.windowArguments {
      guard let before = function.windowArgument(place, of: right),
        let after = function.windowArgument(place, of: wrong), before != after
      else { continue }
      let (wrong, right) = (counted(after), counted(before))
      return EditWords(
        "you used a \(name) of \(wrong) where \(reference) has \(right)",
        "with a \(name) of \(wrong) in place of \(right)")
    }
    return nil
  }

  /// A count in words: as a number it would be taken for one that the answer must not hear.
  private func counted(_ expression: Expression) -> Message {
    guard case .number(let value, _) = expression.node, let count = Int(exactly: value),
      Self.counts.indices.contains(count)
    else { return shown(expression) }
    return Message([.words(Self.counts[count])])
  }

  private static let counts = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]
}

extension Function {
  /// Whether a kernel or a window slides.
  fileprivate var hasWindows: Bool { !windowArguments.isEmpty }

  /// The places of the arguments that say how it slides, with what they are called.
  fileprivate var windowArguments: [(place: Int, name: String)] {
    switch self {
    case .correlate, .convolve: [(3, "padding"), (2, "stride")]
    case .maxPool, .averagePool: [(1, "size"), (2, "stride")]
    default: []
    }
  }

  /// One of these arguments, or what it is where it is left out.
  fileprivate func windowArgument(_ place: Int, of arguments: [Expression]) -> Expression? {
    if place < arguments.count { return arguments[place] }
    switch self {
    case .correlate, .convolve: return .number(place == 2 ? 1 : 0)
    default: return arguments.count > 1 ? arguments[1] : nil
    }
  }
}

extension Expression {
  /// Whether it differentiates.
  fileprivate var isGradient: Bool {
    if case .gradient = node { return true }
    return children.contains { $0.isGradient }
  }
}
