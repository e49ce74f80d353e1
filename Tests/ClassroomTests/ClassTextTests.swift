import Classroom
import Reports
import TestSupport
import Testing

@Suite("A class as text")
struct ClassTextTests {
  static func text(
    _ folder: TestFolder, students: Bool = true, marked: Int = 40, isPlain: Bool = false
  ) throws -> String {
    let (summary, records) = try folder.mark(into: try TestFolder())
    return ClassText(
      summary, students: students ? records : [],
      marked: Array(records.filter(\.needsAttention).prefix(marked)),
      style: TerminalStyle(isPlain: isPlain)
    ).full
  }

  @Test("students, exercises, what to look at, and the sum")
  func full() throws {
    let folder = try TestFolder()
    try folder.write("ada/double.answers", "y = 6")
    try folder.write("ada/square.answers", "y = 9")
    try folder.write("bob/double.answers", "y = 7")
    try folder.write("cy\u{1B}/cube.answers", "y = 27")
    try folder.makeFolder("dee")
    #expect(
      try Self.text(folder) == """
        student  double  square   total
        ada           1       1       2
        bob           0       –       0
        cy␛           –       –       0  *
        dee           –       –       0  *

        exercise  handed in     mean  full marks  most often wrong first
        double            2    0.5/1           1  y (1×)
        square            1    1.0/1           1  nothing

        * to be looked at
          cy␛  not graded: cube.answers: exercise cube is not sound; see backmark check
          dee  nothing handed in

        4 students, 2 to be looked at; 1 piece of work was not graded

        """)
  }

  @Test("for a screen reader every number has its name")
  func plain() throws {
    let folder = try TestFolder(["ada/double.answers": "y = 6", "bob/square.answers": "y = 8"])
    #expect(
      try Self.text(folder, isPlain: true) == """
        ada: double 1, square –, total 1
        bob: double –, square 0, total 0

        double: handed in 1, mean 1.0 of 1, full marks 1, most often wrong first nothing
        square: handed in 1, mean 0.0 of 1, full marks 0, most often wrong first y (1×)

        2 students

        """)
  }

  @Test("what was not understood is said of each student, and of all")
  func unread() throws {
    let folder = try TestFolder()
    try folder.write("ada/double.answers", "y = 6\nname = Ada")
    try folder.write("bob/double.answers", "y = why\nz = 6")
    #expect(
      try Self.text(folder) == """
        student  double   total
        ada           1       1     1 name unknown
        bob           0       0  *

        exercise  handed in     mean  full marks  most often wrong first
        double            2    0.5/1           1  y (1×)

        * to be looked at
          bob  1 answer unreadable; 1 name unknown

        2 students, 1 to be looked at, 1 answer unreadable, 2 names unknown

        """)
  }

  @Test("a large class has no rows, and not every student to be looked at")
  func large() throws {
    let folder = try TestFolder()
    try folder.write("ada/double.answers", "y = 6")
    for number in 1...3 { try folder.makeFolder("student-number-\(number)-of-the-class") }
    #expect(
      try Self.text(folder, students: false, marked: 1) == """
        exercise  handed in     mean  full marks  most often wrong first
        double            1    1.0/1           1  nothing

        * to be looked at
          student-number-1-of-the-class
                                    nothing handed in
          … and 2 more; the gradebook has them all

        4 students, 3 to be looked at

        """)
  }

  @Test("a class of nobody is said to be one")
  func nobody() throws {
    #expect(try Self.text(TestFolder()) == "0 students\n")
  }
}
