import Answers
import Exercises
import FunctionMarking
import Grading
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Classroom

@Suite("Swift files beside answers")
struct ProgramFileTests {
  // MARK: One submission

  /// The program that is taken with answers, and the notes, for files of a folder.
  private func attach(
    _ answers: String, stems: [String] = ["16.4", "ada"],
    make: (TestFolder) throws -> Void
  ) throws -> (taken: String?, program: String?, notes: [String]) {
    let folder = try TestFolder()
    try folder.write("secret.swift", "never")
    try folder.write("ada/x", "")
    try make(folder)
    var submission = try Submission(
      reading: SourceText(name: "ada.answers", text: answers), as: .answers)
    let taken = ProgramFile.attach(to: &submission, stems: stems) {
      (name) throws(SubmissionFile.Fault) in try SubmissionFile.read(folder("ada/\(name)"))
    }
    return withExtendedLifetime(folder) {
      (
        taken, submission.program.map { String(decoding: $0.bytes, as: UTF8.self) },
        submission.notes.map(\.message.text)
      )
    }
  }

  @Test("a file that is named is taken")
  func named() throws {
    let result = try attach("code: Mine.swift") { try $0.write("ada/Mine.swift", "own") }
    #expect(result.taken == "Mine.swift")
    #expect(result.program == "own")
    #expect(result.notes.isEmpty)
  }

  @Test("beside the answers lies the file named as the exercise, or else as the answers")
  func beside() throws {
    let both = try attach("a = 1") {
      try $0.write("ada/16.4.swift", "by exercise")
      try $0.write("ada/ada.swift", "by file")
    }
    #expect(both.program == "by exercise")
    let one = try attach("a = 1") { try $0.write("ada/ada.swift", "by file") }
    #expect(one.program == "by file")
    let none = try attach("a = 1") { _ in }
    #expect(none.program == nil && none.taken == nil && none.notes.isEmpty)
  }

  @Test("a file that is named counts before those that are not")
  func precedence() throws {
    let result = try attach("code: b.swift") {
      try $0.write("ada/16.4.swift", "16.4")
      try $0.write("ada/b.swift", "b")
    }
    #expect(result.program == "b")
    let missing = try attach("code: b.swift") { try $0.write("ada/16.4.swift", "16.4") }
    #expect(missing.program == nil)
    #expect(missing.notes == ["The Swift file 'b.swift' is not there."])
  }

  @Test(
    "a name that leads elsewhere is refused",
    arguments: [
      "../secret.swift", "/etc/passwd", "/tmp/a.swift", ".hidden.swift", "b/c.swift", "..",
      "x.answers", "swift", "..swift", "a\u{0}.swift",
    ])
  func elsewhere(_ name: String) throws {
    var submission = try Submission(
      reading: SourceText(
        name: "a.json", text: #"{ "code": "\#(name.replacing("\0", with: "\\u0000"))" }"#),
      as: .json)
    let taken = ProgramFile.attach(to: &submission, stems: ["16.4"]) {
      (name) throws(SubmissionFile.Fault) in
      Issue.record("\(name) was read")
      return []
    }
    #expect(taken == nil && submission.program == nil)
    #expect(
      submission.notes.map(\.message.text) == [
        "\(Quotation(name)) cannot be your Swift file; name one in the same folder, such as "
          + "16.4.swift."
      ])
  }

  @Test("a stem that leads elsewhere is passed over")
  func stems() throws {
    let result = try attach("a = 1", stems: ["../secret", "/etc/x", ".h", ""]) {
      try $0.write("ada/.swift", "hidden")
    }
    #expect(result.program == nil && result.notes.isEmpty)
  }

  @Test(
    "what cannot be read is said, whether it was named or lies beside", arguments: [true, false])
  func unreadable(_ isNamed: Bool) throws {
    let answers = isNamed ? "code: 16.4.swift" : "a = 1"
    func notes(_ make: (TestFolder) throws -> Void) throws -> [String] {
      let result = try attach(answers, make: make)
      #expect(result.program == nil)
      return result.notes
    }
    #expect(
      try notes { try $0.makeLink("ada/16.4.swift", to: "../secret.swift") }
        == ["The Swift file '16.4.swift' is a link; links are not followed."])
    #expect(
      try notes { try $0.makeSparseFile("ada/16.4.swift", bytes: 1 << 20 + 1) }
        == ["The Swift file '16.4.swift' has 1025 kB; a submission has at most 1024 kB."])
    #expect(
      try notes { try $0.makePipe("ada/16.4.swift") }
        == ["The Swift file '16.4.swift' is a pipe or a device, not a file."])
    #expect(
      try notes { try $0.makeFolder("ada/16.4.swift") }
        == ["The Swift file '16.4.swift' is a folder, not a file."])
  }

  @Test("a Swift file by itself is its own program")
  func alone() throws {
    var submission = try Submission(
      reading: SourceText(name: "16.4.swift", text: "func f() {}"), as: .swift)
    let taken = ProgramFile.attach(to: &submission, stems: ["16.4"]) {
      (_) throws(SubmissionFile.Fault) in throw .isMissing
    }
    #expect(taken == nil)
    #expect(submission.program?.bytes == Array("func f() {}".utf8))
  }

  // MARK: A class

  /// A library with an exercise of a value and a function, and a bench that runs no function.
  ///
  /// A function is right where the file says `right`; what it says is told as the compiler's note.
  private func mark(_ make: (TestFolder) throws -> Void) throws -> [String] {
    let exercises = try TestFolder()
    try exercises.write(
      "mixed.json",
      """
      { "id": "mixed", "title": "T", "statement": "S", "steps": [
        { "name": "p", "formula": "6" },
        { "name": "f", "kind": "code", "function": "func f(_ x: Double) -> Double",
          "formula": "x", "inputs": [{ "x": 1 }] }] }
      """)
    try exercises.write(
      "plain.json",
      """
      { "id": "plain", "title": "T", "statement": "S", "steps": [{ "name": "q", "formula": "7" }] }
      """)
    let catalogue = try Catalogue(folders: [exercises.path], kinds: AnswerKinds.steps)
    let bench = FunctionRunner { job in
      var report = FunctionReport(.succeeded)
      let text = String(decoding: job.source, as: UTF8.self)
      report.outcomes = [.returned(.double(text.contains("right") ? 1 : 2))]
      report.sourceNotes = [text]
      return report
    }
    let (folder, output) = (try TestFolder(), try TestFolder())
    try make(folder)
    var lines: [String] = []
    let run = ClassRun(
      folder: try ClassFolder(path: folder.path), library: try ExerciseLibrary(catalogue),
      output: output.path, tools: MarkingTools(code: bench))
    _ = try withExtendedLifetime((folder, output, exercises)) {
      try run.run(each: { record, _ in
        let results = record.results.map { result in
          let notes = (result.steps.flatMap { $0.says.suffix(1) } + result.notes).texts
          return "\(result.exercise) \(result.points) \(notes)"
        }
        lines.append(([record.id] + results + record.problems.texts).joined(separator: " | "))
      })
    }
    return lines.sorted()
  }

  @Test("answers and a Swift file of one exercise are one submission")
  func together() throws {
    #expect(
      try mark {
        try $0.write("ada/mixed.answers", "p = 6")
        try $0.write("ada/mixed.swift", "right")
        try $0.write("bob/work.json", #"{ "exercise": "mixed", "answers": { "p": 6 } }"#)
        try $0.write("bob/work.swift", "right, bob")
        try $0.write("eve/mixed.answers", "p = 6\ncode: Other.swift")
        try $0.write("eve/Other.swift", "right, eve")
        try $0.write("zoe/mixed.swift", "right alone")
      } == [
        #"ada | mixed 2.0 ["right"]"#, #"bob | mixed 2.0 ["right, bob"]"#,
        #"eve | mixed 2.0 ["right, eve"]"#, #"zoe | mixed 1.0 ["right alone"]"#,
      ])
  }

  @Test("nobody gets another student's file, from a folder or from a flat file")
  func others() throws {
    #expect(
      try mark {
        try $0.write("ada/mixed.swift", "right, ada's")
        try $0.write("ada/mixed.answers", "p = 6")
        try $0.write("bob/mixed.answers", "p = 6\ncode: ../ada/mixed.swift")
        try $0.write("cy/mixed.answers", "p = 6")
        try $0.makeLink("cy/mixed.swift", to: "../ada/mixed.swift")
        try $0.write("dan.answers", "exercise: mixed\np = 6\ncode: mixed.swift")
        try $0.write("eve.answers", "exercise: mixed\np = 6\ncode: fay.swift")
        try $0.write("fay.swift", "// exercise: mixed\nright, fay's")
        try $0.write("mixed.swift", "// exercise: mixed\nright, the student called mixed")
      } == [
        #"ada | mixed 2.0 ["right, ada\'s"]"#,
        #"bob | mixed 1.0 ["\'../ada/mixed.swift\' cannot be your Swift file; name one in the "#
          + #"same folder, such as 16.4.swift."]"#,
        #"cy | mixed 1.0 ["The Swift file \'mixed.swift\' is a link; links are not followed."]"#
          + " | mixed.swift is a link; links are not followed",
        #"dan | mixed 1.0 ["The Swift file \'mixed.swift\' is not there."]"#,
        #"eve | mixed 1.0 ["The Swift file \'fay.swift\' is not there."]"#,
        #"fay | mixed 1.0 ["// exercise: mixed\nright, fay\'s"]"#,
        #"mixed | mixed 1.0 ["// exercise: mixed\nright, the student called mixed"]"#,
      ])
  }

  @Test("a flat file of answers and a flat Swift file of the same student are one submission")
  func flat() throws {
    #expect(
      try mark {
        try $0.write("ada.answers", "exercise: mixed\np = 6")
        try $0.write("ada.swift", "right, flat")
      } == [#"ada | mixed 2.0 ["right, flat"]"#])
  }

  @Test("a Swift file that answers no exercise gets its reason, and costs nothing else")
  func unknown() throws {
    #expect(
      try mark {
        try $0.write("ada/mixd.swift", "right")
        try $0.write("ada/plain.answers", "q = 7")
        try $0.write("bob.swift", "right")
        try $0.write("cy/plain.swift", "right")
      } == [
        #"ada | mixd 0.0 ["mixd.swift: there is no exercise \'mixd\'; did you mean \'mixed\'?"]"#
          + " | plain 1.0 [] | mixd.swift: there is no exercise 'mixd'; did you mean 'mixed'?",
        "bob | bob.swift does not say which exercise it answers",
        "cy | plain 0.0 [] | plain.swift answers no step of plain",
      ])
  }
}
