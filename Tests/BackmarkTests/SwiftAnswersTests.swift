import Foundation
import TestSupport
import Testing

/// Swift answers as a student and an instructor meet them; the compiler is the machine's own.
@Suite("Swift answers on the command line")
struct SwiftAnswersTests {
  /// An exercise with a number and two functions, so that one file of each kind answers it.
  private static let exercise = """
    { "id": "soft", "title": "Softmax", "statement": "Write softmax and its Jacobian.",
      "steps": [
        { "name": "total", "formula": "sum(softmax([1, 2]))", "text": "what softmax adds up to" },
        { "name": "softmax_", "kind": "code", "function": "func softmax(_ z: [Double]) -> [Double]",
          "formula": "softmax(z)",
          "inputs": [{ "z": [1, 2] }, { "z": [1000, 0] }, { "random": { "shape": [3] } }] },
        { "name": "jacobian", "kind": "code", "points": 2,
          "function": "func jacobian(_ z: [Double]) -> [[Double]]",
          "formula": "diag(softmax(z)) - outer(softmax(z), softmax(z))",
          "inputs": [{ "z": [1, 2] }, { "random": { "shape": [3] } }] } ] }
    """

  private static let right = """
    import Foundation
    func softmax(_ z: [Double]) -> [Double] {
      let largest = z.max() ?? 0
      let powers = z.map { exp($0 - largest) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    func jacobian(_ z: [Double]) -> [[Double]] {
      let a = softmax(z)
      return a.indices.map { i in a.indices.map { j in (i == j ? a[i] : 0) - a[i] * a[j] } }
    }

    """

  private static func workplace(_ files: [String: String]) throws -> Workplace {
    try Workplace(["exercises/soft.json": exercise].merging(files) { $1 })
  }

  /// Whether Swift answers run here; where they must, it is a failure if they do not.
  static let areRun: Bool = {
    if TestRun.requiresAll { return true }
    let doctor = try? Backmark(workplace: Workplace(Workplace.exercises))("doctor")
    return doctor?.output.contains("Swift answers run confined") == true
  }()

  // MARK: Marking

  @Test("a right file earns full marks, by itself and beside answers", .enabled(if: areRun))
  func marked() throws {
    let backmark = Backmark(
      workplace: try Self.workplace([
        "soft.swift": Self.right, "sheet.answers": "exercise: soft\ntotal = 1\ncode: soft.swift\n",
      ]))
    #expect(
      try backmark("grade", "soft.swift")
        == .init(
          output: """
            soft  Softmax

              · no answer   total     0/1
              ✓ right       softmax_  1/1
              ✓ right       jacobian  2/2

              3 of 4 points  1 not answered.

            """, status: 1))
    #expect(try backmark("grade", "sheet.answers").status == 0)
  }

  @Test("errors of the compiler are told with the student's own file, line and column")
  func compilerErrors() throws {
    try #require(Self.areRun || !TestRun.requiresAll)
    guard Self.areRun else { return }
    let source = Self.right.replacing("exp($0 - largest)", with: "exp($0 - biggest)")
    let backmark = Backmark(workplace: try Self.workplace(["soft.swift": source]))
    let outcome = try backmark("grade", "soft.swift")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("soft.swift:4:33: cannot find 'biggest' in scope"),
      "\(outcome.output)")
    let words = outcome.output.replacing(/\s+/, with: " ")
    #expect(words.contains("in scope let powers = z.map { exp($0 - biggest) }"))
    #expect(
      outcome.output.contains(
        "? unreadable  jacobian  0/2\n      The file could not be used; see softmax_.\n"))
  }

  @Test("an overflow is named with its remedy, and a missing function leaves the other marked")
  func overflow() throws {
    try #require(Self.areRun || !TestRun.requiresAll)
    guard Self.areRun else { return }
    let source = """
      import Foundation
      func softmax(_ z: [Double]) -> [Double] {
        let powers = z.map { exp($0) }
        return powers.map { $0 / powers.reduce(0, +) }
      }
      """
    let backmark = Backmark(workplace: try Self.workplace(["soft.swift": source]))
    let output = try backmark("grade", "soft.swift").output.replacing(/\s+/, with: " ")
    #expect(output.contains("For z = [1000, 0] it returns [nan, 0]."), "\(output)")
    #expect(output.contains("exp of a number above 709 is infinite. Subtract the largest entry"))
    #expect(output.contains("21 of the 22 inputs came out right."))
    #expect(
      output.contains(
        "Your file has no function 'jacobian'. It is to be declared as: "
          + "func jacobian(_ z: [Double]) -> [[Double]]"))
  }

  // MARK: Without a compiler

  @Test("where there is no compiler, functions are not run and numbers are still marked")
  func noCompiler() throws {
    var backmark = Backmark(
      workplace: try Self.workplace([
        "class/ada/soft.swift": Self.right, "class/ada/soft.answers": "total = 1\n",
        "class/bob/soft.answers": "total = 2\n",
      ]))
    backmark.environment["PATH"] = "/nonexistent"
    let outcome = try backmark("grade", "class/ada/soft.answers")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("✓ right       total     1/1"))
    #expect(outcome.output.contains("! not run     softmax_  0/1"))
    #expect(outcome.output.contains("no Swift compiler"), "\(outcome.output)")
  }

  // MARK: A class

  /// What three of ten students try.
  private static let hostile = [
    "hal": """
    import Foundation
    func softmax(_ z: [Double]) -> [Double] { while z[0] == 1000 {}; return z }
    func jacobian(_ z: [Double]) -> [[Double]] { exit(0) }
    """,
    "ivy": """
    import Glibc
    func softmax(_ z: [Double]) -> [Double] {
      for name in ["../gil/soft.swift", "/etc/passwd", "results/gradebook.csv"] {
        if let file = fopen(name, "r+") { fputs("ivy was here", file); fclose(file) }
      }
      kill(getppid(), SIGKILL); kill(0, SIGKILL)
      return z
    }
    func jacobian(_ z: [Double]) -> [[Double]] { [[0][z.count]].map { [Double($0)] } }
    """,
    "jay": """
    func softmax(_ z: [Double]) -> [Double] {
      while true { print(String(repeating: "\\u{1B}[2J=cmd|' /C calc'!A0", count: 1000)) }
    }
    func jacobian(_ z: [Double]) -> [[Double]] {
      [[Double]](repeating: [Double](repeating: .nan, count: 1 << 20), count: 1 << 10)
    }
    """,
  ]

  @Test("hostile files change nothing for the others", .enabled(if: areRun))
  func hostileClass() throws {
    let honest = ["abe", "bea", "cal", "dot", "eve", "fay", "gil"]
    var files: [String: String] = [:]
    for (number, name) in honest.enumerated() {
      let slip = number % 3 == 1 ? Self.right.replacing("/ powers", with: "* powers") : Self.right
      files["\(name)/soft.swift"] = "// \(name)\n" + slip
    }
    var all = files
    for (name, source) in Self.hostile { all["\(name)/soft.swift"] = source }
    func lines(_ files: [String: String]) throws -> [Substring] {
      let members = Dictionary(uniqueKeysWithValues: files.map { ("class/" + $0.key, $0.value) })
      let backmark = Backmark(workplace: try Self.workplace(members))
      let outcome = try backmark("class", "class", "--out", "results", "--quiet")
      #expect(outcome.status == 0, "\(outcome.notes)")
      return try backmark.workplace.text(of: "results/results.jsonl").split(separator: "\n")
    }
    let alone = try lines(files)
    let together = try lines(all)
    #expect(alone.count == honest.count)
    #expect(together.count == all.count)
    let theirs = together.filter { line in
      !Self.hostile.keys.contains { line.contains("\"\($0)\"") }
    }
    #expect(theirs == alone)
  }

  // MARK: Watching

  @Test("a Swift file is marked whenever it is saved", .enabled(if: areRun))
  func watched() throws {
    let workplace = try Self.workplace([
      "soft.swift": "func softmax(_ z: [Double]) -> [Double] { z }"
    ])
    let terminal = try PseudoTerminal("watch", "soft.swift", in: workplace)
    let first = try terminal.read(until: "q ends.\n")
    #expect(first.contains("✗ wrong       softmax_  0/1"))
    try workplace.write("soft.swift", Self.right)
    let second = try terminal.read(until: "q ends.\n")
    #expect(second.contains("✓ right       softmax_"), "\(second)")
    terminal.press("q")
    #expect(try terminal.rest().status == 0)
  }
}
