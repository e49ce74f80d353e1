import Synchronization

/// Which student is next, for all threads; and when they are to stop.
final class ClassQueue: Sendable {
  private let next: Atomic<Int>
  private let end: Int
  private let deadline: ContinuousClock.Instant
  private let isStopped = Atomic(false)
  private let done = Atomic(0)

  init(_ places: Range<Int>, until deadline: ContinuousClock.Instant) {
    next = Atomic(places.lowerBound)
    end = places.upperBound
    self.deadline = deadline
  }

  /// The next place; nil where there is none, or time is up.
  func take() -> Int? {
    if isStopped.load(ordering: .relaxed) || ContinuousClock.now > deadline { return nil }
    let place = next.add(1, ordering: .relaxed).oldValue
    return place < end ? place : nil
  }

  /// Notes that a student has been marked.
  func noteMarked() { done.add(1, ordering: .relaxed) }

  /// How many students have been marked.
  var marked: Int { done.load(ordering: .relaxed) }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Where the places begin that nobody has taken.
  var rest: Int { min(next.load(ordering: .relaxed), end) }
}
