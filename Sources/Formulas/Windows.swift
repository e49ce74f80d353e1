/// The windows of an instruction: where they lie on the input X, what kernel K they have, and which
/// entry of the output Y each belongs to.
struct Windows {
  private let rows: Int
  private let columns: Int
  private let height: Int
  private let width: Int
  private let outRows: Int
  private let outColumns: Int
  private let stride: Int
  private let rowPadding: Int
  private let padding: Int
  private let input: Int
  private let arena: Arena

  init(_ i: Instruction, _ arena: Arena) {
    func size(_ index: Int) -> Int { arena.offsets[i.list.lowerBound + index] }
    (rows, columns) = (size(0), size(1))
    (height, width) = (size(2), size(3))
    (outRows, outColumns) = (size(4), size(5))
    (stride, rowPadding, padding) = (size(6), size(7), size(8))
    // Where pooling looks for the largest.
    input = i.b
    self.arena = arena
  }

  /// The sizes of a correlation, appended to the offsets of a program.
  static func append(
    _ sliding: Sliding, _ input: Shape, _ kernel: Shape, _ output: Shape,
    to offsets: inout [Int]
  ) -> Range<Int> {
    let start = offsets.count
    for shape in [input, kernel, output] { offsets += [shape.rows, shape.columns] }
    // A vector is one row, around which there is nothing above and below.
    offsets += [sliding.stride, input.rank == 1 ? 0 : sliding.padding, sliding.padding]
    return start..<offsets.count
  }

  static func append(
    _ pooling: Pooling, _ input: Shape, _ output: Shape, to offsets: inout [Int]
  ) -> Range<Int> {
    append(
      Sliding(stride: pooling.stride, padding: 0), input, pooling.window(over: input), output,
      to: &offsets)
  }

  /// Goes through everything that is multiplied, by stretches of one row.
  ///
  /// - Parameter body: Is given where the stretch begins in X and in K, its entry of Y, and its length.
  @inline(__always)
  func forEachRun(_ body: (_ x: Int, _ k: Int, _ y: Int, _ count: Int) -> Void) {
    for outRow in 0..<outRows {
      for kernelRow in 0..<height {
        let row = outRow * stride + kernelRow - rowPadding
        guard row >= 0, row < rows else { continue }
        for outColumn in 0..<outColumns {
          let column = outColumn * stride - padding
          let (first, end) = (max(0, -column), min(width, columns - column))
          guard first < end else { continue }
          body(
            row * columns + column + first, kernelRow * width + first,
            outRow * outColumns + outColumn, end - first)
        }
      }
    }
  }

  /// Goes through the windows of a pooling.
  ///
  /// - Parameter body: Is given the entry of Y, and where in X the window's first largest entry is.
  @inline(__always)
  func forEachWindow(_ body: (_ y: Int, _ place: Int) -> Void) {
    for outRow in 0..<outRows {
      for outColumn in 0..<outColumns {
        let start = outRow * stride * columns + outColumn * stride
        body(outRow * outColumns + outColumn, largest(from: start))
      }
    }
  }

  /// The place of a window's first largest entry; NaN counts as that.
  private func largest(from start: Int) -> Int {
    var best = start
    for row in 0..<height {
      for column in 0..<width {
        let place = start + row * columns + column
        let (value, record) = (arena[input + place], arena[input + best])
        if record.isNaN { return best }
        if value.isNaN || value > record { best = place }
      }
    }
    return best
  }
}
