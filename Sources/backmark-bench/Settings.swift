/// How much is measured.
struct Settings: Sendable {
  /// How many students a class has where speed is measured.
  let students: Int
  let isQuick: Bool

  /// As many runs as asked for, or a few.
  func runs(_ count: Int) -> Int { isQuick ? min(count, 3) : count }
}
