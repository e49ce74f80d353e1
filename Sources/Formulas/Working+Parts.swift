// Parts resolved, and windows written out: what stands in them are entries of the whole.
extension Working {
  /// The value of an index or size that is known beforehand.
  mutating func wholeNumber(_ expression: Expression) -> Int? {
    if case .number(let value, _) = expression.node { return Int(exactly: value) }
    return number(expression, 0).flatMap { Int(exactly: $0) }
  }

  /// Where an entry of a part stands in the whole; nil where an index cannot be told.
  mutating func place(
    of indices: [Expression], in base: Expression, _ row: Int, _ column: Int
  ) -> (row: Int, column: Int)? {
    guard let whole = shape(base) else { return nil }
    var starts: [Int] = []
    var isOne: [Bool] = []
    for index in indices {
      switch index.node {
      case .all: starts.append(0)
      case .span(let first, _):
        guard let start = wholeNumber(first) else { return nil }
        starts.append(start - builder.indexBase)
      default:
        guard let place = wholeNumber(index) else { return nil }
        starts.append(place - builder.indexBase)
      }
      isOne.append(!index.isSpan)
    }
    let place: (row: Int, column: Int)
    switch (whole.rank, starts.count) {
    case (1, 1): place = (0, starts[0] + (isOne[0] ? 0 : column))
    case (2, 1): place = (starts[0] + (isOne[0] ? 0 : row), column)
    case (2, 2):
      // A column that is taken out lies in a row.
      let down = isOne[0] ? 0 : isOne[1] ? column : row
      place = (starts[0] + down, starts[1] + (isOne[1] ? 0 : column))
    default: return nil
    }
    let isInside =
      (0..<whole.rows).contains(place.row) && (0..<whole.columns).contains(place.column)
    return isInside ? place : nil
  }

  /// An entry of values that were put one after the other, or below one another.
  mutating func joined(
    _ parts: [Expression], isStack: Bool, _ row: Int, _ column: Int
  ) -> Piece? {
    var place = isStack ? row : column
    for part in parts {
      guard let shape = shape(part) else { return nil }
      let length = isStack ? shape.rows : shape.columns
      if place < length { return isStack ? piece(part, place, column) : piece(part, 0, place) }
      place -= length
    }
    return nil
  }

  /// An entry of a correlation: the products of the kernel with what lies below it.
  mutating func correlation(
    _ function: Function, _ arguments: [Expression], _ row: Int, _ column: Int
  ) -> Piece? {
    guard let input = shape(arguments[0]), let kernel = shape(arguments[1]),
      let stride = arguments.count > 2 ? wholeNumber(arguments[2]) : 1,
      let padding = arguments.count > 3 ? wholeNumber(arguments[3]) : 0
    else { return nil }
    let top = row * stride - (input.rank == 1 ? 0 : padding)
    let left = column * stride - padding
    var terms: [(row: Int, column: Int)] = []
    for height in 0..<kernel.rows where (0..<input.rows).contains(top + height) {
      for width in 0..<kernel.columns where (0..<input.columns).contains(left + width) {
        terms.append((height, width))
      }
    }
    if terms.isEmpty { return Piece(text: "0", bond: .atom) }
    return sum(of: terms.count) { working, k in
      let (height, width) = terms[k]
      let isTurned = function == .convolve
      guard let a = working.piece(arguments[0], top + height, left + width),
        let b = working.piece(
          arguments[1], isTurned ? kernel.rows - 1 - height : height,
          isTurned ? kernel.columns - 1 - width : width)
      else { return nil }
      return working.combined(a, .multiply, b)
    }
  }

  /// An entry of a pooling: the largest or the mean of a window.
  mutating func pooling(
    _ function: Function, _ arguments: [Expression], _ row: Int, _ column: Int
  ) -> Piece? {
    guard let input = shape(arguments[0]), let size = wholeNumber(arguments[1]),
      let stride = arguments.count > 2 ? wholeNumber(arguments[2]) : size
    else { return nil }
    let height = input.rank == 1 ? 1 : size
    let count = height * size
    func term(_ working: inout Working, _ k: Int) -> Piece? {
      working.piece(arguments[0], row * stride + k / size, column * stride + k % size)
    }
    if function == .averagePool {
      return sum(of: count, term).map {
        combined($0, .divide, Piece(text: "\(count)", bond: .atom))
      }
    }
    guard count <= Working.longestSum else {
      return value(
        of: Expression(.call(function, arguments)),
        row * ((input.columns - size) / stride + 1) + column)
    }
    var pieces: [Piece?] = []
    for k in 0..<count { pieces.append(term(&self, k)) }
    return listed(.max, pieces)
  }
}
