import Foundation
import Numerics
import Synchronization

/// What the named groups of a regular expression hold of one text.
struct PatternMatch: Sendable {
  let groups: [String: String]

  /// How long a text may be looked at, where a name needs some dozens of steps.
  static let patience = Duration.seconds(Limits.patternSeconds)

  /// Why a pattern is of no use.
  enum Fault: Error {
    case noExpression(String)
    /// The text that it does not get past.
    case endless(String)

    func reason(_ pattern: String) -> String {
      switch self {
      case .noExpression(let error): "'\(pattern)' is no regular expression: \(error)"
      case .endless(let name):
        "'\(pattern)' does not get past '\(name)': it repeats what repeats by itself, as (a+)+ does, "
          + "and tries every way of parting the name; leave one of the repetitions out"
      }
    }
  }

  /// The first of each entry's texts that the whole expression fits, for all entries in order.
  ///
  /// The expression works in a thread of its own: nothing can stop one that tries every way of
  /// parting a text, but nobody has to wait for it.
  static func all(
    of pattern: String, in entries: [[String]], patience: Duration = patience
  ) throws(Fault) -> [PatternMatch?] {
    let work = Work()
    Thread.detachNewThread { work.perform(pattern, entries) }
    return try work.result(within: patience)
  }

  /// What is known of the thread's work.
  private final class Work: Sendable {
    private struct State {
      /// The entry that is looked at, and since when.
      var current = ""
      var since = ContinuousClock.now
      var result: Result<[PatternMatch?], Fault>?
    }

    private let state = Mutex(State())
    private let isDone = DispatchSemaphore(value: 0)

    func perform(_ pattern: String, _ entries: [[String]]) {
      let result: Result<[PatternMatch?], Fault>
      do {
        let expression = try Regex(pattern)
        result = .success(
          entries.map { texts in
            state.withLock { ($0.current, $0.since) = (texts.first ?? "", .now) }
            return texts.lazy.compactMap { PatternMatch($0, expression) }.first
          })
      } catch {
        result = .failure(.noExpression("\(error)"))
      }
      state.withLock { $0.result = result }
      isDone.signal()
    }

    func result(within patience: Duration) throws(Fault) -> [PatternMatch?] {
      while isDone.wait(timeout: .now() + 0.1) == .timedOut {
        let (current, since) = state.withLock { ($0.current, $0.since) }
        if since.duration(to: .now) > patience { throw .endless(current) }
      }
      guard let result = state.withLock({ $0.result }) else { return [] }
      return try result.get()
    }
  }

  private init?(_ text: String, _ expression: Regex<AnyRegexOutput>) {
    guard let match = try? expression.wholeMatch(in: text) else { return nil }
    groups = match.output.reduce(into: [:]) { groups, part in
      if let name = part.name, let text = part.substring { groups[name] = String(text) }
    }
  }
}
