import Answers
import Classroom
import FunctionMarking
import Gradebooks
import LocatedJSON
import Marking
import Sandbox
import SystemCalls

/// What is done with what the program itself wrote before: what is kept of a class, and what the
/// process that runs students' programs answers.
enum RecordProbes {
  static let words: [String] = [
    "\u{0}\u{0}\u{0}\u{0}", "\u{1}\u{0}\u{0}\u{0}",
    "\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}", "ada",
    "16.2", "W1", "Right.", "\u{0}", "\u{1}", "\u{7F}", "é", "H", "C", "L", "R", "E", "O", "Z", "D",
    "F", "T", "P",
  ]

  // MARK: Journals

  /// The entries of students with some marks, and with none.
  static func journals(_ feedback: [Feedback]) -> [[UInt8]] {
    [[], feedback].map { results in
      var record = StudentRecord(id: "ada")
      record.name = "Ada"
      record.results = results
      let frame = StudentResult(record, number: 1, label: "ada").frame()
      return Array(JournalFrame.entry(in: frame[...]))
    }
  }

  /// The checksum around an entry is right, as it is where somebody writes a journal on purpose.
  static func readsJournal(_ bytes: [UInt8]) throws(FuzzFault) -> Bool {
    let frame = JournalFrame.around(bytes, of: "ada")
    guard JournalFrame.isWhole(frame[...]) else {
      if bytes.isEmpty { return false }
      throw FuzzFault(description: "a frame that was just made is torn")
    }
    _ = JournalFrame.isWhole(bytes[...])
    guard let result = try? StudentResult(frame: frame[...], number: 1) else { return false }
    _ = result.frame().count
    return true
  }

  // MARK: Replies

  private static let job = FunctionJob(
    source: [],
    functions: [
      Signature(
        name: "f", parameters: [],
        result: .tuple([
          .init(label: "loss", type: .double), .init(label: "W", type: .array(.array(.double))),
          .init(label: "isDone", type: .bool),
        ]))
    ], calls: [.init(function: 0, arguments: []), .init(function: 0, arguments: [])])

  private static func frame(_ kind: Character, _ numbers: [UInt32] = [], _ bytes: [UInt8] = [])
    -> [UInt8]
  {
    var writer = ByteWriter()
    writer.write(fixed: kind.asciiValue ?? 0)
    writer.write(fixed: UInt32(4 * numbers.count + bytes.count))
    for number in numbers { writer.write(fixed: number) }
    return writer.bytes + bytes
  }

  private static var result: [UInt8] {
    var writer = ByteWriter()
    writer.write(fixed: (0.5).bitPattern)
    for row in [[1.0, 2], [3, 4]] {
      writer.write(fixed: UInt8(1))
      writer.write(fixed: Int64(row.count))
      for number in row { writer.write(fixed: number.bitPattern) }
    }
    return writer.bytes + [0, 1]
  }

  /// Replies with a result, a call that broke off, output, and an error of the compiler's.
  static var replies: [[UInt8]] {
    let hello =
      frame("H", [7, 1]) + frame("C", [0, 0, 90, 120_000]) + frame("L", [0, 0, 5, 9_000])
    return [
      hello + frame("R", [0], result) + frame("O", [], Array("printed".utf8))
        + frame("E", [1, 1, 11, 30_000], Array("Fatal error: Index out of range".utf8))
        + frame("T", [1, 2])
        + frame("P", [], Array("??\n??:0:0\n\nf\n./submission.swift:3:1\n\n".utf8))
        + frame("Z"),
      frame("H", [7, 1]) + frame("D", [], Array("submission.swift:1:1: error: no\n".utf8))
        + frame("C", [0, 1, 90, 120_000]) + frame("Z"),
    ]
  }

  static func readsReply(_ bytes: [UInt8]) throws(FuzzFault) -> Bool {
    let reply = RunnerReply(bytes)
    let outcomes = reply.outcomes(of: job)
    guard outcomes.count == job.calls.count else {
      throw FuzzFault(description: "\(outcomes.count) outcomes for \(job.calls.count) calls")
    }
    return reply.isWhole
  }
}
