import Arguments
import Classroom
import Numerics
import SystemCalls

extension ParsedArguments {
  /// The roster of `--roster`; nil where there is none.
  func roster() throws -> Roster? {
    guard let path = value("roster") else { return nil }
    do {
      return try Roster(BoundedFile.read(path, atMost: Limits.table, followsLink: true))
    } catch {
      throw Complaint("the roster '\(path)' \(error)")
    }
  }
}
