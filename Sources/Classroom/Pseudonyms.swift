import Numerics

/// Names that stand for students where a page is to be shown around: `student-0001`.
///
/// They are numbered in the order of a fixed hash of the ids, so that the same class always gets
/// the same names, on every machine and in every shard, and the alphabet does not give them away.
/// That hides names from a glance; it is no protection from somebody who has the ids.
struct Pseudonyms: Sendable {
  /// The number of each student, by the student's place in the class.
  private let ranks: [Int32]
  private let width: Int

  init(_ students: ClassFolder.Students) {
    self.init(students.lazy.map(\.id))
  }

  init(_ ids: some Sequence<String>) {
    let hashes = ids.map { Pseudonyms.hash($0) }
    var ranks = [Int32](repeating: 0, count: hashes.count)
    let order = hashes.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
    for (rank, place) in order.enumerated() { ranks[place] = Int32(rank + 1) }
    self.ranks = ranks
    width = max(4, String(hashes.count).count)
  }

  /// The pseudonym of the student at a place in the class.
  subscript(place: Int) -> String {
    let digits = String(ranks[place])
    return "student-" + String(repeating: "0", count: width - digits.count) + digits
  }

  /// FNV-1a, its bits then mixed, since it does not spread the last bytes far.
  private static func hash(_ id: String) -> UInt64 {
    var hash = FNV1a.hash(id)
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
