import Numerics
import TestSupport
import Testing

@Suite("Limits")
struct LimitsTests {
  private static let table = Limits.groups.map { group in
    (["| \(group.title) | at most |", "| --- | --- |"]
      + group.rows.map { "| \($0.what) | \($0.most) |" }).joined(separator: "\n")
  }.joined(separator: "\n\n")

  @Test("the documentation lists all of them, and as they are")
  func documented() throws {
    let page = try ProjectFolder.text(of: "Documentation/limits.md")
    let parts = page.split(separator: "<!-- limits -->\n").flatMap {
      $0.split(separator: "\n<!-- end of limits -->")
    }
    #expect(parts.count == 3)
    #expect(parts.dropFirst().first.map { String($0) } == Self.table)
  }

  @Test("of classes and programs are each tried at their edge by a test that says so")
  func edges() throws {
    let tried = try ProjectFolder.tests().reduce(into: Set<String>()) { tried, file in
      tried.formUnion(file.matches(of: /\.edge\(of: "(.+?)"\)/).map { String($0.output.1) })
    }
    let titles = ["A class", "Students' and instructors' programs"]
    let groups = titles.compactMap { title in Limits.groups.first { $0.title == title } }
    #expect(groups.count == 2)
    #expect(tried == Set(groups.flatMap(\.rows).map(\.what)))
  }

  @Test("are written as people read them")
  func written() {
    let rows = Limits.groups.flatMap(\.rows)
    func most(_ what: String) -> String? { rows.first { $0.what == what }?.most }
    #expect(most("characters of a formula") == "10,000")
    #expect(most("entries of a value") == "1,000,000")
    #expect(most("threads") == "64")
    #expect(most("memory for compiling") == "2 GB")
    #expect(most("a Swift answer") == "64 kB")
    #expect(Set(Limits.groups.map(\.title)).count == Limits.groups.count)
  }
}
