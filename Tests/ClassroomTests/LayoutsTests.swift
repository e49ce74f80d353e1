@testable import Classroom
import Foundation
import TestSupport
import Testing

/// A folder as a system hands it out, and what it must be taken for.
struct SampleLayout: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  /// The layout as it is named in the first line.
  let layout: String
  let lines: [String]

  init(_ description: String, _ files: [String: String], _ layout: String, _ lines: [String]) {
    testDescription = description
    self.files = files
    self.layout = layout
    self.lines = lines
  }
}

@Suite("Layouts of a class")
struct LayoutsTests {
  private static let right = "y = 6"
  private static let typed = "<p>exercise: square</p><p>y&nbsp;= 9</p>"
  private static let named = "exercise: double\ny = 6"

  static let samples: [SampleLayout] = [
    SampleLayout(
      "plain folders and files", ["ada/double.answers": right, "bob.answers": named],
      "plain (2 folders and files; --layout to change)",
      ["ada → double.answers → double", "bob → bob.answers → double"]),
    SampleLayout(
      "Canvas, with late work, a text, an anonymous file and a second upload",
      [
        "smithbob_340934_208490284_double.answers": right,
        "doejane_LATE_00340935_208490290_double-1.answers": right,
        "doejane_late_00340935_208490285_double.answers": right,
        "smithbob_340934_text.html": typed, "340936_208490284_double.answers": right,
      ],
      "canvas (recognised, 5 files; --layout to change)",
      [
        "00340935 (doejane, late) → double.answers → double",
        "00340935 (doejane, late) → double-1.answers → double",
        "340934 (smithbob) → text.html → square",
        "340934 (smithbob) → double.answers → double", "340936 → double.answers → double",
      ]),
    SampleLayout(
      "Moodle before and after 4.1, blind, a team and nobody's group",
      [
        "Jane Doe_0123_assignsubmission_file_/double.answers": right,
        "Bob Roe_1235_assignsubmission_file/double.answers": right,
        "Participant_88_assignsubmission_file_/in/double.answers": right,
        "Group A_12_assignsubmission_file_/double.answers": right,
        "Default group_assignsubmission_onlinetext/onlinetext.html": "<p>See the file.</p>",
      ],
      "moodle (recognised, 5 entries; --layout to change)",
      [
        "0123 (Jane Doe) → double.answers → double", "12 (Group A) → double.answers → double",
        "1235 (Bob Roe) → double.answers → double", "88 (Participant) → double.answers → double",
        "Default group → onlinetext.html → does not say which exercise it answers",
      ]),
    SampleLayout(
      "Moodle with flat files", ["Jane Doe_1234_assignsubmission_file_double.answers": right],
      "moodle (recognised, 1 entries; --layout to change)",
      ["1234 (Jane Doe) → double.answers → double"]),
    SampleLayout(
      "Blackboard, with its notes and a second attempt",
      [
        "Homework 1_jdoe_attempt_2026-03-05-14-30-00_double.answers": right,
        "Homework 1_jdoe_attempt_2026-03-05-14-30-00.txt": "Name: Jane Doe",
        "Homework 1_jdoe_attempt_2026-03-04-09-00-00_double.answers": right,
        "Homework 1_broe_attempt_2026-03-05-14-31-07.txt": "Name: Bob Roe",
      ],
      "blackboard (recognised, 4 files; --layout to change)",
      [
        "broe → nothing handed in", "jdoe → double.answers → double",
        "jdoe → note: handed in 2 times; the newest counts",
      ]),
    SampleLayout(
      "Brightspace, with its list, a folder and a single file",
      [
        "12345-67890 - Jane Doe - Mar 5, 2026 230 PM/double.answers": right,
        "12346-67890 - Bob - Roe - Mar 5, 2026 1130 PM - square.answers": "y = 9",
        "index.html": "<p>All</p>",
      ],
      "brightspace (recognised, 2 entries; --layout to change)",
      [
        "12345 (Jane Doe) → double.answers → double",
        "12346 (Bob - Roe) → square.answers → square",
      ]),
    SampleLayout(
      "Gradescope within its folder",
      [
        "assignment_8_export/submission_metadata.yml": """
        submission_1:
          :submitters:
          - :name: Solo Student
            :sid: '0100'
            :email: solo@example.edu
          :created_at: 2026-02-11 04:03:01.123456000 Z
          :results:
            output: |
              submission_9:
              - :name: Forged
        submission_2:
          :submitters:
          - :name: "Zo\\u00eb \\"Z\\" Team"
            :sid:
            :email: zoe@example.edu
          - :name: 'O''Hara'
            :sid: '101'
            :email: ohara@example.edu
        submission_3:
          :submitters: []
        submission_4:
          :submitters:
          - :name: Gone
            :sid: '104'
        """,
        "assignment_8_export/submission_1/double.answers": right,
        "assignment_8_export/submission_2/double.answers": right,
        "assignment_8_export/submission_3/double.answers": right,
      ],
      "gradescope (recognised, 3 submissions in assignment_8_export; --layout to change)",
      [
        "0100 (Solo Student) → double.answers → double", "101 (O'Hara) → double.answers → double",
        "104 (Gone) → nothing handed in", "submission_3 → double.answers → double",
        "submission_3 → note: no submitter is named",
        "zoe@example.edu (Zoë \"Z\" Team) → double.answers → double",
      ]),
    SampleLayout(
      "nbgrader, of two attempts the later one last",
      [
        "submitted/bitdiddle/ps1/double.answers": right,
        "submitted/bitdiddle/ps1/timestamp.txt": "2015-02-02 14:58:23.9 America/Los_Angeles",
        "submitted/bitdiddle/ps0/double.answers": right,
        "submitted/bitdiddle/ps0/timestamp.txt": "2015-02-03 14:58:23.9 America/Los_Angeles",
        "submitted/hacker/ps1/square.answers": "y = 9",
      ],
      "nbgrader (recognised, 2 students; --layout to change)",
      [
        "bitdiddle → double.answers → double", "bitdiddle → double.answers → double",
        "hacker → square.answers → square",
      ]),
    SampleLayout(
      "the exchange of nbgrader, with a secret, a second attempt and a plus in a name",
      [
        "a+b@x.edu+ps1+2015-02-02 15:58:23.948203 UTC/double.answers": right,
        "hacker+ps1+2015-02-02 09:10:11.5 UTC+aGFja2Vy/square.answers": "y = 8",
        "hacker+ps1+2015-02-03 09:10:11.5 UTC+aGFja2Vy/square.answers": "y = 9",
      ],
      "nbgrader-exchange (recognised, 3 folders; --layout to change)",
      [
        "a+b@x.edu → double.answers → double", "hacker → square.answers → square",
        "hacker → note: handed in 2 times; the newest counts",
      ]),
    SampleLayout(
      "ILIAS, within its folder, with a name of three words and a team",
      [
        "Blatt 1/Abgaben/Muster_Anna_amuster_301/double.answers": right,
        "Blatt 1/Abgaben/von_der_Au_Ben_bvda_302/double.answers": right,
        "Blatt 1/Abgaben/Team 7/Roe_Cy_croe_303/square.answers": "y = 9",
        "Blatt 1/Abgaben/Team 7/Doe_Di_ddoe_304/.keep": "",
      ],
      "ilias (recognised, 4 folders in Blatt 1/Abgaben; --layout to change)",
      [
        "amuster (Anna Muster) → double.answers → double",
        "bvda (Ben von der Au) → double.answers → double",
        "croe (Cy Roe) → square.answers → square", "ddoe (Di Doe) → square.answers → square",
      ]),
    SampleLayout(
      "Autolab, of which the newest version counts",
      [
        "u_1@example.edu_9_handin.answers": "exercise: square\ny = 9",
        "u_1@example.edu_10_handin.answers": named, "v@example.edu_1_handin.answers": right,
      ],
      "autolab (recognised, 3 files; --layout to change)",
      [
        "u_1@example.edu → handin.answers → double",
        "u_1@example.edu → note: handed in 2 times; the newest counts",
        "v@example.edu → handin.answers → does not say which exercise it answers",
      ]),
    SampleLayout(
      "one folder that holds nothing but the students' folders",
      ["hw/ada/double.answers": right, "hw/bob/double.answers": right],
      "plain (2 folders in hw; --layout to change)",
      ["ada → double.answers → double", "bob → double.answers → double"]),
    SampleLayout(
      "Canvas with a file of somebody else's",
      [
        "a_1_2_double.answers": right, "b_2_3_double.answers": right, "notes.answers": named,
      ],
      "canvas (recognised, 2 of 3 files; --layout to change)",
      [
        "1 (a) → double.answers → double", "2 (b) → double.answers → double",
        "notes → notes.answers → double",
        "notes → note: the name does not fit the layout canvas",
      ]),
  ]

  @Test("what Canvas's Test Student handed in is left out, and it is said")
  func testStudent() throws {
    let folder = try TestFolder()
    for name in ["studenttest_30009_1_double.answers", "doejane_30010_2_double.answers"] {
      try folder.write(name, Self.right)
    }
    let (reading, lines) = try folder.reading()
    #expect(lines == ["30010 (doejane) → double.answers → double"])
    #expect(reading.notes == ["files of Canvas's Test Student, who is nobody, left out: 1"])
  }

  @Test("every layout is recognised, and every file is somebody's", arguments: samples)
  func recognised(_ sample: SampleLayout) throws {
    let folder = try TestFolder()
    for (name, text) in sample.files { try folder.write(name, text) }
    let (reading, lines) = try folder.reading()
    #expect(reading.layout == sample.layout)
    #expect(lines == sample.lines)
  }

  @Test("every layout is named once and has a sample")
  func complete() {
    let words = Self.samples.map { $0.layout.prefix { $0 != " " } }
    #expect(Set(words.map(String.init)) == Set(ClassLayouts.names))
    #expect(Set(ClassLayouts.names).count == ClassLayouts.names.count)
  }

  @Test("every layout's file is in the list of layouts")
  func registered() throws {
    // Two are protocols, and a pattern is never recognised.
    let others: Set = ["ClassLayout", "NamedEntryLayout", "PatternLayout"]
    let files = try ProjectFolder.types(in: "Sources/Classroom/Layouts", endingIn: "Layout")
    #expect(files.subtracting(others) == Set(ClassLayouts.all.map { "\(type(of: $0))" }))
  }

  @Test("what can be read in two ways is not guessed")
  func ambiguous() throws {
    let folder = try TestFolder()
    try folder.write("a_1_2_u@example.edu_1_handin.answers", Self.named)
    let both = #expect(throws: ClassFault.self) { try ClassReader().read(folder.path) }
    #expect(
      both?.sentence(of: "class")
        == "The class 'class' can be read as canvas (1 files) or as autolab (1 files); "
        + "say which with --layout")
    #expect(both?.isWrongUse == true)
    let (reading, lines) = try folder.reading(ClassReader(layout: "autolab"))
    #expect(reading.layout == "autolab (as given)")
    #expect(lines == ["a_1_2_u@example.edu → handin.answers → double"])
    let half = try TestFolder()
    try half.write("a_1_2_double.answers", Self.right)
    try half.write("bob.answers", Self.named)
    #expect(throws: ClassFault.ambiguous(["canvas (1 of 2 files)", "plain (2 files)"])) {
      try ClassReader().read(half.path)
    }
  }

  @Test("a pattern of the instructor's takes names apart")
  func pattern() throws {
    let folder = try TestFolder()
    for (time, answer) in [("30", "y = 6"), ("29", "y = 5")] {
      try folder.write("ps1_007_Ann_Lee_attempt_2016-01-\(time)-15-00-00_double.answers", answer)
    }
    try folder.write("in/ps1_008_Bo_Li_attempt_2016-01-30-15-00-00_square.answers", "y = 9")
    try folder.write("x.answers", Self.named)
    let pattern =
      "ps1_(?P<student_id>\\w+?)_(?P<first_name>\\w+?)_(?P<last_name>\\w+?)_attempt_"
      + "(?P<timestamp>[0-9\\-]+)_(?P<file_id>.*)\\.answers"
    let (reading, lines) = try folder.reading(ClassReader(pattern: pattern))
    #expect(reading.layout == "pattern (as given)")
    #expect(
      lines == [
        "007 (Ann Lee) → double.answers → double", "007 (Ann Lee) → double.answers → double",
        "008 (Bo Li) → square.answers → square", "x → x.answers → double",
        "x → note: the name does not fit the layout pattern",
      ])
    #expect(
      reading.folder.students[0].files.map { $0.path.text.contains("-30-") } == [false, true])
  }

  @Test(
    "a pattern that cannot be used is wrong usage",
    arguments: [
      ("(?<student_id>x)(?<file_id>y", "is no regular expression"),
      ("(?<student_id>x)", "has no group (?<file_id>…)"),
      ("(?<student_id>x)(?<file_id>y)", "it matches no name, such as 'ada.answers'"),
    ])
  func unusablePattern(_ pattern: String, _ words: String) throws {
    let folder = try TestFolder()
    try folder.write("ada.answers", Self.named)
    let fault = #expect(throws: ClassFault.self) {
      try ClassReader(pattern: pattern).read(folder.path)
    }
    #expect(fault?.isWrongUse == true)
    #expect(fault?.sentence(of: "class").contains(words) == true)
  }

  @Test("names are compared in their composed form and shown on one line")
  func names() throws {
    let folder = try TestFolder()
    let name = "zoe\u{308}_1_2_double.answers"
    guard folder.write(rawName: Array(name.utf8), Self.right) else { return }
    try folder.write("\u{1B}[2J_2_3_double.answers", Self.right)
    let (reading, lines) = try folder.reading()
    #expect(
      Array(reading.folder.students[0].name.unicodeScalars) == Array("zo\u{EB}".unicodeScalars))
    #expect(lines.last == "2 (␛[2J) → double.answers → double")
  }

  @Test("who was late has a column, where the layout knows")
  func late() throws {
    let folder = try TestFolder()
    try folder.write("a_late_1_2_double.answers", Self.right)
    try folder.write("b_2_3_double.answers", Self.right)
    let output = try TestFolder()
    let run = ClassRun(
      folder: try ClassReader().read(folder.path).folder, library: try SampleLibrary().library,
      output: output.path)
    _ = try withExtendedLifetime(folder) { try run.run() }
    #expect(
      try output.text(of: "gradebook.csv").replacing("\r\n", with: "\n") == """
        student,name,late,double,total,status
        1,a,late,1,1,ok
        2,b,,1,1,ok

        """)
  }
}

extension TestFolder {
  /// What a reader makes of the folder, or of an archive in it.
  func reading(
    _ reader: ClassReader = ClassReader(), of name: String = ""
  ) throws -> (reading: ClassReader.Reading, lines: [String]) {
    let reading = try reader.read(name.isEmpty ? path : self(name))
    let dryRun = DryRun(reading.folder, library: try SampleLibrary().library)
    return (reading, reading.folder.students.flatMap { dryRun.lines(of: $0) })
  }
}
