import Arguments
import Foundation
import LocatedJSON

/// How far a long run has come, with the rate and the time left, on standard error.
///
/// On a terminal a bar is written over and over; elsewhere there is a line for every twentieth, as
/// long as that is not more than one a second, or a line of JSON for a program to read.
struct ProgressLine {
  /// How it is shown.
  enum Form {
    case none
    case bar
    case lines
    case json
  }

  private let total: Int
  private let form: Form
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var lastStep = 0
  private var isOpen = false

  init(total: Int, form: Form) {
    self.total = total
    self.form = form
  }

  mutating func show(_ done: Int) {
    guard form != .none, total > 0 else { return }
    let now = ContinuousClock.now
    let seconds = (now - start) / .seconds(1)
    if form == .bar {
      if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
      Console.note("\r\u{1B}[K" + ProgressLine.bar(done, total, seconds), terminator: "")
      lastShown = now
      isOpen = true
    } else if isDue(done, now) {
      lastStep = done * 20 / total
      lastShown = now
      Console.note(
        form == .json
          ? ProgressLine.json(done, total, seconds) : ProgressLine.line(done, total, seconds))
    }
  }

  /// Whether it is time for another line: at every twentieth, but not more than one a second, at
  /// the end, and for a program at the beginning too.
  private func isDue(_ done: Int, _ now: ContinuousClock.Instant) -> Bool {
    if form == .json, lastShown == nil { return true }
    guard done * 20 / total > lastStep else { return false }
    return done == total || now - (lastShown ?? start) >= .seconds(1)
  }

  /// Ends the line that was being written over.
  mutating func finish() {
    if isOpen { Console.note("") }
    isOpen = false
  }

  // MARK: What is shown

  private static let width = 24

  static func bar(_ done: Int, _ total: Int, _ seconds: Double) -> String {
    let filled = done * width / max(1, total)
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: width - filled) + "] " + line(done, total, seconds)
  }

  static func line(_ done: Int, _ total: Int, _ seconds: Double) -> String {
    let counted = "\(done) of \(total) students"
    guard done < total, let (rate, left) = outlook(done, total, seconds) else { return counted }
    let shown = rate < 10 ? String(format: "%.1f", rate) : "\(Int(rate.rounded()))"
    return "\(counted), \(shown) a second, \(time(left)) left"
  }

  static func json(_ done: Int, _ total: Int, _ seconds: Double) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.key("done")
    json.value(done)
    json.key("total")
    json.value(total)
    json.key("seconds")
    json.value((seconds * 10).rounded() / 10)
    if let (rate, left) = outlook(done, total, seconds) {
      json.key("perSecond")
      json.value((rate * 10).rounded() / 10)
      json.key("secondsLeft")
      json.value(left.rounded(.up))
    }
    json.endObject()
    return json.text
  }

  /// The rate and the seconds left; nil where it is too early to say.
  private static func outlook(
    _ done: Int, _ total: Int, _ seconds: Double
  ) -> (rate: Double, left: Double)? {
    guard done > 0, seconds > 0.5 else { return nil }
    let rate = Double(done) / seconds
    return (rate, Double(total - done) / rate)
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}

extension SharedOptions {
  static let progress = OptionDeclaration.option(
    "progress", value: "form",
    help: "How to show progress: a bar on a terminal and lines elsewhere, or lines of JSON.",
    choices: ["auto", "json"], default: "auto")
}

extension ParsedArguments {
  var progressForm: ProgressLine.Form {
    if value("progress") == "json" { return .json }
    if flag("quiet") { return .none }
    let isPlain = Backmark.environment["TERM"] == "dumb"
    return Console.isTerminal(2) && !isPlain && !Console.screen.isPlain ? .bar : .lines
  }
}
