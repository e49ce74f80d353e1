import Backpropagation
import Testing

@Suite("Matrix")
struct MatrixTests {
  @Test("Rows and columns are two ways to say the same matrix")
  func rowsAndColumns() throws {
    let matrix = try Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(try matrix == Matrix(columns: [[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.entries == [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 0] == 4)
    #expect(matrix.shape == "2 × 3")
    #expect(matrix.transposed.rowLists == [[1, 4], [2, 5], [3, 6]])
  }

  @Test("Lists of different lengths are no matrix")
  func uneven() {
    #expect(throws: UnevenLists(list: 3, found: 1, expected: 2)) {
      try Matrix([[1, 2], [3, 4], [5], [6, 7]])
    }
  }
}
