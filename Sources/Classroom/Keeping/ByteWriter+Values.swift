import Formulas
import Numerics
import SystemCalls

extension ByteWriter {
  mutating func write(_ digest: Digest) {
    write(digest.high)
    write(digest.low)
  }

  mutating func write(_ tensor: Tensor) {
    switch tensor.shape {
    case .scalar: write(0)
    case .vector(let count):
      write(1)
      write(count)
    case .matrix(let rows, let columns):
      write(2)
      write(rows)
      write(columns)
    }
    for entry in tensor.entries { write(entry) }
  }
}
