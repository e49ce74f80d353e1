// The messages of the compiler: every shape error names both shapes.
extension FormulaError {
  static func unknownName(_ name: String, nearest: String?, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "unknown name '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""), at: range)
  }

  static func notYetDefined(_ name: String, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "'\(name)' is defined only further down; a formula may use what stands before it", at: range)
  }

  static func productShapes(_ left: Shape, _ right: Shape, at range: Range<Int>) -> FormulaError {
    let advice =
      left == .scalar || right == .scalar
      ? "; use * to multiply by a number"
      : "; the columns of the left must be as many as the rows of the right"
    return FormulaError("@ cannot multiply \(left) by \(right)\(advice)", at: range)
  }

  static func elementwiseShapes(
    _ name: String, _ left: Shape, _ right: Shape, at range: Range<Int>
  ) -> FormulaError {
    let advice: String
    switch (left, right) {
    case (.matrix(let rows, _), .vector(let n)) where rows == n,
      (.vector(let n), .matrix(let rows, _)) where rows == n:
      advice = "; column(…) makes a vector one column"
    default: advice = ""
    }
    return FormulaError("\(name) does not fit \(left) and \(right)\(advice)", at: range)
  }

  static func argumentShapes(
    _ function: Function, _ shapes: [Shape], at range: Range<Int>
  ) -> FormulaError {
    let given = shapes.map { $0.description }.joined(separator: " and ")
    let wanted =
      switch function {
      case .outer: "two vectors"
      case .dot: "two vectors of one length"
      case .rowSums, .rowMeans: "a matrix"
      case .softmax, .logsumexp: "a vector, or a matrix of columns"
      case .column, .row, .argmax: "a vector"
      case .diag: "a vector or a square matrix"
      default: "a number"
      }
    return FormulaError("\(function.rawValue) needs \(wanted), but here is \(given)", at: range)
  }

  static func raggedList(_ first: Shape, _ other: Shape, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "the entries of a list must have one shape: the first is \(first), this is \(other)",
      at: range)
  }

  static func listOfMatrices(at range: Range<Int>) -> FormulaError {
    FormulaError("values have at most two dimensions; a list of matrices has three", at: range)
  }

  static func tooManyIndices(_ shape: Shape, at range: Range<Int>) -> FormulaError {
    let noun = shape.rank == 1 ? "index" : "indices"
    return FormulaError(
      shape == .scalar ? "a number has no entries" : "\(shape) takes \(shape.rank) \(noun)",
      at: range)
  }

  static func fractionalIndex(at range: Range<Int>) -> FormulaError {
    FormulaError("an index must be a whole number", at: range)
  }

  static func indexOutside(
    _ index: Int, _ valid: Range<Int>, _ shape: Shape, at range: Range<Int>
  ) -> FormulaError {
    FormulaError(
      "index \(index) is outside \(shape); it runs from \(valid.lowerBound) to "
        + "\(valid.upperBound - 1)", at: range)
  }

  static func rowByValue(at range: Range<Int>) -> FormulaError {
    FormulaError("the index of a whole row must be a fixed number", at: range)
  }

  static func indexShape(_ shape: Shape, at range: Range<Int>) -> FormulaError {
    FormulaError("an index must be a number, but this is \(shape)", at: range)
  }

  static func onehotPlace(_ valid: Range<Int>, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "the place of the 1 must be a whole number from \(valid.lowerBound) to "
        + "\(valid.upperBound - 1)", at: range)
  }

  static func sizeNotKnown(_ function: Function, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "the size in \(function.rawValue) must be a number or a given number, known beforehand",
      at: range)
  }

  static func sizeNotWhole(_ function: Function, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "the size in \(function.rawValue) must be a whole number from 1 to \(Formula.largest)",
      at: range)
  }

  static func lossShape(_ shape: Shape, at range: Range<Int>) -> FormulaError {
    FormulaError("only a number can be differentiated, but this is \(shape)", at: range)
  }

  static func gradientByFormula(at range: Range<Int>) -> FormulaError {
    FormulaError("differentiate by a named value, as in grad(L, W1)", at: range)
  }

  static func gradientOfDifferences(at range: Range<Int>) -> FormulaError {
    FormulaError("numgrad has no derivative; use grad inside grad", at: range)
  }

  static func tooLarge(_ shape: Shape, at range: Range<Int>) -> FormulaError {
    FormulaError("\(shape) has more than \(Formula.largest) entries", at: range)
  }

  static func tooManyEntries(at range: Range<Int>) -> FormulaError {
    FormulaError("all values together have more than \(Compiler.most) entries", at: range)
  }

  static func tooManyOperations(at range: Range<Int>) -> FormulaError {
    FormulaError("the formula needs more than \(Compiler.longest) operations", at: range)
  }
}
