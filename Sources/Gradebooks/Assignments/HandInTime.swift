/// What is known of when something was handed in.
package struct HandInTime: Hashable, Sendable {
  /// When it was; nil where no system said.
  package var time: CourseTime?
  /// How many seconds after the due date the system says it was, which knows extensions of its own.
  package var lateBy: Int?
  /// Whether the system calls it late, without saying by how much.
  package var isLate = false

  package init(time: CourseTime? = nil, lateBy: Int? = nil, isLate: Bool = false) {
    self.time = time
    self.lateBy = lateBy
    self.isLate = isLate
  }

  /// The same, with what another system knows of it where this one knows nothing.
  package func completed(by other: HandInTime) -> HandInTime {
    HandInTime(
      time: time ?? other.time, lateBy: lateBy ?? other.lateBy, isLate: isLate || other.isLate)
  }

  package var isUnknown: Bool { time == nil && lateBy == nil && !isLate }
}

/// A time of handing in where there are many things of which nobody knows any: one word each.
package final class StoredHandInTime: Hashable, Sendable {
  package let time: HandInTime

  /// - Returns: nil where nothing is known.
  package init?(_ time: HandInTime) {
    if time.isUnknown { return nil }
    self.time = time
  }

  package static func == (left: StoredHandInTime, right: StoredHandInTime) -> Bool {
    left.time == right.time
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(time) }
}
