import Formulas
import TestSupport
import Testing

@testable import FunctionMarking

@Suite("Values of functions")
struct FunctionValueTests {
  private static let matrix = Tensor(shape: .matrix(2, 2), entries: [1, 2, 3, 4])

  private static let tensorCases: [(FunctionValue, Tensor?)] = [
    (.int(3), Tensor(3)), (.bool(true), Tensor(1)), (0.5, Tensor(0.5)), ([1.0], Tensor([1])),
    ([[1.0, 2.0], [3.0, 4.0]], matrix), ([.bool(false), .bool(true)], Tensor([0, 1])),
    ([], nil), ([[]], nil), ([[1.0], []], nil), ([[1.0, 2.0], [3.0]], nil), ([[[1.0]]], nil),
    (.tuple([1.0, 2.0]), nil), ([1.0, [2.0]], nil),
  ]

  private static let typeCases: [(Tensor, ValueType, FunctionValue?)] = [
    (Tensor(3), .int, .int(3)), (Tensor(3.5), .int, nil), (Tensor(0x1p53), .int, nil),
    (Tensor(.nan), .int, nil), (Tensor(1), .bool, .bool(true)), (Tensor(0.5), .bool, nil),
    (Tensor(.infinity), .double, .double(.infinity)), (Tensor([7]), .double, 7.0),
    (Tensor([1, 2]), .double, nil), (Tensor([1, 2]), .array(.double), [1.0, 2.0]),
    (Tensor(1), .array(.double), [1.0]), (Tensor([1, 2]), .array(.int), [.int(1), .int(2)]),
    (Tensor([1, 0.5]), .array(.int), nil),
    (Tensor(shape: .matrix(2, 1), entries: [1, 2]), .array(.double), [1.0, 2.0]),
    (Tensor(shape: .matrix(1, 2), entries: [1, 2]), .array(.double), [1.0, 2.0]),
    (matrix, .array(.double), nil),
    (matrix, .array(.array(.double)), [[1.0, 2.0], [3.0, 4.0]]),
    (Tensor([1, 2]), .array(.array(.double)), nil),
    (matrix, .array(.array(.array(.double))), nil),
    (Tensor(1), .tuple([.init(label: "a", type: .int), .init(label: "b", type: .int)]), nil),
  ]

  private static let textCases: [(FunctionValue, String)] = [
    (.int(-3), "-3"), (.bool(false), "false"), (2.0, "2"), (-0.25, "-0.25"),
    (.double(.nan), "nan"), (.double(-.infinity), "-inf"), ([], "[]"),
    ([[1.0, 2.5], []], "[[1, 2.5], []]"),
  ]

  @Test(
    "numbers, vectors and matrices are tensors; nothing else is",
    arguments: tensorCases)
  func tensors(_ value: FunctionValue, _ tensor: Tensor?) {
    #expect(value.tensor == tensor)
  }

  @Test(
    "a tensor is a value of a type where the shape allows it",
    arguments: typeCases)
  func values(_ tensor: Tensor, _ type: ValueType, _ value: FunctionValue?) {
    #expect(FunctionValue(tensor, as: type) == value)
  }

  @Test(
    "a value is shown as Swift prints it, whole numbers without a point",
    arguments: textCases)
  func texts(_ value: FunctionValue, _ text: String) {
    #expect(value.text() == text)
  }

  @Test("a million entries are shown shortened, and soon")
  func longTexts() {
    let million = FunctionValue.array(.init(repeating: 1.0, count: 1_000_000))
    #expect(million.text(longest: 10) == "[1, 1, 1, …")
    #expect(FunctionValue.array([million, million]).text().count == 161)
  }

  @Test("one number of a value is replaced, and the rest is as it was")
  func replacing() {
    let value: FunctionValue = [[1.0, 2.0], [3.0]]
    #expect(value.replacing(entry: 2, with: 9) == [[1.0, 2.0], [9.0]])
    #expect(value.replacing(entry: 3, with: 9) == value)
    #expect(FunctionValue.double(1).replacing(entry: 0, with: 9) == 9.0)
  }
}
