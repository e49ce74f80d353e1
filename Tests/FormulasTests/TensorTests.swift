import Formulas
import Testing

@Suite("Tensor")
struct TensorTests {
  private static let matrix = Tensor(rows: [[1, -2, 3], [0.5, 0, -6e-7]])

  @Test("Entries lie row after row, and are exchanged by transposing")
  func transposed() {
    #expect(TensorTests.matrix.shape == .matrix(2, 3))
    #expect(TensorTests.matrix.entries == [1, -2, 3, 0.5, 0, -6e-7])
    #expect(TensorTests.matrix.transposed == Tensor(rows: [[1, 0.5], [-2, 0], [3, -6e-7]]))
    #expect(Tensor([1, 2]).transposed == Tensor([1, 2]))
    #expect(Tensor(5).transposed == Tensor(5))
  }

  @Test(
    "A value is written as the formula language reads it",
    arguments: [
      (Tensor(0.1), "0.1"), (Tensor([1, -2.5]), "[1.0, -2.5]"),
      (matrix, "[[1.0, -2.0, 3.0], [0.5, 0.0, -6e-07]]"), (Tensor(1e300), "1e+300"),
    ])
  func description(value: Tensor, text: String) throws {
    #expect(value.description == text)
    #expect(try tensor(text) == value)
  }

  @Test("What is no number has no sign")
  func notANumber() {
    #expect(Tensor([-.nan, .nan, -.infinity]).description == "[nan, nan, -inf]")
  }

  @Test("Each entry is written as asked")
  func written() {
    #expect(TensorTests.matrix.written { "\(Int($0 * 2))" } == "[[2, -4, 6], [1, 0, 0]]")
  }

  @Test("Places in a value are counted from either base")
  func indices() {
    #expect(TensorTests.matrix.indices(at: 5, from: 1) == [2, 3])
    #expect(TensorTests.matrix.indices(at: 3, from: 0) == [1, 0])
    #expect(Tensor([1, 2]).indices(at: 1, from: 1) == [2])
    #expect(Tensor(1).indices(at: 0, from: 1) == [])
  }

  @Test(
    "A value knows its size and whether it is zero or finite",
    arguments: [
      (Tensor([0, -0.0]), 0.0, true, true), (matrix, 3, false, true),
      (Tensor([1, .infinity]), .infinity, false, false),
    ])
  func scale(value: Tensor, scale: Double, isZero: Bool, isFinite: Bool) {
    #expect(value.scale == scale)
    #expect(value.isZero == isZero)
    #expect(value.isFinite == isFinite)
  }

  @Test("NaN is not finite")
  func nanIsNotFinite() {
    #expect(!Tensor([.nan, 1]).isFinite)
  }

  @Test("The same entries fit another shape of as many")
  func reshaped() {
    #expect(Tensor([1, 2]).reshaped(to: .matrix(2, 1)) == Tensor(rows: [[1], [2]]))
  }
}
