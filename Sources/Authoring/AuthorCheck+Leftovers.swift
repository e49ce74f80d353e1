import Exercises
import LocatedJSON

extension AuthorCheck {
  /// The texts of a template that nobody has replaced yet, each at its place.
  static func leftovers(in exercise: Exercise) -> [AuthorFinding] {
    let bytes = exercise.source.bytes
    let mark = Array(ExerciseTemplate.mark.utf8)
    let places = bytes.indices.filter { start in
      bytes[start] == mark[0] && bytes[start...].starts(with: mark)
    }
    return places.map { AuthorFinding(.reading, .leftover, at: $0) }
  }
}

// MARK: - Messages

extension String {
  fileprivate static let leftover =
    "here is still a text of the template; put your own in its place"
}
