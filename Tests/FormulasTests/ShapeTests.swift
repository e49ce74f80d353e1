import Formulas
import Testing

@Suite("Shape")
struct ShapeTests {
  @Test(
    "Sizes, counts, ranks and words agree",
    arguments: [
      (Shape.scalar, [], 1, "a number"), (.vector(3), [3], 3, "a vector of 3"),
      (.matrix(2, 3), [2, 3], 6, "a 2×3 matrix"),
    ])
  func description(shape: Shape, sizes: [Int], count: Int, words: String) {
    #expect(shape.sizes == sizes)
    #expect(shape.rank == sizes.count)
    #expect(shape.count == count)
    #expect(shape.description == words)
    #expect(Shape(sizes: sizes) == shape)
  }

  @Test(
    "No shape has three sizes, or one that is not positive", arguments: [[1, 2, 3], [0], [2, -1]])
  func impossible(sizes: [Int]) {
    #expect(Shape(sizes: sizes) == nil)
  }

  @Test("Only a matrix changes when it is transposed")
  func transposed() {
    #expect(Shape.scalar.transposed == .scalar)
    #expect(Shape.vector(3).transposed == .vector(3))
    #expect(Shape.matrix(2, 3).transposed == .matrix(3, 2))
  }

  @Test(
    "Broadcasting follows NumPy, either way round",
    arguments: [
      (Shape.scalar, Shape.scalar, Shape.scalar), (.scalar, .vector(1), .vector(1)),
      (.scalar, .matrix(2, 3), .matrix(2, 3)), (.vector(3), .vector(3), .vector(3)),
      (.vector(1), .vector(3), .vector(3)), (.vector(2), .vector(3), nil),
      (.vector(3), .matrix(2, 3), .matrix(2, 3)), (.vector(2), .matrix(2, 3), nil),
      (.vector(2), .matrix(2, 1), .matrix(2, 2)), (.matrix(1, 3), .matrix(2, 1), .matrix(2, 3)),
      (.matrix(2, 3), .matrix(3, 2), nil), (.vector(1), .matrix(1, 1), .matrix(1, 1)),
    ] as [(Shape, Shape, Shape?)])
  func broadcast(left: Shape, right: Shape, expected: Shape?) {
    #expect(Shape.broadcast(left, right) == expected)
    #expect(Shape.broadcast(right, left) == expected)
  }

  @Test(
    "Matrix products follow NumPy",
    arguments: [
      (Shape.vector(2), Shape.vector(2), Shape.scalar), (.vector(2), .vector(3), nil),
      (.matrix(2, 3), .vector(3), .vector(2)), (.matrix(2, 3), .vector(2), nil),
      (.vector(2), .matrix(2, 3), .vector(3)), (.vector(3), .matrix(2, 3), nil),
      (.matrix(2, 3), .matrix(3, 4), .matrix(2, 4)), (.matrix(2, 3), .matrix(2, 3), nil),
      (.scalar, .vector(1), nil), (.matrix(1, 1), .scalar, nil),
    ] as [(Shape, Shape, Shape?)])
  func product(left: Shape, right: Shape, expected: Shape?) {
    #expect(Shape.product(left, right) == expected)
  }
}
