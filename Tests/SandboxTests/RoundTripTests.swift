import FunctionMarking
import Testing

@testable import Sandbox

@Suite("Values on their way to a function and back", .confined)
struct RoundTripTests {
  static let triple = ValueType.tuple([
    .init(label: "loss", type: .double), .init(label: "count", type: .int),
    .init(label: "gradients", type: .array(.matrix)),
  ])

  /// Types with values that must come back bit for bit.
  static let cases: [(type: ValueType, values: [FunctionValue])] = [
    (.int, [.int(0), .int(-1), .int(.max), .int(.min)]),
    (.bool, [.bool(true), .bool(false)]),
    (
      .double,
      [
        0, -0.0, 1.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        Double(bitPattern: 0x7FF8_0000_DEAD_BEEF), Double(bitPattern: 0xFFF8_0000_0000_0001),
      ].map { .double($0) }
    ),
    (.vector, [.array([]), .vector(1, -0.0, .nan), .vector(.infinity)]),
    (.array(.bool), [.array([]), .array([.bool(true), .bool(false), .bool(true)])]),
    (.integers, [.array([.int(.min), .int(.max)])]),
    (
      .matrix, [.array([]), .array([.array([])]), .array([.vector(1, 2), .array([]), .vector(3)])]
    ),
    (
      .array(.matrix),
      [.array([]), .array([.array([]), .array([.vector(1, .nan), .array([])])])]
    ),
    (.array(.array(.bool)), [.array([.array([.bool(true)]), .array([])])]),
  ]

  @Test("every type comes back bit for bit", arguments: Wall.here)
  func everyType(wall: Wall) throws {
    var source = ""
    var functions: [Signature] = []
    var calls: [(Int, [FunctionValue])] = []
    for (place, (type, values)) in Self.cases.enumerated() {
      source += "func f\(place)(_ x: \(type)) -> \(type) { x }\n"
      functions.append(Signature("f\(place)", type, type))
      calls += values.map { (place, [$0]) }
    }
    var answer = SwiftAnswer(source)
    answer.functions = functions
    let report = try wall.runner.report(on: answer.job(calls))
    #expect(report.compilation == .succeeded)
    #expect(report.outcomes.count == calls.count)
    for (outcome, call) in zip(report.outcomes, calls) {
      guard case .returned(let value) = outcome else {
        Issue.record("\(call) came to \(outcome)")
        continue
      }
      #expect(bits(value) == bits(call.1[0]))
    }
  }

  @Test("a tuple has its parts in order, also those with parts of their own", arguments: Wall.here)
  func tuple(wall: Wall) throws {
    let function = Signature(
      name: "step",
      parameters: [
        .init(label: nil, name: "z", type: .vector),
        .init(label: "rate", name: "rate", type: .double),
        .init(label: "with", name: "flag", type: .bool), .init(label: "in", name: "n", type: .int),
      ], result: Self.triple)
    let answer = SwiftAnswer(
      """
      func step(_ z: [Double], rate: Double, with flag: Bool, in n: Int)
        -> (loss: Double, count: Int, gradients: [[[Double]]])
      {
        (rate, flag ? n : -n, [[z], []])
      }
      """, function)
    let report = try wall.runner.report(
      on: answer.job([
        (0, [.vector(1, 2), .double(0.5), .bool(true), .int(7)]),
        (0, [.vector(), .double(-0.0), .bool(false), .int(7)]),
      ]))
    #expect(
      report.outcomes == [
        .returned(
          .tuple([.double(0.5), .int(7), .array([.array([.vector(1, 2)]), .array([])])])),
        .returned(.tuple([.double(-0.0), .int(-7), .array([.array([.vector()]), .array([])])])),
      ])
  }

  @Test("a function without parameters, and one named by a keyword", arguments: Wall.here)
  func unusualNames(wall: Wall) throws {
    let functions = [
      Signature(name: "constant", parameters: [], result: .double),
      Signature("repeat", .double, .double), Signature("σ", .double, .double),
    ]
    var answer = SwiftAnswer(
      """
      func constant() -> Double { 3 }
      func `repeat`(_ x: Double) -> Double { x + x }
      func σ(_ x: Double) -> Double { -x }
      """)
    answer.functions = functions
    let report = try wall.runner.report(
      on: answer.job([(0, []), (1, [.double(2)]), (2, [.double(2)])]))
    #expect(report.numbers == [3, 4, -2])
  }

  /// The value with every number as its bits, so that NaN equals itself and 0 is not −0.
  private func bits(_ value: FunctionValue) -> FunctionValue {
    switch value {
    case .double(let number): .int(Int(truncatingIfNeeded: number.bitPattern))
    case .array(let parts): .array(parts.map(bits))
    case .tuple(let parts): .tuple(parts.map(bits))
    case .int, .bool: value
    }
  }
}
