import Synchronization
import TestSupport

@testable import Marking

extension Marker {
  private static let made = Mutex<[String: Marker]>([:])

  /// The marker of an exercise that several tests mark with, made once.
  ///
  /// Its copies share the edited formulas, which take longer to make than many sheets to mark.
  static func shared(_ name: String, _ marker: () throws -> Marker) throws -> Marker {
    if let known = made.withLock({ $0[name] }) { return known }
    let new = try marker()
    return made.withLock { made in
      let known = made[name] ?? new
      made[name] = known
      return known
    }
  }
}

extension Shipped {
  /// A marker of the exercise.
  func marker() throws -> Marker { try .shared("exercises/\(id)") { Marker(try exercise()) } }
}
