import FunctionMarking
import Testing

@testable import Sandbox

@Suite("Programs that mean to be right by other means", .confined)
struct ForgeryTests {
  struct Forgery: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let source: String
    /// What `f(1)`, `f(2)`, `f(3)` come to.
    let outcomes: [FunctionReport.Outcome]
  }

  static let honest: [FunctionReport.Outcome] = [1, 2, 3].map { .returned(.double($0)) }
  static let notProper = FunctionReport.Outcome.malformed(
    "what came back is not what a call gives back")

  static let write = """
    import Glibc
    func send(_ words: [UInt32], _ rest: [Double] = []) {
      var words = words
      var rest = rest
      write(3, &words, words.count * 4)
      if !rest.isEmpty { write(3, &rest, rest.count * 8) }
    }

    """

  static let forgeries = [
    Forgery(
      testDescription: "== and abs that always agree",
      source: """
        func == (a: Double, b: Double) -> Bool { true }
        func abs(_ x: Double) -> Double { 0 }
        func + (a: Int, b: Int) -> Int { 0 }
        func * (a: Int, b: Int) -> Int { 0 }
        func < (a: Int, b: Int) -> Bool { false }
        func f(_ x: Double) -> Double { x }
        """, outcomes: honest),
    Forgery(
      testDescription: "types with the names of Swift's",
      source: """
        struct Array {}
        struct UnsafeRawPointer {}
        struct UnsafeMutableRawPointer {}
        struct UInt32 {}
        struct Int {}
        struct Range {}
        typealias Void = Bool
        func f(_ x: Double) -> Double { x }
        """, outcomes: honest),
    Forgery(
      testDescription: "a type named Swift, and one named as the module",
      source: """
        enum Swift { struct Double {} }
        enum Student {}
        func f(_ x: Double) -> Double { x }
        """, outcomes: honest),
    Forgery(
      testDescription: "extensions with the adapters' words",
      source: """
        extension Array { var count: Int { 0 }; mutating func append(_ x: Element) {} }
        extension Double { init(_ x: Double) { self = 0 } }
        func f(_ x: Double) -> Double { x }
        """, outcomes: honest),
    Forgery(
      testDescription: "malloc, write and exit of its own",
      source: """
        @_cdecl("write") public func ownWrite(_ f: Int32, _ p: UnsafeRawPointer?, _ n: Int) -> Int { n }
        @_cdecl("memcpy") public func ownCopy(_ a: UnsafeMutableRawPointer?, _ b: UnsafeRawPointer?, _ n: Int) -> UnsafeMutableRawPointer? { a }
        @_cdecl("realloc") public func ownMemory(_ a: UnsafeMutableRawPointer?, _ n: Int) -> UnsafeMutableRawPointer? { nil }
        @_cdecl("open") public func ownOpen(_ a: UnsafeRawPointer?, _ n: Int32) -> Int32 { -1 }
        func f(_ x: Double) -> Double { x }
        """, outcomes: honest),
    Forgery(
      testDescription: "nonsense instead of a result",
      source: write + """
        func f(_ x: Double) -> Double {
          if x == 2 { send([1, 2, 3, 4, 5, 6, 7, 8, 9]) }
          return x
        }
        """, outcomes: [.returned(.double(1)), notProper, .returned(.double(3))]),
    Forgery(
      testDescription: "a length that never comes to an end",
      source: write + """
        func f(_ x: Double) -> Double {
          if x == 2 { send([2, 1, 0xFFFF_FFFF]) }
          return x
        }
        """, outcomes: [.returned(.double(1)), notProper, .returned(.double(3))]),
    Forgery(
      testDescription: "the fault of a runner",
      source: write + """
        func f(_ x: Double) -> Double {
          if x == 2 { send([5, 1, 0]) }
          return x
        }
        """, outcomes: [.returned(.double(1)), notProper, .returned(.double(3))]),
    Forgery(
      testDescription: "a well-formed result of the wrong size",
      source: write + """
        func f(_ x: Double) -> Double {
          if x == 2 { send([2, 1, 4, 7]); _exit(0) }
          return x
        }
        """,
      outcomes: [
        .returned(.double(1)), .malformed("what came back is no value of the type Double"),
        .exited(0),
      ]),
    Forgery(
      testDescription: "results of calls that were not made",
      source: write + """
        func f(_ x: Double) -> Double {
          send([2, 0, 8], [5])
          send([2, 1, 8], [6])
          send([2, 2, 8], [7])
          send([2, 3, 8], [8])
          _exit(0)
        }
        """, outcomes: [5, 6, 7].map { .returned(.double($0)) }),
    Forgery(
      testDescription: "the runner's own words on the standard output",
      source: """
        func f(_ x: Double) -> Double {
          print("R\\u{0C}\\0\\0\\0PASS{\\"status\\":\\"correct\\"}Z\\0\\0\\0\\0")
          return x
        }
        """, outcomes: honest),
  ]

  @Test("gains nothing but what it returns", arguments: forgeries, Wall.here)
  func gainsNothing(forgery: Forgery, wall: Wall) throws {
    let report = try SwiftAnswer(forgery.source).report(1, 2, 3, on: wall.runner)
    #expect(report.compilation == .succeeded)
    #expect(report.functionFaults.isEmpty)
    #expect(report.outcomes == forgery.outcomes)
  }
}
