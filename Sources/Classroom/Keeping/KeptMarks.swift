import Foundation
import Gradebooks
import Grading
import Marking
import SystemCalls

/// What an earlier run into the same results marked, with what tells whether it still holds.
struct KeptMarks: Sendable {
  let journal: Journal
  let keys: WorkKeys
  /// What is different in the exercises since then, by their ids.
  let changes: [String: ExerciseChange]
}

extension KeptMarks {
  /// What was marked into results that stay as they are.
  ///
  /// - Returns: nil where there are no results of an earlier run.
  init?(reading results: String, _ run: ClassRun) throws(OutputFile.Fault) {
    let folder = results + "/" + KeptWork.folderName
    guard let keeping = run.keeping, access(folder + "/journal", R_OK) == 0 else { return nil }
    journal = try Journal(reading: folder + "/journal")
    keys = keeping.keys(run.policy, run.library, run.tools, run.marks)
    changes = ExerciseTexts(in: folder).changes(in: run.library)
  }
}
