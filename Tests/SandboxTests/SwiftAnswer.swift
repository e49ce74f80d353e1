import FunctionMarking

@testable import Sandbox

/// A student's file for a test, with the functions it is asked for.
struct SwiftAnswer: Sendable {
  var source: String
  var functions: [Signature] = [.number]

  init(_ source: String, _ functions: Signature...) {
    self.source = source
    if !functions.isEmpty { self.functions = functions }
  }

  /// The report on calling the first function with each of the arguments.
  func report(_ arguments: [FunctionValue], on runner: FunctionRunner) throws -> FunctionReport {
    try runner.report(on: job(arguments.map { (0, [$0]) }))
  }

  /// The report on calling the first function with each of the numbers.
  func report(_ numbers: Double..., on runner: FunctionRunner) throws -> FunctionReport {
    try report(numbers.map { .double($0) }, on: runner)
  }

  func job(_ calls: [(function: Int, arguments: [FunctionValue])]) -> FunctionJob {
    FunctionJob(
      source: Array(source.utf8), functions: functions,
      calls: calls.map { FunctionJob.Call(function: $0.function, arguments: $0.arguments) })
  }
}

extension Signature {
  /// `func f(_ x: Double) -> Double`.
  static let number = Signature("f", .double, .double)

  /// A function of one parameter without a label.
  init(_ name: String, _ parameter: ValueType, _ result: ValueType) {
    self.init(
      name: name, parameters: [Parameter(label: nil, name: "x", type: parameter)], result: result)
  }
}

extension ValueType {
  static let vector = ValueType.array(.double)
  static let matrix = ValueType.array(.vector)
  static let integers = ValueType.array(.int)
}

extension FunctionValue {
  static func vector(_ numbers: Double...) -> FunctionValue { .array(numbers.map { .double($0) }) }

  /// The characters of a text as numbers, since a text is no argument.
  static func characters(_ text: String) -> FunctionValue {
    .array(text.utf8.map { .int(Int($0)) })
  }
}

extension FunctionReport {
  /// The numbers that came back; nil where anything else did.
  var numbers: [Double]? {
    let numbers = outcomes.compactMap { outcome -> Double? in
      if case .returned(.double(let number)) = outcome { number } else { nil }
    }
    return numbers.count == outcomes.count ? numbers : nil
  }

  var text: String { String(decoding: output, as: UTF8.self) }
}
