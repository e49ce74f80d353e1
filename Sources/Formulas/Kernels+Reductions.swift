import Numerics

extension Kernels {
  /// The operations that sum, search or normalise.
  static func reduce(_ i: Instruction, _ arena: Arena) {
    let size = i.rows * i.columns
    switch i.operation {
    case .sum:
      var total = 0.0
      for k in 0..<size { total += arena[i.a + k] }
      arena[i.out] = total
    case .norm:
      arena[i.out] = norm(i.a, size, arena)
    case .largest, .smallest:
      arena[i.out] = arena[i.a + extreme(i, arena, largest: i.operation == .largest)]
    case .largestMask, .smallestMask:
      let place = extreme(i, arena, largest: i.operation == .largestMask)
      for k in 0..<i.count { arena[i.out + k] = k == place ? 1 : 0 }
    case .argmax(let base):
      arena[i.out] = Double(extreme(i, arena, largest: true) + base)
    case .rowSums:
      for row in 0..<i.rows {
        var total = 0.0
        for column in 0..<i.columns { total += arena[i.a + row * i.columns + column] }
        arena[i.out + row] = total
      }
    case .columnSums:
      for column in 0..<i.columns {
        var total = 0.0
        for row in 0..<i.rows { total += arena[i.a + row * i.columns + column] }
        arena[i.out + column] = total
      }
    case .cumulate(let backwards):
      var total = 0.0
      for k in 0..<i.count {
        let place = backwards ? i.count - 1 - k : k
        total += arena[i.a + place]
        arena[i.out + place] = total
      }
    case .softmax, .logSoftmax, .logsumexp:
      for column in 0..<i.columns { normalise(column, i, arena) }
    default: break
    }
  }

  /// The position of the first largest or smallest entry; NaN counts as either.
  static func extreme(_ i: Instruction, _ arena: Arena, largest: Bool) -> Int {
    var best = 0
    for k in 0..<i.rows * i.columns {
      let (value, record) = (arena[i.a + k], arena[i.a + best])
      if record.isNaN { break }
      if value.isNaN || (largest ? value > record : value < record) { best = k }
    }
    return best
  }

  /// √Σx², scaled so that the squares neither overflow nor vanish.
  private static func norm(_ start: Int, _ count: Int, _ arena: Arena) -> Double {
    var scale = 0.0
    for k in 0..<count {
      let size = Swift.abs(arena[start + k])
      if size.isNaN { return size }
      scale = max(scale, size)
    }
    guard scale > 0, scale.isFinite else { return scale }
    var total = 0.0
    for k in 0..<count {
      let part = arena[start + k] / scale
      total += part * part
    }
    return scale * total.squareRoot()
  }

  /// One column of softmax, log softmax or logsumexp, shifted by its largest entry.
  private static func normalise(_ column: Int, _ i: Instruction, _ arena: Arena) {
    var top = -Double.infinity
    for row in 0..<i.rows {
      let value = arena[i.a + row * i.columns + column]
      if value.isNaN || value > top { top = value }
      if value.isNaN { break }
    }
    var total = 0.0
    for row in 0..<i.rows { total += Math.exp(arena[i.a + row * i.columns + column] - top) }
    switch i.operation {
    case .softmax:
      for row in 0..<i.rows {
        let place = row * i.columns + column
        arena[i.out + place] = Math.exp(arena[i.a + place] - top) / total
      }
    case .logSoftmax:
      // The term of the largest entry is 1, beside which the others would lose their digits.
      var others = -1.0
      var small = 0.0
      for row in 0..<i.rows {
        let value = arena[i.a + row * i.columns + column]
        if value == top { others += 1 } else { small += Math.exp(value - top) }
      }
      let rest = Math.log1p(others + small)
      for row in 0..<i.rows {
        let place = row * i.columns + column
        arena[i.out + place] = arena[i.a + place] - top - rest
      }
    default:
      arena[i.out + column] = top + Math.log(total)
    }
  }
}
