import Foundation
import Grading
import Marking
import Numerics
import TestSupport
import Testing

@testable import Exercises

@Suite("The limits of an exercise, at their edges")
struct ExerciseLimitsTests {
  @Test("all of them are tried")
  func complete() throws {
    let group = try #require(Limits.groups.first { $0.title == "An exercise" })
    #expect(Set(LimitEdge.all.map(\.limit)) == Set(group.rows.map(\.what)))
  }

  @Test("the most is read", arguments: LimitEdge.all)
  func most(_ edge: LimitEdge) throws {
    let says = try Self.complaints(about: edge.most).says
    #expect(says.count == (edge.saysAtMost == nil ? 0 : 1), "\(says)")
    if let known = edge.saysAtMost { #expect(says.first?.hasPrefix(known) == true, "\(says)") }
  }

  @Test("more is an error at its place, found in less than a second", arguments: LimitEdge.all)
  func more(_ edge: LimitEdge) throws {
    let (says, seconds) = try Self.complaints(about: edge.more)
    #expect(says.count == 1)
    #expect(says.first?.hasPrefix(edge.says) == true, "\(says)")
    #expect(seconds < Self.patience)
  }

  @Test("a checker may have a minute", .edge(of: "seconds for an instructor's checker"))
  func checker() throws {
    func says(_ seconds: String) throws -> [String] {
      try Self.complaints(
        about: #"{ "id": "t", "title": "T", "statement": "S", "steps": [{ "name": "s", "#
          + #""kind": "external", "command": ["true"], "seconds": \#(seconds) }] }"#
      ).says
    }
    #expect(try says("60") == [])
    #expect(try says("60.001") == ["1:123: 'seconds' must be more than 0 and at most 60"])
  }

  /// A second, and what a build takes longer that is not optimised and may have a sanitizer in it.
  private static let patience = 5.0

  /// What is said of an exercise file, and the seconds of processor time that takes.
  private static func complaints(about text: String) throws -> (says: [String], seconds: Double) {
    let folder = try TestFolder(["t.json": text])
    let catalogue = try Catalogue(folders: [folder.path], kinds: AnswerKinds.steps)
    let start = processorSeconds
    do throws(Catalogue.Fault) {
      _ = try catalogue.read(file: folder("t.json"))
      return ([], processorSeconds - start)
    } catch {
      let seconds = processorSeconds - start
      if case .unreadable(_, let reason) = error { return (["t.json: \(reason)"], seconds) }
      guard case .broken(let problems) = error else { throw error }
      let lines = problems.list.map {
        "\($0.position.line):\($0.position.column): \($0.message)"
      }
      return (lines, seconds)
    }
  }

  /// The seconds that this thread has had a processor.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
