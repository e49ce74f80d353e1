import Marking
import Numerics
import Testing

@testable import Gradebooks

@Suite("Alike programs and answers")
struct AlikeSearchTests {
  private static let program = """
    import Foundation
    /// The slope of the sigmoid.
    func slope(_ z: [Double]) -> [Double] {
      var result: [Double] = []
      for value in z {
        let s = 1 / (1 + exp(-value)) // as in the chapter
        result.append(s * (1 - s))
      }
      return result
    }
    """

  private static func prints(_ program: String, beyond template: String = "") -> Set<UInt64> {
    SwiftShape(Array(program.utf8)).prints(beyond: SwiftShape(Array(template.utf8)))
  }

  @Test("names, numbers, texts, comments and blanks make no difference to a program's shape")
  func shape() {
    let other =
      Self.program.replacing("result", with: "answers").replacing("value", with: "x")
      .replacing("// as in the chapter", with: "/* s */").replacing("  ", with: "\t")
      .replacing("1 - s", with: "2.0 - s")
    #expect(!Self.prints(Self.program).isEmpty)
    #expect(Self.prints(other) == Self.prints(Self.program))
  }

  @Test("what everybody was given to begin with shows nothing")
  func template() {
    #expect(Self.prints(Self.program, beyond: Self.program).isEmpty)
    let longer = Self.program + "\nfunc sum(_ a: [Double]) -> Double { a.reduce(0, +) / 2 + 7 }"
    let beyond = Self.prints(longer, beyond: Self.program)
    #expect(!beyond.isEmpty && beyond.count < Self.prints(longer).count)
    #expect(Self.prints("").isEmpty && Self.prints("func f").isEmpty)
    // What is never closed ends with the file.
    #expect(Self.prints("/* \"").isEmpty && Self.prints("\"").isEmpty)
  }

  private static func record(
    _ id: String, _ traces: [WorkTrace], origin: String = ""
  ) -> StudentRecord {
    var record = StudentRecord(id: id)
    var feedback = Feedback(exercise: "e", student: id, steps: [])
    feedback.traces = traces
    record.results = [feedback]
    record.origin = origin
    return record
  }

  private static func digits(_ keys: [Int]) -> [WorkTrace] {
    keys.map { WorkTrace(.digits, step: $0 % 100, key: UInt64($0), label: "v\($0)") }
  }

  private static func pairs(_ records: [StudentRecord]) -> [AlikeSearch.Pair] {
    var search = AlikeSearch()
    for record in records { search.add(record) }
    return search.pairs
  }

  /// Students each with three wrong numbers of their own, at steps 0 to 2.
  private static func others(_ count: Int) -> [StudentRecord] {
    (0..<count).map { student in
      record("s\(student)", digits((0..<3).map { 1000 + 100 * (3 * student) + 100 * $0 + $0 }))
    }
  }

  @Test("three rare wrong numbers are more than chance, two are not, nor is what five share")
  func numbers() throws {
    let rare = Self.digits([10, 11, 12])
    let found = Self.pairs(
      Self.others(100) + [Self.record("ann", rare), Self.record("bob", rare)])
    #expect(found.map { $0.students.map(\.id) } == [["ann", "bob"]])
    #expect(found[0].shared == ["e v10", "e v11", "e v12"] && found[0].count == 3)
    #expect(found[0].chance > 1e-5 && found[0].chance < 0.01)
    let two = Array(rare.prefix(2))
    #expect(
      Self.pairs(Self.others(100) + [Self.record("ann", two), Self.record("bob", two)]).isEmpty)
    let five = ["ann", "bob", "cy", "di", "ed"].map { Self.record($0, rare) }
    #expect(Self.pairs(Self.others(100) + five).isEmpty)
  }

  @Test("what a team handed in together is not compared, and slips that are known weigh little")
  func explained() {
    let rare = Self.digits([10, 11, 12, 13])
    let team = [Self.record("ann", rare, origin: "red"), Self.record("bob", rare, origin: "red")]
    #expect(Self.pairs(Self.others(100) + team).isEmpty)
    let slips = rare.map { WorkTrace(.slip, step: $0.step, key: $0.key, label: $0.label) }
    #expect(
      Self.pairs(Self.others(100) + [Self.record("ann", slips), Self.record("bob", slips)]).isEmpty)
    // Of one matrix the entries depend on each other.
    let matrix = rare.map { WorkTrace(.digits, step: 7, key: $0.key, label: $0.label) }
    #expect(
      Self.pairs(Self.others(100) + [Self.record("ann", matrix), Self.record("bob", matrix)])
        .isEmpty)
  }

  /// A program of some thirty lines, each of which may be written in several ways.
  private static func program(_ random: inout SplitMix64) -> String {
    let lines = (0..<30).map { _ in
      let line =
        [
          "var a = [Double](repeating: 0, count: n)", "for i in 0..<n { s += w[i] * x[i] }",
          "let d = (a - y) * s * (1 - s)", "if z > 0 { out.append(z) } else { out.append(0) }",
          "result = zip(p, q).map { $0 * $1 }.reduce(0, +)", "while k < m { k += 1; t = t / 2 }",
          "guard !rows.isEmpty else { return [] }", "weights[i][j] -= rate * delta[i] * input[j]",
        ].randomElement(using: &random) ?? ""
      let around =
        [
          ("", ""), ("if k < n { ", " }"), ("for j in rows.indices { ", " }"), ("defer { ", " }"),
          ("let q = 0.5; ", ""), ("do { ", " }"), ("", "; n += 1"), ("while true { ", "; break }"),
        ].randomElement(using: &random) ?? ("", "")
      return around.0 + line + around.1
    }
    return "func f() {\n\(lines.joined(separator: "\n"))\n}"
  }

  @Test("in a simulated class the planted programs with other names are found, and no others")
  func plantedPrograms() {
    var random = SplitMix64(seededBy: "planted programs")
    var programs = (0..<100).map { _ in Self.program(&random) }
    for copy in 0..<5 {
      programs.append(
        programs[copy * 17].replacing("delta", with: "error").replacing("result", with: "r")
          .replacing("\n", with: "\n  // mine\n"))
    }
    let records = programs.enumerated().map { number, program in
      Self.record(
        "s\(number)",
        Self.prints(program).sorted().map { WorkTrace(.shape, step: -1, key: $0, label: "") })
    }
    let found = Set(Self.pairs(records).map { $0.students.map(\.id) })
    #expect(found == Set((0..<5).map { ["s\($0 * 17)", "s\(100 + $0)"] }))
  }
}
