extension Kernels {
  /// A correlation, or one of its derivatives: the same products, added up in different places.
  static func correlate(_ i: Instruction, _ arena: Arena) {
    clear(i, arena)
    let windows = Windows(i, arena)
    switch i.operation {
    case .correlate:
      windows.forEachRun { x, k, y, count in
        var total = arena[i.out + y]
        for v in 0..<count { total += arena[i.a + x + v] * arena[i.b + k + v] }
        arena[i.out + y] = total
      }
    case .correlatedInput:
      windows.forEachRun { x, k, y, count in
        let factor = arena[i.a + y]
        for v in 0..<count { arena[i.out + x + v] += factor * arena[i.b + k + v] }
      }
    default:
      windows.forEachRun { x, k, y, count in
        let factor = arena[i.a + y]
        for v in 0..<count { arena[i.out + k + v] += factor * arena[i.b + x + v] }
      }
    }
  }

  /// The entries in the places of each window's largest, taken or put back.
  static func pool(_ i: Instruction, _ arena: Arena) {
    let windows = Windows(i, arena)
    if case .pick = i.operation {
      windows.forEachWindow { y, place in arena[i.out + y] = arena[i.a + place] }
    } else {
      clear(i, arena)
      windows.forEachWindow { y, place in arena[i.out + place] += arena[i.a + y] }
    }
  }
}
