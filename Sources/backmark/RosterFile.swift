import Arguments
import Classroom
import SystemCalls

extension ParsedArguments {
  /// The roster of `--roster`; nil where there is none.
  func roster() throws -> Roster? {
    guard let path = value("roster") else { return nil }
    do {
      return try Roster(BoundedFile.read(path, atMost: largestRoster, followsLink: true))
    } catch {
      throw Complaint("the roster '\(path)' \(error)")
    }
  }
}

/// A roster of 200,000 students has some 20 MB.
private let largestRoster = 64 << 20
