import LocatedJSON
import TestSupport
import Testing

@testable import Answers

@Suite("Sheets that are not in UTF-8")
struct SheetEncodingTests {
  private static func read(_ bytes: [UInt8], _ format: Submission.Format = .answers) throws
    -> Submission
  {
    try Submission(reading: SourceText(name: "a", bytes: bytes), as: format)
  }

  private static let text = "exercise: 16.2\r\nδ1 = [0.5, −1] # ½ 𝛿\r\n"
  private static let lines = ["exercise: 16.2", "delta1 = [0.5, −1]"]

  @Test("UTF-16 is read in both orders of its bytes", arguments: [false, true])
  func utf16(isBigEndian: Bool) throws {
    let units = [UInt16(0xFEFF)] + Array(Self.text.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let submission = try Self.read(bytes)
    #expect(
      submission.lines
        == Self.lines + ["note: The file is saved as UTF-16; it was read all the same."])
    #expect(submission.source.spelling(of: 0..<submission.source.bytes.count) == Self.text)
    // A byte that is cut off costs nothing else.
    #expect(try Self.read(Array(bytes.dropLast())).exercise == "16.2")
    // Nor does half a pair of surrogates.
    let half = [UInt16(0xFEFF)] + Array("a = 1 # ".utf16) + [0xD835]
    #expect(
      try Self.read(half.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).lines.first == "a = 1")
  }

  @Test("UTF-16 is known without its mark too", arguments: [false, true])
  func unmarked(isBigEndian: Bool) throws {
    let bytes = "exercise: 16.2\na = 1 # δ\n".utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    #expect(try Self.read(bytes).lines.prefix(2) == ["exercise: 16.2", "a = 1"])
  }

  @Test("JSON and Swift in UTF-16 are read too")
  func otherFormats() throws {
    func bytes(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(try Self.read(bytes(#"{"answers": {"a": 1}}"#), .json).answers.count == 1)
    #expect(try Self.read(bytes("// exercise: e\nfunc f() {}"), .swift).exercise == "e")
  }

  @Test("Stray bytes are read as Latin-1, and nothing else is touched")
  func latin1() throws {
    let bytes = Array("é = 1 # δ ".utf8) + [0xE9] + Array("\nb = ".utf8) + [0x96] + Array("2".utf8)
    #expect(
      try Self.read(bytes).lines == [
        "é = 1", "b = –2", "note: 2 bytes of the file are not UTF-8, and were read as Latin-1.",
      ])
    #expect(
      try Self.read(Array("a = 1 # caf".utf8) + [0xE9]).lines == [
        "a = 1", "note: 1 byte of the file is not UTF-8, and was read as Latin-1.",
      ])
  }
}

@Suite("Several exercises in one text")
struct SeveralExercisesTests {
  private static func parts(_ text: String) throws -> [[String]] {
    try Submission(answers: text).parts.map(\.lines)
  }

  @Test("Each heading with answers before it begins a further part, of the same student")
  func parts() throws {
    #expect(
      try Self.parts("exercise: p\nstudent: ada\na = 1\n\nexercise: q\na = 2\n\nexercise: r\nb 3")
        == [
          ["exercise: p", "student: ada", "a = 1"], ["exercise: q", "student: ada", "a = 2"],
          [
            "exercise: r", "student: ada",
            "note: Line 9, column 1: 'b 3' is not understood; an answer is written name = value.",
          ],
        ])
  }

  @Test("A heading that is repeated, corrected or empty begins none")
  func one() throws {
    #expect(try Self.parts("exercise: p\na = 1\nexercise: p\nb = 2").count == 1)
    #expect(try Self.parts("exercise: p\nexercise: q\nb = 2") == [["exercise: q", "b = 2"]])
    #expect(try Self.parts("a = 1\nexercise: q\nb = 2").count == 1)
    #expect(try Self.parts("exercise: p\na = 1\nexercise:\nb = 2").count == 1)
  }
}
