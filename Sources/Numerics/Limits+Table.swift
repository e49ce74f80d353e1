extension Limits {
  /// A limit as people read it.
  package struct Row: Sendable {
    /// What is limited: "characters of a formula".
    package let what: String
    /// The most there may be: "10,000".
    package let most: String
  }

  /// The limits of one kind of thing.
  package struct Group: Sendable {
    package let title: String
    package let rows: [Row]
  }

  /// All limits, as `doctor` and the documentation list them.
  package static let groups = [
    Group(title: "An exercise", rows: exerciseRows),
    Group(title: "What is handed in", rows: handedIn),
    Group(title: "A class", rows: classRows),
    Group(title: "Students' and instructors' programs", rows: programs),
  ]

  private static let exerciseRows = [
    row("its file", bytes: exerciseFile), row("lists and objects within one another", jsonNesting),
    row("characters of a formula", formulaCharacters),
    row("brackets and operators of a formula within one another", formulaNesting),
    row("operations a formula is compiled into", formulaOperations),
    row("entries of a value", entries),
    row("entries of all values", entriesInAll),
    row("products of windows sliding over a value", windowProducts),
    row("steps, repeated ones counted each", steps), row("steps of one repetition", repetitions),
    row("mistakes, other answers, ways, hints, options or variables of a step", listed),
    row("mistakes, other answers and ways in all", alternatives),
    row("values given, or defined", values), row("values to choose, checks, or remarks", checks),
    row("numbers drawn for a student", drawn), row("numbers shown in the place of {{name}}", shown),
    row("additions and multiplications before anybody is marked", Int64(verification)),
    row("entries of a parameter moved for finite differences", differences),
    row("calls of one Swift function", calls),
  ]

  private static let handedIn = [
    row("a submission", bytes: submission),
    row("characters of a text for a person to read", writtenText),
    row("operations of a typed formula at each point", Int64(typedFormula)),
    row("files of a student", files), row("an archive of a student's", bytes: studentArchive),
    row("its files, unpacked", bytes: studentArchiveContents), row("remarks on a sheet", remarks),
  ]

  private static let classRows = [
    row("entries of an archive", archiveEntries),
    row("its files, unpacked", bytes: Int64(archiveContents)),
    row("times larger than the archive, beyond 64 MB", Int64(archiveRatio)),
    row("folders within one another", archiveDepth),
    row("a table of marks, or an assignment", bytes: table),
    row("seconds for a name with --pattern", patternSeconds),
    row("rows of a list in reports", reportRows),
    row("mistakes told apart in reports", reportMistakes),
  ]

  private static let programs = [
    row("a Swift answer", bytes: swiftSource), row("seconds for compiling", compileSeconds),
    row("seconds of processor time for compiling", compileProcessorSeconds),
    row("memory for compiling", bytes: compileMemory),
    row("a compiled program", bytes: compiledFile),
    row("milliseconds for a call", callMilliseconds),
    row("seconds of processor time for a call", callProcessorSeconds),
    row("seconds for all calls", runSeconds), row("memory for running", bytes: runMemory),
    row("threads", threads), row("printing kept", bytes: printingKept),
    row("a result", bytes: result),
    row("all results", bytes: results),
    row("seconds for an instructor's checker", Int(checkerSeconds)),
    row("written by a checker", bytes: checkerOutput),
  ]

  private static func row(_ what: String, _ most: some BinaryInteger) -> Row {
    Row(what: what, most: grouped(Int64(most)))
  }

  private static func row(_ what: String, bytes: some BinaryInteger) -> Row {
    let bytes = Int64(bytes)
    if bytes >> 30 > 0 { return Row(what: what, most: "\(bytes >> 30) GB") }
    if bytes >> 20 > 0 { return Row(what: what, most: "\(bytes >> 20) MB") }
    return Row(what: what, most: "\(bytes >> 10) kB")
  }

  /// With commas between thousands.
  private static func grouped(_ number: Int64) -> String {
    if number < 1000 { return "\(number)" }
    let rest = "\(number % 1000)"
    return grouped(number / 1000) + "," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }
}
