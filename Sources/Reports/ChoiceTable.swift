import Formulas
import Numerics

/// Which students chose the same values where everybody chooses their own.
///
/// What is remembered of a choice is a number made from it; of those who share one, the first few.
struct ChoiceTable: Sendable {
  /// Students with one and the same choice.
  struct Group: Sendable {
    let values: [(name: String, value: Tensor)]
    fileprivate(set) var count: Int
    /// The first of them.
    fileprivate(set) var students: [String]

    /// Whether every matrix and vector has entries of one value only.
    var isUniform: Bool {
      values.allSatisfy { one in one.value.entries.allSatisfy { $0 == one.value.entries.first } }
    }

    /// How many digits were typed, about: round numbers meet by chance.
    fileprivate var digits: Int { values.reduce(0) { $0 + $1.value.description.utf8.count } }
  }

  /// The first student of each choice.
  private var first: [UInt64: String] = [:]
  private var shared: [UInt64: Group] = [:]
  /// Whether some choices came when the table was full.
  private(set) var isFull = false

  static let mostChoices = 50_000
  private static let mostGroups = 1000
  private static let mostStudents = 5

  mutating func add(_ values: [(name: String, value: Tensor)], by student: String) {
    if values.isEmpty { return }
    let fingerprint = ChoiceTable.fingerprint(of: values)
    if let count = shared[fingerprint]?.count {
      shared[fingerprint]?.count = count + 1
      if count < ChoiceTable.mostStudents { shared[fingerprint]?.students.append(student) }
    } else if let other = first[fingerprint] {
      guard shared.count < ChoiceTable.mostGroups else { return isFull = true }
      shared[fingerprint] = Group(values: values, count: 2, students: [other, student])
    } else if first.count < ChoiceTable.mostChoices {
      first[fingerprint] = student
    } else {
      isFull = true
    }
  }

  /// The groups, those with the most digits first.
  func groups(_ most: Int) -> [Group] {
    Array(
      shared.values.sorted {
        ($1.digits, $1.count, $0.students[0]) < ($0.digits, $0.count, $1.students[0])
      }.prefix(most))
  }

  var groupCount: Int { shared.count }

  /// A hash of the bits of all entries; 0 and −0 are the same choice.
  private static func fingerprint(of values: [(name: String, value: Tensor)]) -> UInt64 {
    var hash = FNV1a()
    for (name, value) in values {
      hash.add(name.utf8)
      hash.add(UInt64(value.shape.count))
      for entry in value.entries { hash.add((entry == 0 ? 0 : entry).bitPattern) }
    }
    return hash.value
  }
}
