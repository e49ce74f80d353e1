import TestSupport
import Testing

@testable import Classroom

@Suite("Regular expressions of an instructor's")
struct PatternMatchTests {
  @Test("give the groups of the first text that fits, for every entry")
  func groups() throws {
    let matches = try PatternMatch.all(
      of: #"(?<student_id>[a-z]+)_(?<file_id>\d+)"#,
      in: [["folder/ada_1", "ada_1"], ["bob_2"], ["Eve"]])
    #expect(
      matches.map(\.?.groups) == [
        ["student_id": "ada", "file_id": "1"], ["student_id": "bob", "file_id": "2"], nil,
      ])
  }

  @Test("that are none are told with what is wrong")
  func none() {
    #expect(throws: PatternMatch.Fault.self) { try PatternMatch.all(of: "(", in: [["ada"]]) }
  }

  @Test(
    "that never end are given up, with the name that they do not get past",
    .edge(of: "seconds for a name with --pattern"))
  func endless() {
    // It ends all the same, a little later, lest it takes its time from all other tests.
    let name = String(repeating: "a", count: 19)
    do throws(PatternMatch.Fault) {
      _ = try PatternMatch.all(
        of: "(?<student_id>(a+)+)b", in: [["ab"], [name]], patience: .milliseconds(20))
      Issue.record("it came to an end")
    } catch {
      #expect(error.reason("(a+)+b").hasPrefix("'(a+)+b' does not get past '\(name)'"))
    }
  }
}
