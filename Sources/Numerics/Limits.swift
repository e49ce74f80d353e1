/// How much anything may ask of the grader, in one place: operations, bytes, counts and seconds.
///
/// What exceeds a limit is refused before it is done. In an exercise that is its author's error, with
/// line and column; in what was handed in it is a remark to the student, and costs nobody else. The
/// rooms take their bounds from here, `backmark doctor` and the documentation list them.
package enum Limits {
  // MARK: Exercises

  /// Bytes of an exercise file.
  package static let exerciseFile = 16 << 20
  /// Lists and objects of JSON within one another.
  package static let jsonNesting = 200
  /// Characters of a formula.
  package static let formulaCharacters = 10_000
  /// Brackets and operators within one another.
  package static let formulaNesting = 200
  /// Operations that a formula is compiled into: gradients of gradients multiply quickly.
  package static let formulaOperations = 100_000
  /// Entries of a value.
  package static let entries = 1_000_000
  /// Entries of all values of an exercise together.
  package static let entriesInAll = 20 * entries
  /// Products of windows that slide over a value.
  package static let windowProducts = 100 * entries
  /// Steps, repeated ones as often as they stand for one.
  package static let steps = 1000
  /// Steps that one repetition stands for.
  package static let repetitions = 500
  /// Mistakes, other answers, ways, hints, options, items of a rubric or variables of a step.
  package static let listed = 100
  /// Mistakes, other answers and ways of all steps together.
  package static let alternatives = 3000
  /// Values that are given or defined.
  package static let values = 2000
  /// Values to choose, checks and remarks.
  package static let checks = 500
  /// Numbers drawn for a student.
  package static let drawn = 1_000_000
  /// Numbers put into the statement in the place of `{{name}}`.
  package static let shown = 20_000
  /// Additions and multiplications before anybody is marked: a second or two.
  package static let verification = 2e9
  /// Entries of a parameter that are moved for finite differences.
  package static let differences = 400
  /// Calls of one Swift function.
  package static let calls = 400

  // MARK: What is handed in

  /// Bytes of a submission: a hundred times what the longest exercise needs.
  package static let submission = 1 << 20
  /// Characters of a text that a person reads.
  package static let writtenText = 10_000
  /// Operations of a formula that was typed, for each point it is tried at.
  package static let typedFormula = 1e6
  /// Files in a student's folder, or in an archive of a student's.
  package static let files = 200
  /// Bytes of an archive of a student's.
  package static let studentArchive = 4 << 20
  /// Bytes of the files in it.
  package static let studentArchiveContents = 16 << 20
  /// Remarks on one sheet; more are counted.
  package static let remarks = 20

  // MARK: Classes

  /// Entries of the archive of a class.
  package static let archiveEntries = 1_000_000
  /// Bytes that are unpacked of it.
  package static let archiveContents = 4 << 30 as UInt64
  /// How much larger than the archive its contents may be, beyond ``archiveFree`` bytes.
  package static let archiveRatio: UInt64 = 100
  package static let archiveFree = 64 << 20 as UInt64
  /// Folders within one another in an archive.
  package static let archiveDepth = 32
  /// Bytes of a table of marks, or of an assignment.
  package static let table = 64 << 20
  /// Seconds that `--pattern` may look at one name.
  package static let patternSeconds = 10
  /// Rows of the lists in reports; more are counted.
  package static let reportRows = 200
  /// Different mistakes that a report of a class tells apart.
  package static let reportMistakes = 1000

  // MARK: Programs

  /// Bytes of a Swift answer.
  package static let swiftSource = 64 << 10
  /// Seconds for the compiler and the linker, by the clock and of processor time.
  package static let compileSeconds = 60
  package static let compileProcessorSeconds = 10
  package static let compileMemory = 2 << 30 as Int64
  package static let compiledFile = 64 << 20
  /// For one call, by the clock while it waits and of processor time, and for all calls of a file.
  package static let callMilliseconds = 2_500
  package static let callProcessorSeconds = 2
  package static let runSeconds = 20
  package static let runMemory = 768 << 20
  package static let threads = 64
  /// Bytes that are kept of what a program prints; the rest is thrown away.
  package static let printingKept = 64 << 10
  /// Bytes of one result, eight for each number.
  package static let result = 1 << 20
  /// Bytes of all results of a file.
  package static let results = 8 * result
  /// Seconds that a checker of an instructor's may take.
  package static let checkerSeconds = 60.0
  /// Bytes that it may write.
  package static let checkerOutput = 64 << 10
}
