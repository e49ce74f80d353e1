// The messages of the compiler: every shape error names both shapes.
extension FormulaError {
  static func unknownName(_ name: String, nearest: String?, at range: Range<Int>) -> FormulaError {
    let power = name == "e" ? "; e to the power x is written exp(x)" : ""
    return FormulaError(
      "unknown name '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? power), at: range)
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
      case .rowSums, .rowMeans, .columnSums, .columnMeans: "a matrix"
      case .concat: "vectors and numbers; stack(A, B) puts rows below one another"
      case .stack: "vectors of one length, or matrices with as many columns"
      case .correlate, .convolve: "two vectors or two matrices"
      case .maxPool, .averagePool, .maxMask, .rotate180, .rowSoftmax: "a vector or a matrix"
      case .cumsum: "a vector"
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
    FormulaError(
      "the index of a whole row must be a number, or a given number; of row k of n, where k is "
        + "computed, write onehot(k, n) @ A", at: range)
  }

  static func indexShape(_ shape: Shape, at range: Range<Int>) -> FormulaError {
    FormulaError("an index must be a number, but this is \(shape)", at: range)
  }

  static func onehotPlace(_ valid: Range<Int>, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "the place of the 1 must be a whole number from \(valid.lowerBound) to "
        + "\(valid.upperBound - 1)", at: range)
  }

  static func sizeNotKnown(
    _ name: String, _ function: Function, at range: Range<Int>
  ) -> FormulaError {
    FormulaError(
      "the \(name) in \(function.rawValue) must be a number or a given number, known beforehand",
      at: range)
  }

  static func sizeNotWhole(
    _ name: String, _ function: Function, from least: Int, at range: Range<Int>
  ) -> FormulaError {
    FormulaError(
      "the \(name) in \(function.rawValue) must be a whole number from \(least) to "
        + "\(Formula.largest)", at: range)
  }

  static func kernelTooLarge(
    _ function: Function, _ input: Shape, _ kernel: Shape, padding: Int, at range: Range<Int>
  ) -> FormulaError {
    let around = padding == 0 ? "" : " with a padding of \(padding)"
    let noun =
      switch function {
      case .correlate, .convolve: "kernel"
      default: "window"
      }
    return FormulaError(
      "\(function.rawValue) has no place for \(kernel) as \(noun) on \(input)\(around)", at: range)
  }

  static func tooManyProducts(
    _ result: Shape, _ window: Shape, at range: Range<Int>
  ) -> FormulaError {
    FormulaError(
      "\(result) of sums over \(window) each takes more than \(Compiler.mostProducts) products",
      at: range)
  }

  static func tooFewEntries(_ shape: Shape, at range: Range<Int>) -> FormulaError {
    FormulaError("\(shape) has too few entries for this variance", at: range)
  }

  static func misplacedPart(at range: Range<Int>) -> FormulaError {
    FormulaError("'..' and ':' may only stand between the brackets of x[…]", at: range)
  }

  static func partByValue(at range: Range<Int>) -> FormulaError {
    FormulaError(
      "the ends of a part, and an index beside one, must be numbers or given numbers, known "
        + "beforehand", at: range)
  }

  static func emptyPart(at range: Range<Int>) -> FormulaError {
    FormulaError("this part ends before it begins", at: range)
  }

  static func transposeByName(at range: Range<Int>) -> FormulaError {
    FormulaError("unknown name 'T'; the transpose of A is written A.T", at: range)
  }

  /// The error with what was probably meant, where two vectors are multiplied.
  func advising(
    _ symbol: Expression.Operator, _ left: Expression, _ right: Expression, _ shapes: [Shape]
  ) -> FormulaError {
    guard symbol == .multiply || symbol == .matrixProduct, shapes.allSatisfy({ $0.rank == 1 })
    else { return self }
    func plain(_ operand: Expression) -> Expression {
      if case .transpose(let inner) = operand.node { inner } else { operand }
    }
    let product = Expression(.call(.outer, [plain(left), plain(right)])).text
    return FormulaError(
      message + "; for every entry times every entry write "
        + (product.count <= 60 ? product : "outer(u, v)"), at: range)
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
