import Exercises
import TestSupport
import Testing

@testable import FunctionMarking

@Suite("How a result differs")
struct ValueDifferenceTests {
  /// What came back, what should have, and the sentence; nil where the result is right.
  struct Case: Sendable, CustomTestStringConvertible {
    let found: FunctionValue
    let expected: FunctionValue
    let type: ValueType
    let sentence: String?
    var base = 1
    var tolerance = CodeTask.usualTolerance
    var testDescription: String { "\(found.text()) for \(expected.text())" }
  }

  private static let vector = ValueType.array(.double)
  private static let matrix = ValueType.array(vector)
  private static let pair = ValueType.tuple([
    .init(label: "dW", type: matrix), .init(label: "db", type: vector),
  ])

  private static let cases = [
    Case(found: 1.0, expected: 1.0, type: .double, sentence: nil),
    Case(found: 1.5, expected: 1.0, type: .double, sentence: "That is not right."),
    Case(found: .double(.nan), expected: 1.0, type: .double, sentence: "That is not right."),
    Case(found: .double(.nan), expected: .double(.nan), type: .double, sentence: nil),
    Case(found: .double(.infinity), expected: .double(.infinity), type: .double, sentence: nil),
    Case(found: .double(-.infinity), expected: 1.0, type: .double, sentence: "That is not right."),
    Case(found: .int(2), expected: .int(2), type: .int, sentence: nil),
    Case(found: .int(2), expected: .int(3), type: .int, sentence: "That is not right."),
    Case(found: .bool(true), expected: .bool(true), type: .bool, sentence: nil),
    Case(found: .bool(true), expected: .bool(false), type: .bool, sentence: "That is not right."),
    Case(found: 2.0, expected: .int(2), type: .int, sentence: "That is not right."),
    Case(found: [], expected: [], type: vector, sentence: nil),
    Case(found: [1.0], expected: [2.0], type: vector, sentence: "[1] is not right."),
    Case(found: [1.0], expected: [2.0], type: vector, sentence: "[0] is not right.", base: 0),
    Case(
      found: [1.0, 2.0, 3.0], expected: [1.0, 5.0, 3.0], type: vector,
      sentence: "1 of the 3 numbers is not right: [2] (2)."),
    Case(
      found: [1.0, .double(.nan), .double(.infinity)], expected: [1.0, 5.0, 3.0], type: vector,
      sentence: "2 of the 3 numbers are not right: [1] (nan), [2] (inf).", base: 0),
    Case(
      found: [1.0, 2.0], expected: [3.0, 4.0], type: vector,
      sentence: "None of the 2 numbers is right."),
    Case(
      found: [1.0, 1.0, 1.0, 1.0, 1.0], expected: [0.0, 0.0, 0.0, 0.0, 1.0], type: vector,
      sentence: "4 of the 5 numbers are not right: [1] (1), [2] (1), [3] (1) and 1 more."),
    Case(
      found: [[1.0, 2.0], [3.0, 4.0]], expected: [[1.0, 2.0], [0.0, 4.0]], type: matrix,
      sentence: "1 of the 4 numbers is not right: [2, 1] (3)."),
    Case(
      found: [1.0], expected: [1.0, 2.0], type: vector,
      sentence: "The list has 1 entry, but 2 are expected."),
    Case(
      found: [1.0, 2.0], expected: [1.0], type: vector,
      sentence: "The list has 2 entries, but 1 is expected."),
    Case(
      found: [], expected: [1.0], type: vector,
      sentence: "The list has 0 entries, but 1 is expected."),
    Case(
      found: [[1.0, 9.0], [3.0]], expected: [[1.0, 2.0], [3.0, 4.0]], type: matrix,
      sentence: "The list at [2] has 1 entry, but 2 are expected."),
    Case(
      found: [[[1.0]], [[2.0], []]], expected: [[[1.0]], [[2.0], [3.0]]], type: .array(matrix),
      sentence: "The list at [2, 2] has 0 entries, but 1 is expected."),
    Case(
      found: .tuple([[[1.0]], [2.0]]), expected: .tuple([[[1.0]], [2.0]]), type: pair,
      sentence: nil),
    Case(
      found: .tuple([[[1.0]], [2.0]]), expected: .tuple([[[3.0]], [2.0]]), type: pair,
      sentence: "1 of the 2 numbers is not right: dW[1, 1] (1)."),
    Case(
      found: .tuple([[[1.0]], [2.0]]), expected: .tuple([[[1.0]], [2.5]]), type: pair,
      sentence: "1 of the 2 numbers is not right: db[0] (2).", base: 0),
    Case(
      found: .tuple([[[1.0]], [2.0, 3.0]]), expected: .tuple([[[1.0]], [2.0]]), type: pair,
      sentence: "The list at db has 2 entries, but 1 is expected."),
    Case(
      found: .tuple([]), expected: .tuple([[[1.0]], [2.0]]), type: pair,
      sentence: "That is not right."),
    Case(
      found: .tuple([[[1.0]]]), expected: .tuple([[[1.0]], [2.0]]), type: pair,
      sentence: "That is not right."),
  ]

  @Test("a wrong result is told by its place, and what is right is not told", arguments: cases)
  func sentences(_ example: Case) {
    let difference = ValueDifference(
      example.found, from: example.expected, type: example.type, example.tolerance,
      indexBase: example.base)
    #expect(difference?.sentence.text == example.sentence)
  }

  @Test(
    "a number is right up to the bound of its tolerance",
    arguments: [0.9, -0.9, 1.1, -1.1], [0.0, 1e-20, 1, -3, 1e12])
  func bounds(_ share: Double, _ expected: Double) {
    let bound = 1e-9 + 1e-7 * abs(expected)
    let difference = ValueDifference(
      .double(expected + share * bound), from: .double(expected), type: .double,
      CodeTask.usualTolerance, indexBase: 1)
    #expect((difference == nil) == (abs(share) < 1))
  }

  @Test("NaN and infinities among wrong entries are noticed, whatever else is wrong")
  func notFinite() {
    func isNotFinite(_ found: FunctionValue, _ expected: FunctionValue) -> Bool? {
      ValueDifference(
        found, from: expected, type: Self.vector, CodeTask.usualTolerance, indexBase: 1)?
        .isNotFinite
    }
    #expect(isNotFinite([1.0, .double(.nan)], [2.0, 3.0]) == true)
    #expect(isNotFinite([.double(-.infinity)], [2.0]) == true)
    #expect(isNotFinite([1.0], [2.0]) == false)
    #expect(isNotFinite([.double(.nan)], [2.0, 3.0]) == false)
    #expect(isNotFinite([2.0], [2.0]) == nil)
  }
}
