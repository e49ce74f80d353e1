import Answers
import LocatedJSON
import Marking

/// All the readers that are tried.
package enum FuzzedReaders {
  /// Their names, in the order in which they are tried.
  package static let names = [
    "formulas", "exercises", "sheets", "pasted", "tables", "metadata", "zips", "journals",
    "replies",
  ]

  /// - Parameter folder: The project's.
  package static func all(in folder: String) throws -> [FuzzedReader] {
    let corpus = FuzzCorpus(folder: folder)
    return try authors(corpus) + students(corpus) + classes(corpus) + records(corpus)
  }

  private static func authors(_ corpus: FuzzCorpus) throws -> [FuzzedReader] {
    [
      FuzzedReader(
        "formulas", corpus: try corpus.formulas, words: FormulaProbe.words,
        probe: { (text) throws(FuzzFault) in try FormulaProbe.reads(text) }),
      FuzzedReader(
        "exercises", corpus: try corpus.exercises, words: ExerciseProbe.words,
        probe: { (text) throws(FuzzFault) in try ExerciseProbe.reads(text) }),
    ]
  }

  private static func students(_ corpus: FuzzCorpus) throws -> [FuzzedReader] {
    let setting = SheetProbe.Setting(try corpus.answeredExercises)
    return [
      FuzzedReader(
        "sheets", corpus: try corpus.sheets, words: SheetProbe.words,
        probe: { (text) throws(FuzzFault) in try SheetProbe.reads(text, setting) }),
      FuzzedReader(
        "pasted", corpus: try corpus.pasted, words: PastedProbe.words,
        probe: { (text) throws(FuzzFault) in try PastedProbe.reads(text) }),
    ]
  }

  private static func classes(_ corpus: FuzzCorpus) throws -> [FuzzedReader] {
    [
      FuzzedReader(
        "tables", corpus: try corpus.files(of: "tables"), words: ClassProbes.tableWords,
        probe: { (text) throws(FuzzFault) in ClassProbes.readsTable(text) }),
      FuzzedReader(
        "metadata", corpus: try corpus.files(of: "metadata"), words: ClassProbes.metadataWords,
        probe: { (text) throws(FuzzFault) in ClassProbes.readsMetadata(text) }),
      FuzzedReader(
        "zips", corpus: ClassProbes.zips + (try corpus.files(of: "zips")),
        words: ClassProbes.zipWords,
        probe: { (text) throws(FuzzFault) in ClassProbes.readsZip(text) }),
    ]
  }

  private static func records(_ corpus: FuzzCorpus) throws -> [FuzzedReader] {
    let feedback = SheetProbe.Setting(try corpus.answeredExercises)
      .feedback(on: try corpus.sheets)
    return [
      FuzzedReader(
        "journals", corpus: RecordProbes.journals(feedback), words: RecordProbes.words,
        probe: { (text) throws(FuzzFault) in try RecordProbes.readsJournal(text) }),
      FuzzedReader(
        "replies", corpus: RecordProbes.replies, words: RecordProbes.words,
        probe: { (text) throws(FuzzFault) in try RecordProbes.readsReply(text) }),
    ]
  }
}
