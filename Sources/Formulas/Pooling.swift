/// Windows of one size, side by side or overlapping; what is left over at the end belongs to none.
struct Pooling: Hashable, Sendable {
  private let storedSize: Int32
  private let storedStride: Int32

  var size: Int { Int(storedSize) }
  var stride: Int { Int(storedStride) }

  /// - Parameters: Both from 1 to ``Formula/largest``.
  init(size: Int, stride: Int) {
    storedSize = Int32(size)
    storedStride = Int32(stride)
  }

  /// The shape of one window over a value.
  func window(over input: Shape) -> Shape {
    input.rank == 1 ? .vector(size) : .matrix(size, size)
  }

  /// The shape of one entry for each window; nil where not one fits.
  func result(of input: Shape) -> Shape? {
    Sliding(stride: stride, padding: 0).result(of: input, window(over: input))
  }
}
