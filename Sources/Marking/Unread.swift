/// What of a submission was not understood and so earns nothing.
///
/// Students are told of it line by line; these are the counts for whoever has a whole class.
package struct Unread: Hashable, Sendable {
  /// Answers that could not be read.
  package var answers = 0
  /// Names that belong to no step.
  package var names = 0
  /// Lines that are no answer; at most as many as there are steps without one.
  package var lines = 0
  /// The values that were to be chosen and are missing.
  package var choices: [String] = []

  package init(answers: Int = 0, names: Int = 0, lines: Int = 0, choices: [String] = []) {
    self.answers = answers
    self.names = names
    self.lines = lines
    self.choices = choices
  }

  /// Adds the counts of another sheet; which values are missing is for that one to say.
  package mutating func add(_ other: Unread) {
    answers += other.answers
    names += other.names
    lines += other.lines
  }
}

extension Feedback {
  /// How many steps have such a status, counted in their places: a step is large to copy.
  package func count(where isMeant: (Status) -> Bool) -> Int {
    steps.indices.count { isMeant(steps[$0].status) }
  }

  /// Answers that a person is still to read.
  package var toBeRead: Int {
    if ruling?.points != nil || ruling?.isExcused == true { return 0 }
    return steps.indices.count {
      steps[$0].status == .toBeRead && steps[$0].ruling?.isExcused != true
    }
  }

  /// Whether more than a quarter of what was handed in could not be read.
  ///
  /// Unknown names and stray lines count as far as there are steps without an answer: where every
  /// step has one, nothing was lost.
  package var isLargelyUnread: Bool {
    let open = count { $0 == .unanswered }
    let lost = unread.answers + min(unread.names + unread.lines, open)
    let read = count { $0 != .unanswered && $0 != .unreadable }
    return lost * 4 > lost + read
  }
}
