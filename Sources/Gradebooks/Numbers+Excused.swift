import Reports

extension Numbers {
  /// Points, or the word that stands for them where there are none to be had.
  package static func counted(_ points: Double, isExcused: Bool) -> String {
    isExcused ? "excused" : Numbers.points(points)
  }

  /// The same with what they are out of.
  package static func counted(_ points: Double, of maximum: Double, isExcused: Bool) -> String {
    isExcused ? "excused" : "\(Numbers.points(points)) of \(Numbers.points(maximum))"
  }
}
