import Answers
import Foundation
import Gradebooks
import Grading
import Marking
import Numerics
import TestSupport
import Testing

@testable import Classroom

/// The most that a student may hand in, and a little more.
struct HandInEdge: Sendable, CustomTestStringConvertible {
  /// The limit as `Limits` lists it.
  let limit: String
  /// What the student is told of more.
  let says: String
  /// Writes into a student's folder what reaches the limit, and so much beyond it.
  let write: @Sendable (_ beyond: Int, TestFolder) throws -> Void

  init(
    _ limit: String, says: String,
    _ write: @escaping @Sendable (_ beyond: Int, TestFolder) throws -> Void
  ) {
    (self.limit, self.says, self.write) = (limit, says, write)
  }

  var testDescription: String { limit }

  /// An archive with two numbers, and files that take so many bytes packed and unpacked.
  private static func archive(_ packed: Int, claims unpacked: Int = 0) -> Data {
    func zip(_ padding: Int) -> Data {
      var zip = ZipBytes()
      zip.add("double.answers", "y = 6")
      zip.add(
        Array("scan.png".utf8), [UInt8](repeating: 7, count: padding),
        size: unpacked == 0 ? nil : unpacked - 5)
      return zip.data
    }
    return zip(max(0, packed - zip(0).count))
  }

  static let all = [
    HandInEdge(
      "a submission", says: "double.answers has 1025 kB; a submission has at most 1024 kB"
    ) { beyond, folder in
      let text = "y = 6\n"
      try folder.write(
        "odd/double.answers",
        text + String(repeating: "\n", count: 1 << 20 - text.utf8.count + beyond))
    },
    HandInEdge(
      "characters of a text for a person to read",
      says: "Line 1, column 9: a text has at most 10000 characters, and this has 10001."
    ) { beyond, folder in
      try folder.write(
        "odd/own.answers", "essay = " + String(repeating: "x", count: 10_000 + beyond))
    },
    HandInEdge(
      "operations of a typed formula at each point",
      says: "Line 1, column 9: this takes more work than any answer here needs."
    ) { beyond, folder in
      try folder.write("odd/own.answers", "slope = sum(ones(1000, \(999 + beyond)))")
    },
    HandInEdge(
      "files of a student", says: "there are 201 files; only the first 200 are looked at"
    ) { beyond, folder in
      for number in 0..<200 + beyond { try folder.write("odd/\(1000 + number).answers", "y = 6") }
    },
    HandInEdge(
      "an archive of a student's",
      says: "work.zip has 4097 kB; an archive of a student's has at most 4096 kB"
    ) { beyond, folder in
      try folder.write("odd/work.zip", archive(4 << 20 + beyond))
    },
    HandInEdge(
      "its files, unpacked",
      says: "work.zip would unpack to more than 16 MB, so it is left as it is"
    ) { beyond, folder in
      try folder.write("odd/work.zip", archive(0, claims: 16 << 20 + beyond))
    },
    HandInEdge("remarks on a sheet", says: "1 more line is not understood either.") {
      beyond, folder in
      let lines = (1...20 + beyond).map { "unknown\($0) = 1\n" }
      try folder.write("odd/double.answers", "y = 6\n" + lines.joined())
    },
  ]
}

@Suite("The limits of what is handed in, at their edges")
struct HandInLimitsTests {
  @Test("all of them are tried")
  func complete() throws {
    let group = try #require(Limits.groups.first { $0.title == "What is handed in" })
    #expect(HandInEdge.all.map(\.limit) == group.rows.map(\.what))
  }

  @Test(
    "the most is marked; of more the student is told, and another's marks are the same",
    arguments: HandInEdge.all)
  func edge(_ edge: HandInEdge) throws {
    let (most, other) = try Self.mark(edge, beyond: 0)
    #expect(!most.contains { $0.contains(edge.says) }, "\(most)")
    let (more, same) = try Self.mark(edge, beyond: 1)
    #expect(more.contains { $0.hasSuffix(edge.says) }, "\(more)")
    #expect(other == ["y correct 1.0"] && same == other)
  }

  /// All that the student is told, and somebody else.
  private static func mark(
    _ edge: HandInEdge, beyond: Int
  ) throws -> (told: [String], other: [String]) {
    let sample = try SampleLibrary()
    try sample.folder.write("own.json", own)
    let folder = try TestFolder()
    try edge.write(beyond, folder)
    try folder.write("zoe/double.answers", "y = 6")
    let records = try folder.mark(into: try TestFolder(), library: sample.library).records
    #expect(records.map(\.id) == ["odd", "zoe"])
    #expect(records.allSatisfy { $0.faults.isEmpty })
    return (records[0].told, records[1].told)
  }

  /// An exercise with a text for a person and a formula.
  private static let own = """
    { "id": "own", "title": "T", "statement": "S", "given": { "eta": 0.5 }, "steps": [
      { "name": "essay", "kind": "written", "rubric": [{ "says": "fits", "points": 1 }] },
      { "name": "slope", "kind": "formula", "formula": "2*a",
        "variables": { "a": { "from": 0.1, "to": 0.9 } } }] }
    """
}

extension StudentRecord {
  /// Everything that the student is told.
  fileprivate var told: [String] { problems.texts + results.flatMap(\.lines) }
}
