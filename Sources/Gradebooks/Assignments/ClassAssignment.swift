import Numerics

/// What of a class's work counts, and how much: the file of `--assignment`.
package struct ClassAssignment: Sendable {
  package var title: String?
  /// What counts, in the order of the file.
  package var exercises: [Entry] = []
  /// What the total is out of; the sum of the exercises' points where it is left out.
  package var outOf: Double?
  package var rounding: Rounding?
  package var due: CourseTime?
  /// How many seconds after the due date nothing is late yet.
  package var grace = 0
  package var late: LateRule?
  package var acceptance = Acceptance.always
  /// Whether of several attempts the best counts rather than the newest.
  package var takesBest = false
  /// How many of everybody's exercises are left out, the weakest first.
  package var dropped = 0
  package var groups: [Team] = []
  /// The text it was read from, for whoever goes on with the results.
  package var text = ""

  /// An exercise that counts.
  package struct Entry: Hashable, Sendable {
    package let id: String
    /// What it is out of here; as in its own file where it is left out.
    package var points: Double?
    /// Its own due date.
    package var due: CourseTime?
    /// What it is out of in its own file.
    package var ownPoints: Double

    package init(_ id: String, points: Double? = nil, due: CourseTime? = nil, ownPoints: Double) {
      self.id = id
      self.points = points
      self.due = due
      self.ownPoints = ownPoints
    }

    /// What it is out of.
    package var maximum: Double { points ?? ownPoints }
  }

  /// Students who hand in together.
  package struct Team: Hashable, Sendable {
    package let name: String
    package let members: [String]

    package init(_ name: String, _ members: [String]) {
      self.name = name
      self.members = members
    }
  }

  package init() {}

  /// Made from all that bears on what work comes to.
  package var digest: Digest {
    var hash = SHA256()
    hash.add(text)
    for (id, points) in ownPoints.sorted(by: { $0.key < $1.key }) {
      hash.add(id)
      hash.add(number: Int(truncatingIfNeeded: points.bitPattern))
    }
    return hash.digest()
  }

  /// When an exercise is due.
  package func due(_ entry: Entry) -> CourseTime? { entry.due ?? due }

  /// Whether it matters when something was handed in.
  package var asksForTimes: Bool {
    late != nil || due != nil || exercises.contains { $0.due != nil }
  }

  /// What each exercise is out of in its own file, for whoever goes on with the results.
  package var ownPoints: [String: Double] {
    Dictionary(exercises.map { ($0.id, $0.ownPoints) }, uniquingKeysWith: { $1 })
  }
}
