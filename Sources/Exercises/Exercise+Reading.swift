import LocatedJSON

extension Exercise {
  /// Reads an exercise file.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - kinds: The kinds of answer that its steps may ask for.
  /// - Throws: Everything that is wrong with the file, all at once.
  package init(
    reading source: SourceText, kinds: [StepKind]
  ) throws(Problems) {
    let (root, report) = try JSONText.document(source)
    let reader = ExerciseReader(report: report, kinds: kinds)
    let exercise = reader.read(root)
    try report.throwIfAny()
    guard let exercise else {
      report.report("the exercise could not be read", at: root)
      throw Problems(report.problems)
    }
    self = exercise
  }
}
