/// The arithmetic behind an entry of a value, as a person would write it out.
///
/// `W1 @ x + b1` becomes `0.1·1 + 0.2·0.5 + 0.3·(−1) + 0.1` for its first entry. Long sums are
/// shortened with an ellipsis.
package struct Working {
  let evaluation: Evaluation
  let number: (Double) -> String
  let signs: Signs
  var builder: ProgramBuilder
  private var shapes: [String: Shape] = [:]

  /// How an entry of a named value is written, counted from 0; nil for its number.
  package var symbol: ((Program.Slot, Int) -> String)?
  /// Whether a function of one number stands as its value and not as a function.
  package var evaluatesFunctions = false
  /// The entries of named values that were written so far, in their order.
  package private(set) var reads: [(slot: Program.Slot, entry: Int)] = []

  /// The most terms of a sum that are written out.
  package static let longestSum = 8

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
  struct Piece {
    enum Bond: Int {
      case comparison
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

  /// Whether an expression is a single number.
  package mutating func isNumber(_ expression: Expression) -> Bool {
    shape(expression) == .scalar
  }

  mutating func shape(_ expression: Expression) -> Shape? {
    let text = expression.text
    if let known = shapes[text] { return known }
    guard let slot = try? builder.side(Formula(expression)) else { return nil }
    let shape = builder.shape(of: slot)
    shapes[text] = shape
    return shape
  }

  /// The piece of an operand that may have to be broadcast.
  mutating func piece(_ expression: Expression, _ row: Int, _ column: Int) -> Piece? {
    guard let shape = shape(expression) else { return nil }
    let row = min(row, shape.rows - 1)
    let column = min(column, shape.columns - 1)
    switch expression.node {
    case .number(let value, let spelling):
      return Piece(text: spelling, bond: value < 0 ? .negated : .atom)
    case .name(let name):
      guard let slot = evaluation.program.slot(named: name) else {
        return Formula.constant(named: name) == nil
          ? nil : Piece(text: signs.name(ofConstant: name), bond: .atom)
      }
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
    case .index(let base, let indices):
      guard let place = place(of: indices, in: base, row, column) else {
        return value(of: expression, row * shape.columns + column)
      }
      return piece(base, place.row, place.column)
    case .list(let items):
      return shape.rank == 1 ? piece(items[column], 0, 0) : piece(items[row], 0, column)
    case .span, .all: return nil
    case .gradient:
      return value(of: expression, row * shape.columns + column)
    }
  }

  func written(_ value: Double) -> Piece {
    let text = number(abs(value))
    return value < 0 && text != "0"
      ? Piece(text: signs.minus + text, bond: .negated) : Piece(text: text, bond: .atom)
  }

  /// The entry's own value, where it is not taken apart further.
  func value(of expression: Expression, _ position: Int) -> Piece? {
    number(expression, position).map(written)
  }

  /// An entry of what an expression comes to on the values of the whole.
  func number(_ expression: Expression, _ position: Int) -> Double? {
    tensor(of: expression).map { $0[position] }
  }

  /// What an expression comes to on the values of the whole.
  func tensor(of expression: Expression) -> Tensor? {
    var extended = builder
    guard let slot = try? extended.side(Formula(expression)) else { return nil }
    var values = Evaluation(extended.build())
    values.adopt(evaluation)
    values.run(slot)
    return values.value(of: slot)
  }

  func combined(_ a: Piece, _ symbol: Expression.Operator, _ b: Piece) -> Piece {
    switch symbol {
    case .add:
      return Piece(
        text: "\(a.bracketed(below: .sum)) + \(b.bracketed(below: .product))", bond: .sum)
    case .subtract:
      return Piece(
        text: "\(a.bracketed(below: .sum)) \(signs.minus) \(b.bracketed(below: .product))",
        bond: .sum)
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
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
      return Piece(
        text: a.bracketed(below: .sum) + signs.between(symbol) + b.bracketed(below: .sum),
        bond: .comparison)
    }
  }

  // MARK: Sums

  /// a·b + c·d + …, shortened in the middle.
  mutating func product(
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

  mutating func sum(
    of count: Int, _ term: (inout Working, Int) -> Piece?
  ) -> Piece? {
    let isShort = count <= Working.longestSum
    var texts: [String] = []
    for index in 0..<count where isShort || index < 3 || index == count - 1 {
      guard let piece = term(&self, index) else { return nil }
      if count == 1 { return piece }
      if !isShort, index == count - 1 { texts.append(signs.ellipsis) }
      texts.append(piece.bracketed(below: texts.isEmpty ? .sum : .product))
    }
    return Piece(text: texts.joined(separator: " + "), bond: .sum)
  }

  /// The sum over all entries of a value.
  mutating func total(of expression: Expression) -> Piece? {
    guard let shape = shape(expression) else { return nil }
    return sum(of: shape.count) { working, index in
      working.piece(expression, index / shape.columns, index % shape.columns)
    }
  }
}
