extension Working {
  /// The signs that arithmetic is written with.
  package struct Signs: Sendable {
    package let times: String
    package let minus: String
    package let prime: String
    package let squared: String
    package let ellipsis: String
    package let sigmoid: String
    var logarithm = "log"
    /// What stands before and behind the name of any other function.
    var aroundName = (before: "", behind: "")

    /// Whether there are only the signs of a keyboard.
    var isPlain = false

    /// A comparison between its two sides.
    func between(_ symbol: Expression.Operator) -> String {
      isPlain
        ? " \(symbol.rawValue) " : Expression.Spelling.mathematical.between(symbol)
    }

    func name(ofConstant name: String) -> String {
      isPlain ? name : Expression.Spelling.mathematical.name(name)
    }

    package static let unicode = Signs(
      times: "·", minus: "−", prime: "′", squared: "²", ellipsis: "…", sigmoid: "σ")
    package static let ascii = Signs(
      times: "*", minus: "-", prime: "'", squared: "^2", ellipsis: "...", sigmoid: "sigmoid",
      isPlain: true)
    /// LaTeX, for numbers and for symbols, between which a space is enough.
    package static let latex = Signs(
      times: " \\cdot ", minus: "-", prime: "'", squared: "^2", ellipsis: "\\cdots ",
      sigmoid: "\\sigma", logarithm: "\\ln", aroundName: ("\\operatorname{", "}"))
    package static let latexOfSymbols = Signs(
      times: " \\, ", minus: "-", prime: "'", squared: "^2", ellipsis: "\\cdots ",
      sigmoid: "\\sigma", logarithm: "\\ln", aroundName: ("\\operatorname{", "}"))
  }
}
