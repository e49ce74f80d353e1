/// The arithmetic behind an entry of a value, as a person would write it out.
///
/// `W1 @ x + b1` becomes `0.1·1 + 0.2·0.5 + 0.3·(−1) + 0.1` for its first entry. Long sums are
/// shortened with an ellipsis.
package struct Working {
  private let evaluation: Evaluation
  private let number: (Double) -> String
  private let signs: Signs
  private var builder: ProgramBuilder
  private var shapes: [String: Shape] = [:]

  /// How an entry of a named value is written, counted from 0; nil for its number.
  package var symbol: ((Program.Slot, Int) -> String)?
  /// Whether a function of one number stands as its value and not as a function.
  package var evaluatesFunctions = false
  /// The entries of named values that were written so far, in their order.
  package private(set) var reads: [(slot: Program.Slot, entry: Int)] = []

  /// The most terms of a sum that are written out.
  package static let longestSum = 8

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

    package static let unicode = Signs(
      times: "·", minus: "−", prime: "′", squared: "²", ellipsis: "…", sigmoid: "σ")
    package static let ascii = Signs(
      times: "*", minus: "-", prime: "'", squared: "^2", ellipsis: "...", sigmoid: "sigmoid")
    /// LaTeX, for numbers and for symbols, between which a space is enough.
    package static let latex = Signs(
      times: " \\cdot ", minus: "-", prime: "'", squared: "^2", ellipsis: "\\cdots ",
      sigmoid: "\\sigma", logarithm: "\\ln", aroundName: ("\\operatorname{", "}"))
    package static let latexOfSymbols = Signs(
      times: " \\, ", minus: "-", prime: "'", squared: "^2", ellipsis: "\\cdots ",
      sigmoid: "\\sigma", logarithm: "\\ln", aroundName: ("\\operatorname{", "}"))
  }

  /// - Parameters:
  ///   - evaluation: The values, all computed.
  ///   - builder: What the evaluation's program was built with.
  ///   - number: How a number without its sign is written.
  package init(
    _ evaluation: Evaluation, builder: ProgramBuilder, signs: Signs = .unicode,
    number: @escaping (Double) -> String
  ) {
    self.evaluation = evaluation
    self.builder = builder
    self.signs = signs
    self.number = number
  }

  /// The arithmetic of one entry, counted from 0; nil where there is none to be shown.
  package mutating func entry(row: Int, column: Int, of expression: Expression) -> String? {
    piece(expression, row, column)?.text
  }

  // MARK: Pieces

  /// A part of the arithmetic, and how tightly it holds together.
  private struct Piece {
    enum Bond: Int {
      case sum
      case negated
      case product
      case atom
    }

    let text: String
    let bond: Bond

    func bracketed(below bond: Bond) -> String {
      self.bond.rawValue < bond.rawValue ? "(\(text))" : text
    }
  }

  private mutating func shape(_ expression: Expression) -> Shape? {
    let text = expression.text
    if let known = shapes[text] { return known }
    guard let slot = try? builder.side(Formula(expression)) else { return nil }
    let shape = builder.shape(of: slot)
    shapes[text] = shape
    return shape
  }

  /// The piece of an operand that may have to be broadcast.
  private mutating func piece(_ expression: Expression, _ row: Int, _ column: Int) -> Piece? {
    guard let shape = shape(expression) else { return nil }
    let row = min(row, shape.rows - 1)
    let column = min(column, shape.columns - 1)
    switch expression.node {
    case .number(let value, let spelling):
      return Piece(text: spelling, bond: value < 0 ? .negated : .atom)
    case .name(let name):
      guard let slot = evaluation.program.slot(named: name) else { return nil }
      let entry = row * shape.columns + column
      reads.append((slot, entry))
      if let symbol { return Piece(text: symbol(slot, entry), bond: .atom) }
      return written(evaluation.entry(entry, of: slot))
    case .negate(let inner):
      return piece(inner, row, column).map {
        Piece(text: signs.minus + $0.bracketed(below: .product), bond: .negated)
      }
    case .binary(.matrixProduct, let left, let right):
      return product(left, right, row, column)
    case .binary(let symbol, let left, let right):
      guard let a = piece(left, row, column), let b = piece(right, row, column) else { return nil }
      return combined(a, symbol, b)
    case .call(let function, let arguments):
      return call(function, arguments, row, column)
    case .derivative where evaluatesFunctions:
      return value(of: expression, row * shape.columns + column)
    case .derivative(let function, let argument):
      return piece(argument, row, column).map {
        Piece(text: "\(name(function))\(signs.prime)(\($0.text))", bond: .atom)
      }
    case .applied(let name, let argument, let isSlope):
      return piece(argument, row, column).map {
        Piece(text: "\(name)\(isSlope ? signs.prime : "")(\($0.text))", bond: .atom)
      }
    case .transpose(let inner):
      return shape.rank < 2 ? piece(inner, row, column) : piece(inner, column, row)
    case .index, .list, .gradient:
      return value(of: expression, row * shape.columns + column)
    }
  }

  private func written(_ value: Double) -> Piece {
    let text = number(abs(value))
    return value < 0 && text != "0"
      ? Piece(text: signs.minus + text, bond: .negated) : Piece(text: text, bond: .atom)
  }

  /// The entry's own value, where it is not taken apart further.
  private func value(of expression: Expression, _ position: Int) -> Piece? {
    var extended = builder
    guard let slot = try? extended.side(Formula(expression)) else { return nil }
    var values = Evaluation(extended.build())
    values.adopt(evaluation)
    values.run(slot)
    return written(values.entry(position, of: slot))
  }

  private func combined(_ a: Piece, _ symbol: Expression.Operator, _ b: Piece) -> Piece {
    switch symbol {
    case .add:
      return Piece(text: "\(a.text) + \(b.bracketed(below: .product))", bond: .sum)
    case .subtract:
      return Piece(
        text: "\(a.text) \(signs.minus) \(b.bracketed(below: .product))", bond: .sum)
    case .multiply:
      return Piece(
        text: a.bracketed(below: .product) + signs.times + b.bracketed(below: .product),
        bond: .product)
    case .divide:
      return Piece(
        text: a.bracketed(below: .product) + " / " + b.bracketed(below: .atom), bond: .product)
    case .power:
      let base = a.bracketed(below: .atom)
      return Piece(text: b.text == "2" ? base + signs.squared : "\(base)^\(b.text)", bond: .atom)
    case .matrixProduct: return a
    }
  }

  // MARK: Sums

  /// a·b + c·d + …, shortened in the middle.
  private mutating func product(
    _ left: Expression, _ right: Expression, _ row: Int, _ column: Int
  ) -> Piece? {
    guard let leftShape = shape(left), let rightShape = shape(right) else { return nil }
    let isColumn = rightShape.rank == 1
    // A vector result lies in a row, but its entries come from the matrix's rows.
    let leftRow = isColumn && leftShape.rank == 2 ? column : row
    return sum(of: leftShape.columns) { working, k in
      guard let a = working.piece(left, leftRow, k),
        let b = isColumn ? working.piece(right, 0, k) : working.piece(right, k, column)
      else { return nil }
      return working.combined(a, .multiply, b)
    }
  }

  private mutating func sum(
    of count: Int, _ term: (inout Working, Int) -> Piece?
  ) -> Piece? {
    let isShort = count <= Working.longestSum
    var texts: [String] = []
    for index in 0..<count where isShort || index < 3 || index == count - 1 {
      guard let piece = term(&self, index) else { return nil }
      if count == 1 { return piece }
      if !isShort, index == count - 1 { texts.append(signs.ellipsis) }
      texts.append(texts.isEmpty ? piece.text : piece.bracketed(below: .product))
    }
    return Piece(text: texts.joined(separator: " + "), bond: .sum)
  }

  /// The sum over all entries of a value.
  private mutating func total(of expression: Expression) -> Piece? {
    guard let shape = shape(expression) else { return nil }
    return sum(of: shape.count) { working, index in
      working.piece(expression, index / shape.columns, index % shape.columns)
    }
  }

  // MARK: Functions

  private func name(_ function: Function) -> String {
    switch function {
    case .sigmoid: signs.sigmoid
    case .log: signs.logarithm
    default: signs.aroundName.before + function.rawValue + signs.aroundName.behind
    }
  }

  private mutating func call(
    _ function: Function, _ arguments: [Expression], _ row: Int, _ column: Int
  ) -> Piece? {
    let first = arguments[0]
    guard let shape = shape(first) else { return nil }
    switch function {
    case .square:
      return piece(first, row, column).map {
        Piece(text: $0.bracketed(below: .atom) + signs.squared, bond: .atom)
      }
    case .identity: return piece(first, row, column)
    case _ where function.worksEntryByEntry && evaluatesFunctions:
      return value(of: Expression(.call(function, arguments)), row * shape.columns + column)
    case _ where function.worksEntryByEntry:
      return piece(first, row, column).map {
        Piece(text: "\(name(function))(\($0.text))", bond: .atom)
      }
    case .sum: return total(of: first)
    case .mean:
      return total(of: first).map {
        combined($0, .divide, Piece(text: "\(shape.count)", bond: .atom))
      }
    case .rowSums, .rowMeans:
      // The result is a vector: its column is the argument's row.
      let sum = sum(of: shape.columns) { working, k in working.piece(first, column, k) }
      guard function == .rowMeans else { return sum }
      return sum.map { combined($0, .divide, Piece(text: "\(shape.columns)", bond: .atom)) }
    case .outer:
      guard let a = piece(first, 0, row), let b = piece(arguments[1], 0, column) else { return nil }
      return combined(a, .multiply, b)
    case .dot:
      return sum(of: shape.count) { working, k in
        guard let a = working.piece(first, 0, k), let b = working.piece(arguments[1], 0, k) else {
          return nil
        }
        return working.combined(a, .multiply, b)
      }
    case .column: return shape.rank == 1 ? piece(first, 0, row) : piece(first, row, column)
    case .row: return piece(first, 0, column)
    case .transpose: return shape.rank < 2 ? piece(first, row, column) : piece(first, column, row)
    case .diag where shape.rank == 1:
      return row == column ? piece(first, 0, row) : Piece(text: "0", bond: .atom)
    case .softmax: return softmax(first, shape, row, column)
    default:
      return value(
        of: Expression(.call(function, arguments)),
        (self.shape(Expression(.call(function, arguments)))?.columns ?? 1) * row + column)
    }
  }

  /// The quotient exp(z) / (exp(z1) + exp(z2) + …).
  private mutating func softmax(
    _ logits: Expression, _ shape: Shape, _ row: Int, _ column: Int
  ) -> Piece? {
    let isVector = shape.rank == 1
    let exp = name(.exp)
    func exponential(_ piece: Piece) -> Piece {
      Piece(text: "\(exp)(\(piece.text))", bond: .atom)
    }
    guard let own = piece(logits, row, column),
      let all = sum(
        of: isVector ? shape.count : shape.rows,
        { working, k in
          (isVector ? working.piece(logits, 0, k) : working.piece(logits, k, column))
            .map(exponential)
        })
    else { return nil }
    return combined(exponential(own), .divide, all)
  }
}
