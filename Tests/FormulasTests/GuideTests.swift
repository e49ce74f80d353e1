import Formulas
import TestSupport
import Testing

/// The section about formulas in the guide for authors.
@Suite("The guide's tables of formulas")
struct GuideTests {
  private static func section() throws -> Substring {
    let guide = try ProjectFolder.text(of: "exercises/README.md")
    let start = try #require(guide.range(of: "\n## Formulas\n"))
    let rest = guide[start.upperBound...]
    return rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }

  /// The rows of the table of functions, by cells.
  private static func rows() throws -> [[String]] {
    let table = try section().split(separator: "| function | gives | for example |")
    let text = try #require(table.last)
    return text.split(separator: "\n").drop { $0 == "| --- | --- | --- |" }
      .prefix { $0.hasPrefix("| ") }
      .map { $0.split(separator: " | ").map { $0.trimmingPrefix("| ").description } }
  }

  @Test("The table has every function, and no other")
  func complete() throws {
    let names = try Self.rows().flatMap { row in
      row[0].matches(of: /`(\w+)\(/).map { String($0.output.1) }
    }
    #expect(names.sorted() == Function.allCases.map(\.rawValue).sorted())
  }

  @Test("Every example comes to what stands beside it")
  func examples() throws {
    for row in try Self.rows() {
      let example = try #require(row[2].firstMatch(of: /^`(.+)` is `(.+)`/), "\(row)")
      let (formula, value) = (String(example.output.1), String(example.output.2))
      #expect(try tensor(formula) == tensor(value), "\(formula)")
      // It shows one of the row's functions.
      let name = try #require(formula.firstMatch(of: /^\w+/)?.output)
      #expect(row[0].contains("`\(name)("), "\(formula)")
    }
  }

  @Test("Slopes and reserved names are those that there are")
  func names() throws {
    let text = String(try Self.section())
    let slopes = Function.differentiable.map(\.rawValue).joined(separator: " ")
    #expect(text.contains("the slope of `\(slopes)`"))
    let reserved = try #require(text.firstMatch(of: /No value can be called as([^.]+)\./)).output.1
    #expect(
      reserved.matches(of: /`(\w+)`/).map { String($0.output.1) }.sorted()
        == (Function.allCases.filter(\.isReserved).map(\.rawValue) + ["grad", "numgrad"]).sorted())
  }
}
