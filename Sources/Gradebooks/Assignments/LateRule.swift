import Reports

/// What being late costs.
package struct LateRule: Hashable, Sendable {
  /// Something to lose: points, or a share of those that were earned.
  package enum Amount: Hashable, Sendable {
    case share(Double)
    case points(Double)

    func of(_ earned: Double) -> Double {
      switch self {
      case .share(let share): share * earned
      case .points(let points): points
      }
    }
  }

  /// What every day costs that has begun.
  package var perDay: Amount
  /// The most that is lost.
  package var atMost: Amount?

  package init(perDay: Amount, atMost: Amount? = nil) {
    self.perDay = perDay
    self.atMost = atMost
  }

  /// What so many days cost somebody who earned so much; never more than that.
  package func penalty(days: Int, earned: Double) -> Double {
    let lost = perDay.of(earned) * Double(days)
    return max(0, min(lost, atMost?.of(earned) ?? lost, earned))
  }
}

/// Until when what is late is taken at all.
package enum Acceptance: Hashable, Sendable {
  case always
  case until(CourseTime)
  /// So many seconds after the grace.
  case lasting(Int)

  static let secondsPerDay = 86_400
}
