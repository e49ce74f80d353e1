import Exercises
import Grading

/// Tells whether what is kept of a student still holds.
///
/// The key of an entry is made from the grader's version, from how the class is marked, from the ids
/// of the exercises there are and from what was handed in. The exercises themselves are compared
/// apart: only those that the student's record speaks of count.
struct WorkKeys: Sendable {
  private let common: Digest
  private let exercises: [String: Digest]
  private let marks: [String: Digest]

  init(
    version: String, policy: [String], shelf: ExerciseShelf, marks: WrittenMarks?
  ) {
    var hash = SHA256()
    hash.add(version)
    for texts in [policy, shelf.ids] {
      hash.add(number: texts.count)
      for text in texts { hash.add(text) }
    }
    common = hash.digest()
    exercises = shelf.digests
    self.marks = marks?.digests ?? [:]
  }

  /// - Parameters:
  ///   - label: What the student is called on pages.
  ///   - folder: The name of the student's folder of pages.
  func key(of student: String, _ handed: Digest, label: String, folder: String) -> Digest {
    var hash = SHA256()
    for digest in [common, handed, marks[student] ?? Digest(high: 0, low: 0)] { hash.add(digest) }
    hash.add(label)
    hash.add(folder)
    return hash.digest()
  }

  /// What the exercises of a record are at present.
  func exercises(of record: StudentRecord) -> Digest {
    var hash = SHA256()
    for result in record.results {
      hash.add(result.exercise)
      hash.add(exercises[result.exercise] ?? Digest(high: 0, low: 0))
    }
    return hash.digest()
  }
}

extension SHA256 {
  fileprivate mutating func add(_ digest: Digest) {
    add(number: Int(truncatingIfNeeded: digest.high))
    add(number: Int(truncatingIfNeeded: digest.low))
  }
}

extension WrittenMarks {
  /// For each student what a person gave, as one number.
  fileprivate var digests: [String: Digest] {
    var hashes: [String: SHA256] = [:]
    for mark in marks {
      hashes[mark.student, default: SHA256()].add("\(mark.exercise)\u{0}\(mark.step)")
      for point in mark.points {
        hashes[mark.student]?.add(number: Int(truncatingIfNeeded: point.bitPattern))
      }
      for text in mark.says { hashes[mark.student]?.add(text) }
    }
    return hashes.mapValues { $0.digest() }
  }
}
