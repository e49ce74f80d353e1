import Foundation
import Reports

/// How far a long run has come, with the time left, on standard error.
///
/// On a terminal one line is written over and over; elsewhere there is a line for every tenth.
struct ProgressLine {
  private let total: Int
  private let isQuiet: Bool
  private let isTerminal = Console.isTerminal(2)
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var lastTenth = 0
  private var isOpen = false

  init(total: Int, isQuiet: Bool) {
    self.total = total
    self.isQuiet = isQuiet
  }

  mutating func show(_ done: Int) {
    guard !isQuiet, total > 0 else { return }
    let now = ContinuousClock.now
    if isTerminal {
      if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
      Console.note("\r\u{1B}[K" + line(done, now), terminator: "")
      lastShown = now
      isOpen = true
    } else if done * 10 / total > lastTenth {
      lastTenth = done * 10 / total
      Console.note(line(done, now))
    }
  }

  /// Ends the line that was being written over.
  mutating func finish() {
    if isOpen { Console.note("") }
    isOpen = false
  }

  private func line(_ done: Int, _ now: ContinuousClock.Instant) -> String {
    let elapsed = (now - start) / .seconds(1)
    let counted = "\(done) of \(total) students"
    guard done < total, done > 0, elapsed > 0.5 else { return counted }
    let left = elapsed / Double(done) * Double(total - done)
    return counted + ", " + ProgressLine.time(left) + " left"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
