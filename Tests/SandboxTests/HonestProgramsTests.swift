import Testing

@testable import Sandbox

@Suite("Honest programs work as anywhere else", .confined)
struct HonestProgramsTests {
  struct Honest: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let source: String
    /// What `f(2)` gives.
    let result: Double
    var prints = ""
  }

  static let programs = [
    Honest(
      testDescription: "Foundation formats numbers",
      source: """
        import Foundation
        func f(_ x: Double) -> Double {
          let text = String(format: "%.3f", x)
          let formatter = NumberFormatter()
          formatter.locale = Locale(identifier: "en_US")
          formatter.numberStyle = .decimal
          return Double(text)! + Double(formatter.string(from: 1.5)!)!
        }
        """, result: 3.5),
    Honest(
      testDescription: "dates, their formatter and UUIDs",
      source: """
        import Foundation
        func f(_ x: Double) -> Double {
          let formatter = DateFormatter()
          formatter.dateFormat = "yyyy"
          formatter.timeZone = TimeZone(secondsFromGMT: 0)
          let year = Double(formatter.string(from: Date(timeIntervalSince1970: 0)))!
          guard UUID() != UUID(), Date().timeIntervalSince1970 > 1e9 else { return -1 }
          return year + x
        }
        """, result: 1972),
    Honest(
      testDescription: "DispatchQueue.concurrentPerform and a queue",
      source: """
        import Dispatch
        func f(_ x: Double) -> Double {
          let sums = UnsafeMutablePointer<Double>.allocate(capacity: 64)
          sums.initialize(repeating: 0, count: 64)
          nonisolated(unsafe) let cells = sums
          DispatchQueue.concurrentPerform(iterations: 64) { index in
            var sum = 0.0
            for step in 0..<20_000 { sum += Double(step % 7) * 0 + 0.00005 }
            cells[index] = sum.rounded()
          }
          nonisolated(unsafe) var extra = 0.0
          let group = DispatchGroup()
          DispatchQueue.global().async(group: group) { extra = x }
          group.wait()
          return (0..<64).reduce(0) { $0 + cells[$1] } + extra
        }
        """, result: 66),
    Honest(
      testDescription: "a Task awaited with a semaphore",
      source: """
        import Dispatch
        func f(_ x: Double) -> Double {
          nonisolated(unsafe) var result = 0.0
          let done = DispatchSemaphore(value: 0)
          Task.detached {
            result = await withTaskGroup(of: Double.self) { group in
              for part in 1...8 { group.addTask { Double(part) * x } }
              return await group.reduce(0, +)
            }
            done.signal()
          }
          done.wait()
          return result
        }
        """, result: 72),
    Honest(
      testDescription: "print, also to the standard error",
      source: """
        import Glibc
        func f(_ x: Double) -> Double {
          print("x is", x)
          print("no end", terminator: "")
          fputs(" and more\\n", stderr)
          return exp(0 * x)
        }
        """, result: 1, prints: "x is 2.0\n and more\nno end"),
    Honest(
      testDescription: "a regular expression, generics, classes and a lock",
      source: """
        import Synchronization
        import RegexBuilder
        final class Counter: Sendable {
          let count = Mutex(0.0)
          func add(_ x: Double) -> Double { count.withLock { $0 += x; return $0 } }
        }
        func twice<Value: AdditiveArithmetic>(_ x: Value) -> Value { x + x }
        func f(_ x: Double) -> Double {
          let counter = Counter()
          _ = counter.add(x)
          let digits = "a12b".firstMatch(of: #/([0-9]+)/#)!.1
          let one = "1x".firstMatch(of: Regex { One(.digit) })!.0
          return twice(counter.add(x)) + Double(digits)! + Double(one)!
        }
        """, result: 21),
  ]

  @Test("works and gives the right number", arguments: programs, Wall.here)
  func works(program: Honest, wall: Wall) throws {
    let report = try SwiftAnswer(program.source).report(2, on: wall.runner)
    #expect(report.compilation == .succeeded)
    #expect(report.outcomes == [.returned(.double(program.result))])
    #expect(report.text == program.prints)
    #expect(!report.isUnconfined)
  }

  @Test("fifty calls are made in one process, which keeps its state", arguments: Wall.here)
  func state(wall: Wall) throws {
    let answer = SwiftAnswer(
      "nonisolated(unsafe) var n = 0.0\nfunc f(_ x: Double) -> Double { n += x; return n }")
    let report = try answer.report(Array(repeating: .double(1), count: 50), on: wall.runner)
    #expect(report.numbers == (1...50).map(Double.init))
  }

  @Test("the same job is answered from memory, a slightly other one is not", arguments: Wall.here)
  func memory(wall: Wall) throws {
    let runner = ConfinedRunner(wall.settings()).functionRunner
    let answer = SwiftAnswer("func f(_ x: Double) -> Double { Double.random(in: 0...1) }")
    let first = try answer.report(1, on: runner)
    #expect(try answer.report(1, on: runner) == first)
    #expect(try answer.report(1.5, on: runner) != first)
  }

  @Test("four threads at once get each their own answer", arguments: Wall.here)
  func threads(wall: Wall) async throws {
    let numbers = try await withThrowingTaskGroup(of: (Int, [Double]?).self) { group in
      for place in 0..<4 {
        group.addTask {
          let answer = SwiftAnswer("func f(_ x: Double) -> Double { x + \(place) }")
          return (place, try answer.report(1, on: wall.runner).numbers)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(numbers == [0: [1], 1: [2], 2: [3], 3: [4]])
  }
}
