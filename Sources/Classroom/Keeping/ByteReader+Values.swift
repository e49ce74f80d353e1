import Formulas
import Numerics
import SystemCalls

extension ByteReader {
  mutating func readDigest() throws(Malformed) -> Digest {
    Digest(high: try readBits(), low: try readBits())
  }

  mutating func readTensor() throws(Malformed) -> Tensor {
    let shape: Shape
    var count = 1
    switch try readNumber() {
    case 0: shape = .scalar
    case 1:
      count = try readNumber()
      shape = .vector(count)
    case 2:
      let (rows, columns) = (try readNumber(), try readNumber())
      let product = rows.multipliedReportingOverflow(by: columns)
      guard rows >= 0, columns >= 0, !product.overflow else { throw Malformed() }
      count = product.partialValue
      shape = .matrix(rows, columns)
    default: throw Malformed()
    }
    guard count >= 0, count <= rest / 8 else { throw Malformed() }
    var entries: [Double] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(try readDouble()) }
    return Tensor(shape: shape, entries: entries)
  }
}
