import Dispatch

/// Some hundreds of students, being marked on all threads.
struct ClassRound {
  private let queue: ClassQueue
  private let ended = DispatchSemaphore(value: 0)

  /// How long the threads may take to end when the run is to end.
  private static let patience = Duration.milliseconds(400)

  /// Begins to mark.
  init(_ queue: ClassQueue, _ workers: [ClassWorker], _ selection: StudentSelection) {
    self.queue = queue
    let ended = ended
    DispatchQueue.global().async {
      // Whoever is free takes the next student, so that nobody waits for a slower thread.
      DispatchQueue.concurrentPerform(iterations: workers.count) {
        workers[$0].mark(queue, selection)
      }
      ended.signal()
    }
  }

  /// Waits until all threads have ended.
  ///
  /// - Parameter progress: Called now and then with the number of students marked so far.
  /// - Returns: Whether they came to their end; false where somebody wanted the run to end, and
  ///   then a thread may still be at its last student.
  func wait(_ isInterrupted: () -> Bool, progress: (Int) -> Void) -> Bool {
    var limit: ContinuousClock.Instant?
    while ended.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
      progress(queue.marked)
      if limit == nil, isInterrupted() {
        queue.stop()
        limit = .now + ClassRound.patience
      }
      if let limit, ContinuousClock.now > limit { return false }
    }
    return limit == nil
  }

  /// Lets no thread begin with another student, and waits for those that have begun.
  func abandon() {
    queue.stop()
    ended.wait()
  }

  /// Where the students begin that nobody has marked.
  var rest: Int { queue.rest }
}
