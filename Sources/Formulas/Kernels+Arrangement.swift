extension Kernels {
  /// The operations that copy entries to other places.
  static func rearrange(_ i: Instruction, _ arena: Arena) {
    switch i.operation {
    case .broadcast:
      for row in 0..<i.rows {
        for column in 0..<i.columns {
          arena[i.out + row * i.columns + column] =
            arena[i.a + row * i.aRow + column * i.aColumn]
        }
      }
    case .sumTo:
      clear(i, arena)
      for row in 0..<i.rows {
        for column in 0..<i.columns {
          arena[i.out + row * i.aRow + column * i.aColumn] +=
            arena[i.a + row * i.columns + column]
        }
      }
    case .transpose:
      for row in 0..<i.rows {
        for column in 0..<i.columns {
          arena[i.out + column * i.rows + row] = arena[i.a + row * i.columns + column]
        }
      }
    case .diagonal:
      for k in 0..<i.count { arena[i.out + k] = arena[i.a + k * i.columns + k] }
    case .diagonalMatrix:
      clear(i, arena)
      for k in 0..<i.rows { arena[i.out + k * i.columns + k] = arena[i.a + k] }
    case .stack:
      var out = i.out
      for part in stride(from: i.list.lowerBound, to: i.list.upperBound, by: 2) {
        let (start, length) = (arena.offsets[part], arena.offsets[part + 1])
        for k in 0..<length { arena[out + k] = arena[start + k] }
        out += length
      }
    case .reverse:
      for k in 0..<i.count { arena[i.out + k] = arena[i.a + i.count - 1 - k] }
    case .block(let shift):
      for row in 0..<i.rows {
        for column in 0..<i.columns {
          arena[i.out + row * i.columns + column] = arena[i.a + shift + row * i.aRow + column]
        }
      }
    case .placeBlock(let shift):
      clear(i, arena)
      for row in 0..<i.rows {
        for column in 0..<i.columns {
          arena[i.out + shift + row * i.aRow + column] = arena[i.a + row * i.columns + column]
        }
      }
    case .place(let shift):
      clear(i, arena)
      for k in 0..<i.inner { arena[i.out + shift + k] = arena[i.a + k] }
    case .entry(let base):
      let place = position(i, arena, base)
      arena[i.out] = place.map { arena[i.a + $0] } ?? .nan
    case .placeEntry(let base):
      clear(i, arena)
      if let place = position(i, arena, base) { arena[i.out + place] = arena[i.a] }
    case .onehot(let base):
      clear(i, arena)
      if let place = Int(exactly: arena[i.a]), (base..<base + i.count).contains(place) {
        arena[i.out + place - base] = 1
      } else {
        for k in 0..<i.count { arena[i.out + k] = .nan }
      }
    default: break
    }
  }

  static func clear(_ i: Instruction, _ arena: Arena) {
    for k in 0..<i.count { arena[i.out + k] = 0 }
  }

  /// The position of an entry whose indices are values; nil outside, where the entry is NaN.
  private static func position(_ i: Instruction, _ arena: Arena, _ base: Int) -> Int? {
    var place = 0
    // A vector has one index, which counts its columns.
    for part in i.list {
      let size = part == i.list.upperBound - 1 ? i.columns : i.rows
      guard let index = Int(exactly: arena[arena.offsets[part]]),
        (base..<base + size).contains(index)
      else { return nil }
      place = place * size + index - base
    }
    return place
  }
}
