import LocatedJSON
import Reports

extension ClassAssignment {
  /// What it asks for, a line each, so that nobody has to guess how a file was taken.
  package var inWords: [String] {
    let count = exercises.count
    let sum = exercises.reduce(0) { $0 + $1.maximum }
    let name = title.map { "\($0.shownOnOneLine): " } ?? ""
    var lines = [
      "\(name)\(count) \(count == 1 ? "exercise" : "exercises"), "
        + "out of \(Numbers.points(outOf ?? sum))"
        + (dropped > 0 ? ", without the weakest \(dropped) of each" : "")
        + (rounding.map { ", rounded to steps of \(Numbers.short($0.step))" } ?? "")
    ]
    let dates = Set(exercises.compactMap { due($0) }).sorted()
    if !dates.isEmpty {
      let unzoned = dates.contains { !$0.isZoned } ? " (no zone is given, so that is UTC)" : ""
      lines.append("due \(dates.map(\.text).joinedAsWords)\(unzoned)" + graceInWords)
    }
    if asksForTimes { lines.append("late work: \(lateInWords)") }
    if takesBest { lines.append("of several attempts the best counts") }
    return lines
  }

  private var graceInWords: String {
    grace > 0 ? ", with a grace of \(CourseDuration.text(grace))" : ""
  }

  private var lateInWords: String {
    let limit =
      switch acceptance {
      case .always: ""
      case .until(let time): "; none is taken after \(time.text)"
      case .lasting(0): "none is taken"
      case .lasting(let seconds): "; none is taken after \(CourseDuration.text(seconds))"
      }
    if acceptance == .lasting(0) { return limit }
    guard let late else { return "costs nothing" + limit }
    return "\(late.perDay.inWords) lost for each day begun"
      + (late.atMost.map { ", \($0.inWords) at most" } ?? "") + limit
  }
}

extension LateRule.Amount {
  fileprivate var inWords: String {
    switch self {
    case .share(let share): "\(Numbers.points(share * 100)) % of the points"
    case .points(let points): Numbers.pointsInWords(points)
    }
  }
}
