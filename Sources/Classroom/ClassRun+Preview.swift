import Gradebooks
import SystemCalls

extension ClassRun {
  /// What marking would change for the class since an earlier run into the same results, while
  /// nothing is written.
  ///
  /// - Parameters:
  ///   - progress: Called now and then with the number of students done.
  ///   - isInterrupted: Asked now and then whether to stop.
  /// - Returns: What the class would come to; nil where there is no earlier run.
  package func preview(
    progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
  ) throws(OutputFile.Fault) -> ClassSummary? {
    guard let kept = try KeptMarks(reading: output, self) else { return nil }
    let workers = workers(feedbackWriter(nil), kept)
    var summary = ClassSummary()
    var start = 0
    while start < count {
      let done = start
      let round = round(from: start, workers)
      progress(start)
      let isWhole = round.wait(isInterrupted) { progress(done + $0) }
      let batch = workers.flatMap { $0.taken() }.sorted { $0.place < $1.place }
      start = round.rest
      for marked in batch {
        summary.add(try marked.rendered.get().result)
        if marked.isReused { summary.noteReuse() }
        if let regrade = marked.regrade { summary.add(regrade) }
      }
      if !isWhole || isInterrupted() {
        summary.isInterrupted = true
        return summary
      }
    }
    progress(start)
    return summary
  }
}
