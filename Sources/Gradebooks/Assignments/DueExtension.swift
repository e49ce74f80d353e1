/// How much longer a student has.
package enum DueExtension: Hashable, Sendable {
  case until(CourseTime)
  /// So many seconds.
  case by(Int)

  /// What stands in place of an exercise for all of them.
  package static let all = ""

  /// When it is due then, which is never earlier.
  func moved(_ due: CourseTime?) -> CourseTime? {
    switch self {
    case .until(let time): due.map { max($0, time) } ?? time
    case .by(let seconds): due?.advanced(by: seconds)
    }
  }

  /// How many seconds are granted.
  func granted(after due: CourseTime?) -> Int {
    switch self {
    case .until(let time): due.map { max(0, time.seconds - $0.seconds) } ?? Int.max / 4
    case .by(let seconds): seconds
    }
  }
}

extension StudentRecord {
  /// How much longer a person gave the student for an exercise.
  func `extension`(of exercise: String) -> DueExtension? {
    extensions[exercise] ?? extensions[DueExtension.all]
  }
}
