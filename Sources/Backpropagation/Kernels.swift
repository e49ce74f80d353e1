/// Writes `z = W a + b`.
///
/// Four rows at a time, each with its own accumulator, so that the additions of one row do not
/// wait for each other and every load of `a` serves four rows.
func multiply(
  _ weights: UnsafePointer<Double>, rows: Int, columns: Int,
  by a: UnsafePointer<Double>, adding b: UnsafePointer<Double>,
  into z: UnsafeMutablePointer<Double>
) {
  let wide = columns & ~3
  var row = 0
  while row + 4 <= rows {
    let w0 = weights + row * columns
    let (w1, w2, w3) = (w0 + columns, w0 + 2 * columns, w0 + 3 * columns)
    var (s0, s1, s2, s3) = (Four.zero, Four.zero, Four.zero, Four.zero)
    var k = 0
    while k < wide {
      let values = four(a, k)
      s0 += four(w0, k) * values
      s1 += four(w1, k) * values
      s2 += four(w2, k) * values
      s3 += four(w3, k) * values
      k += 4
    }
    var sums = Four(s0.sum(), s1.sum(), s2.sum(), s3.sum())
    while k < columns {
      sums += Four(w0[k], w1[k], w2[k], w3[k]) * a[k]
      k += 1
    }
    store(sums + four(b, row), z, row)
    row += 4
  }
  while row < rows {
    let weight = weights + row * columns
    var wideSum = Four.zero
    var k = 0
    while k < wide {
      wideSum += four(weight, k) * four(a, k)
      k += 4
    }
    var sum = wideSum.sum()
    while k < columns {
      sum += weight[k] * a[k]
      k += 1
    }
    z[row] = sum + b[row]
    row += 1
  }
}

/// Writes `g = Wᵀ δ`.
///
/// Row by row, `g += δ(j) · W(j, ·)`, because the rows are what lies together in memory.
func multiplyTransposed(
  _ weights: UnsafePointer<Double>, rows: Int, columns: Int,
  by delta: UnsafePointer<Double>,
  into g: UnsafeMutablePointer<Double>
) {
  g.update(repeating: 0, count: columns)
  for row in 0..<rows {
    addOuterRow(delta[row], weights + row * columns, count: columns, to: g)
  }
}

/// Writes `G = δ aᵀ`, or adds it to what is there.
func outerProduct(
  _ delta: UnsafePointer<Double>, rows: Int, _ a: UnsafePointer<Double>, columns: Int,
  into gradient: UnsafeMutablePointer<Double>, adding: Bool
) {
  for row in 0..<rows {
    let target = gradient + row * columns
    if adding {
      addOuterRow(delta[row], a, count: columns, to: target)
    } else {
      writeOuterRow(delta[row], a, count: columns, to: target)
    }
  }
}

// MARK: - Rows

private func addOuterRow(
  _ factor: Double, _ row: UnsafePointer<Double>, count: Int,
  to target: UnsafeMutablePointer<Double>
) {
  var k = 0
  while k + 4 <= count {
    store(four(target, k) + four(row, k) * factor, target, k)
    k += 4
  }
  while k < count {
    target[k] += factor * row[k]
    k += 1
  }
}

private func writeOuterRow(
  _ factor: Double, _ row: UnsafePointer<Double>, count: Int,
  to target: UnsafeMutablePointer<Double>
) {
  var k = 0
  while k + 4 <= count {
    store(four(row, k) * factor, target, k)
    k += 4
  }
  while k < count {
    target[k] = factor * row[k]
    k += 1
  }
}

// MARK: - Four numbers at once

private typealias Four = SIMD4<Double>

@inline(__always)
private func four(_ source: UnsafePointer<Double>, _ index: Int) -> Four {
  UnsafeRawPointer(source + index).loadUnaligned(as: Four.self)
}

@inline(__always)
private func store(_ values: Four, _ target: UnsafeMutablePointer<Double>, _ index: Int) {
  UnsafeMutableRawPointer(target + index).storeBytes(of: values, as: Four.self)
}
