// The arithmetic of functions.
extension Working {
  func name(_ function: Function) -> String {
    switch function {
    case .sigmoid: signs.sigmoid
    case .log: signs.logarithm
    default: signs.aroundName.before + function.rawValue + signs.aroundName.behind
    }
  }

  mutating func call(
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
    case .columnSums, .columnMeans:
      let sum = sum(of: shape.rows) { working, k in working.piece(first, k, column) }
      guard function == .columnMeans else { return sum }
      return sum.map { combined($0, .divide, Piece(text: "\(shape.rows)", bond: .atom)) }
    case .cumsum:
      return sum(of: column + 1) { working, k in working.piece(first, 0, k) }
    case .variance: return variance(arguments, shape)
    case .concat, .stack: return joined(arguments, isStack: function == .stack, row, column)
    case .rotate180: return piece(first, shape.rows - 1 - row, shape.columns - 1 - column)
    case .correlate, .convolve: return correlation(function, arguments, row, column)
    case .maxPool, .averagePool: return pooling(function, arguments, row, column)
    case .max where arguments.count == 2, .min where arguments.count == 2, .clip:
      return listed(function, arguments.map { piece($0, row, column) })
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
    case .softmax where shape.rank == 2:
      return softmax(
        first, row, column, others: (0..<shape.rows).map { (row: $0, column: column) })
    case .softmax, .rowSoftmax:
      return softmax(
        first, row, column, others: (0..<shape.columns).map { (row: row, column: $0) })
    default:
      return value(
        of: Expression(.call(function, arguments)),
        (self.shape(Expression(.call(function, arguments)))?.columns ?? 1) * row + column)
    }
  }

  /// How far below the largest a logit must be for nothing to be left of its exponential.
  private static let leastShare = 700.0

  /// The quotient exp(z) / (exp(z1) + exp(z2) + …).
  mutating func softmax(
    _ logits: Expression, _ row: Int, _ column: Int, others: [(row: Int, column: Int)]
  ) -> Piece? {
    guard let numbers = tensor(of: logits) else { return nil }
    func number(_ row: Int, _ column: Int) -> Double {
      numbers[min(row, numbers.shape.rows - 1) * numbers.shape.columns + column]
    }
    let largest = others.map { number($0.row, $0.column) }.max() ?? 0
    func term(_ working: inout Working, _ row: Int, _ column: Int) -> Piece? {
      // What a mask has made as good as −∞ has no share.
      if largest - number(row, column) > Working.leastShare { return Piece(text: "0", bond: .atom) }
      return working.piece(logits, row, column).map {
        Piece(text: "\(working.name(.exp))(\($0.text))", bond: .atom)
      }
    }
    guard let own = term(&self, row, column),
      let all = sum(
        of: others.count, { term(&$0, others[$1].row, others[$1].column) })
    else { return nil }
    return combined(own, .divide, all)
  }

  /// The quotient ((x1 − m)² + (x2 − m)² + …) / n, with the mean m as a number.
  mutating func variance(_ arguments: [Expression], _ shape: Shape) -> Piece? {
    guard let mean = value(of: Expression(.call(.mean, [arguments[0]])), 0),
      let correction = arguments.count > 1 ? wholeNumber(arguments[1]) : 0,
      let sum = sum(
        of: shape.count,
        { working, k in
          working.piece(arguments[0], k / shape.columns, k % shape.columns).map {
            let distance = working.combined($0, .subtract, mean)
            return Piece(text: "(\(distance.text))" + working.signs.squared, bond: .atom)
          }
        })
    else { return nil }
    return combined(sum, .divide, Piece(text: "\(shape.count - correction)", bond: .atom))
  }

  /// A function of the pieces, `max(0, −1)`; nil where one of them is missing.
  func listed(_ function: Function, _ pieces: [Piece?]) -> Piece? {
    var texts: [String] = []
    for piece in pieces {
      guard let piece else { return nil }
      texts.append(piece.text)
    }
    return Piece(text: "\(name(function))(\(texts.joined(separator: ", ")))", bond: .atom)
  }
}
