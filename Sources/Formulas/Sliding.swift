/// How a kernel slides over a vector or a matrix: how far at a time, and over how many zeros around.
///
/// Y[i, j] = Σ X[i·stride + u − padding, j·stride + v − padding] K[u, v], counted from 0.
struct Sliding: Hashable, Sendable {
  // Small, so that every operation stays so.
  private let storedStride: Int32
  private let storedPadding: Int32

  var stride: Int { Int(storedStride) }
  var padding: Int { Int(storedPadding) }

  /// - Parameters: Both from 0 to ``Formula/largest``.
  init(stride: Int, padding: Int) {
    storedStride = Int32(stride)
    storedPadding = Int32(padding)
  }

  /// The shape of what comes out; nil where the kernel does not fit, or is not of the input's rank.
  func result(of input: Shape, _ kernel: Shape) -> Shape? {
    func size(_ n: Int, _ k: Int) -> Int? {
      let room = n + 2 * padding - k
      return room < 0 ? nil : room / stride + 1
    }
    switch (input, kernel) {
    case (.vector(let n), .vector(let k)): return size(n, k).map { .vector($0) }
    case (.matrix(let rows, let columns), .matrix(let height, let width)):
      guard let rows = size(rows, height), let columns = size(columns, width) else { return nil }
      return .matrix(rows, columns)
    default: return nil
    }
  }
}
