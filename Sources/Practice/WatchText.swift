import Exercises
import Marking
import Numerics
import Reports

/// What is on the screen while a file is watched: what has changed, then what to look at, with
/// everything that is right in one line.
package struct WatchText {
  private let feedback: Feedback
  private let exercise: Exercise
  private let style: TerminalStyle

  package init(_ feedback: Feedback, _ exercise: Exercise, style: TerminalStyle) {
    self.feedback = feedback
    self.exercise = exercise
    self.style = style
  }

  /// The lines, at most so many: the step to look at first is always among them.
  ///
  /// - Parameter earlier: What was said when the file was saved before; nil the first time.
  package func lines(since earlier: Feedback?, atMost height: Int) -> [String] {
    let head = [style("\(exercise.id)  \(exercise.title)", .bold)] + changes(since: earlier)
    let foot = settled + open + [FeedbackText(feedback, exercise, style: style).sum]
    let room = height - head.lines.count - foot.lines.count - 2
    return head.lines + [""] + problems(since: earlier, atMost: max(3, room)) + foot.lines + [""]
  }

  // MARK: What has changed

  private func changes(since earlier: Feedback?) -> [String] {
    guard let earlier, earlier.steps.count == feedback.steps.count else { return [] }
    let changed = zip(earlier.steps, feedback.steps).filter { $0.status != $1.status }
    if changed.isEmpty { return ["No verdict has changed."] }
    let words = changed.map { "\($1.name) is now \($1.status.word)" }
    return ["Changed: \(words.joined(separator: ", ")).".wrapped(to: style.width)]
  }

  // MARK: What is well

  private func names(_ isMeant: (Status) -> Bool) -> [String] {
    feedback.steps.filter { isMeant($0.status) }.map { $0.name }
  }

  /// Everything with nothing left to do, in a line for each verdict.
  private var settled: [String] {
    [Status.correct, .followsThrough, .toBeRead, .notRun].flatMap { status in
      list(status, names { $0 == status })
    }
  }

  private var open: [String] { list(.unanswered, names { $0 == .unanswered }) }

  private func list(_ status: Status, _ names: [String]) -> [String] {
    if names.isEmpty { return [] }
    let head = style.isPlain ? "\(status.word):" : "\(status.symbol) \(status.word.padded(to: 10))"
    let text = names.joined(separator: ", ").wrapped(to: style.width, indent: 16)
    return [
      "  " + style(head, status.colour)
        + (style.isPlain ? " " + names.joined(separator: ", ") : String(text.dropFirst(14)))
    ]
  }

  // MARK: What to look at

  /// The wrong steps, those first that are new, each slip told once.
  private func problems(since earlier: Feedback?, atMost room: Int) -> [String] {
    let wrong = feedback.steps.indices.filter {
      [.partial, .incorrect, .unreadable].contains(feedback.steps[$0].status)
    }
    let isNew = { (place: Int) -> Bool in
      guard let earlier, earlier.steps.indices.contains(place) else { return false }
      return earlier.steps[place].status != feedback.steps[place].status
    }
    let ordered = wrong.filter(isNew) + wrong.filter { !isNew($0) }
    var blocks: [[String]] = []
    var told: [String: String] = [:]
    let whole = (feedback.summary + feedback.notes + feedback.remarks).map {
      $0.text.harmless.wrapped(to: style.width, indent: 2)
    }
    if !whole.isEmpty { blocks.append(whole.lines) }
    for place in ordered { blocks.append(block(feedback.steps[place], &told)) }
    return blocks.cut(to: room)
  }

  private func block(_ step: StepFeedback, _ told: inout [String: String]) -> [String] {
    let points =
      "\(Numbers.points(step.points))\(style.isPlain ? " of " : "/")"
      + Numbers.points(step.outOf)
    let verdict =
      style.isPlain
      ? step.status.word
      : style("\(step.status.symbol) \(step.status.word.padded(to: 10))", step.status.colour)
    var lines = ["  \(verdict)  \(step.name)  \(points)"]
    for message in step.says + (step.evidence.map { [$0.says] } ?? []) {
      let text = message.text.harmless
      if let first = told[text] {
        lines.append("      The same as in \(first).")
      } else {
        told[text] = step.name
        lines.append(text.wrapped(to: style.width, indent: 6))
      }
    }
    return lines.lines
  }
}

extension [String] {
  /// The texts as single lines.
  fileprivate var lines: [String] {
    flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) } }
  }
}

extension [[String]] {
  /// As many whole blocks as have room, the first in any case; what is left out is counted.
  fileprivate func cut(to room: Int) -> [String] {
    if isEmpty { return [] }
    let all = flatMap { $0 }
    if all.count + 1 <= room { return all + [""] }
    var shown: [String] = []
    var count = 0
    for block in self {
      guard shown.count + block.count + 2 <= room else { break }
      shown += block
      count += 1
    }
    if count == 0 {
      shown = [String](self[0].prefix(Swift.max(1, room - 2)))
      count = 1
    }
    let left = self.count - count
    return shown + (left > 0 ? ["  … and \(left) more below that.", ""] : [""])
  }
}
