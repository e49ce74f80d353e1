extension Kernels {
  /// The matrix product; strides say how each operand is read.
  static func product(_ i: Instruction, _ arena: Arena) {
    if i.inner == 1 || i.bColumn == 1 && i.columns > 1 {
      byRows(i, arena)
    } else {
      byEntries(i, arena)
    }
  }

  /// Every entry as a sum of products.
  private static func byEntries(_ i: Instruction, _ arena: Arena) {
    for row in 0..<i.rows {
      for column in 0..<i.columns {
        let a = i.a + row * i.aRow
        let b = i.b + column * i.bColumn
        var total = 0.0
        for k in 0..<i.inner { total += arena[a + k * i.aColumn] * arena[b + k * i.bRow] }
        arena[i.out + row * i.columns + column] = total
      }
    }
  }

  /// Every row as a sum of multiples of the right operand's rows, which are contiguous.
  private static func byRows(_ i: Instruction, _ arena: Arena) {
    for row in 0..<i.rows {
      let out = i.out + row * i.columns
      for column in 0..<i.columns { arena[out + column] = 0 }
      for k in 0..<i.inner {
        let factor = arena[i.a + row * i.aRow + k * i.aColumn]
        let b = i.b + k * i.bRow
        for column in 0..<i.columns {
          arena[out + column] += factor * arena[b + column * i.bColumn]
        }
      }
    }
  }
}
