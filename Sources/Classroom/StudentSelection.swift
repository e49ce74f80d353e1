import Numerics

/// The students that a run marks, by their numbers in the class: everybody, or a share.
struct StudentSelection: Sendable {
  private let numbers: [Int32]?
  let count: Int
  /// Made from the ids of the whole class.
  let digest: Digest

  init(_ students: ClassFolder.Students, _ shard: Shard?, isKept: Bool) {
    var hash = SHA256()
    if isKept { for student in students { hash.add(student.id) } }
    digest = hash.digest()
    numbers = shard.map { shard in
      students.indices.filter { shard.contains(students[$0].id) }.map { Int32($0) }
    }
    count = numbers?.count ?? students.count
  }

  subscript(place: Int) -> Int { numbers.map { Int($0[place]) } ?? place }
}
