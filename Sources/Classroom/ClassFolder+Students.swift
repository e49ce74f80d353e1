import Answers
import Gradebooks
import SystemCalls

extension ClassFolder {
  /// One student: an id and what belongs to it.
  package struct Student: Sendable {
    package let id: String
    /// What the layout or the roster calls the student; empty where they do not say.
    package let name: String
    /// Other words that systems know the student by.
    package let aliases: [String]
    /// The names of those who handed in the same work.
    let partners: [String]
    package let isLate: Bool
    /// What the row has to say about the files, without anybody having to look at them.
    package let remarks: [Message]
    /// What does not fit and somebody should look at.
    package let problems: [Message]
    let files: [File]
  }

  /// A file or folder of a student's.
  struct File: Sendable {
    /// The way from the class folder.
    let path: EntryName
    let kind: Directory.Kind
    /// What the student called it.
    let name: String
    /// Whether the name speaks of the exercise; that of a plain flat file speaks of the student.
    let isNamedByExercise: Bool
    /// When it was handed in, as far as anybody knows.
    let time: HandInTime
  }

  /// The students of a class, held as little more than the bare entries: a class may be large.
  package struct Students: RandomAccessCollection, Sendable {
    private let handIns: [HandIn]
    /// Where each student's entries begin, and where the last one's end.
    private let starts: [Int32]
    /// The students of whom an earlier submission was left out, with how many there were.
    private let superseded: [String: Int]

    /// Whether anything says of anybody's work when it was handed in.
    package var haveTimes: Bool { handIns.contains { $0.detail?.time.isUnknown == false } }

    /// - Parameters:
    ///   - keepsAttempts: Whether earlier attempts are marked as well, for the best to count.
    ///   - refuses: Whether an attempt of a time came when nothing was taken any more; then those
    ///     before are kept as well, back to the last that did not.
    init(
      _ found: consuming [HandIn], keepsAttempts: Bool, refuses: ((HandInTime) -> Bool)? = nil
    ) {
      var sorted = found
      sorted.sort(by: Students.precedes)
      let newest = keepsAttempts ? [:] : Students.newest(sorted, refuses)
      if !newest.isEmpty {
        sorted.removeAll { one in
          newest[one.id].map { (one.detail?.attempt ?? 0) < $0.first } ?? false
        }
      }
      superseded = newest.filter { $0.value.first == $0.value.last }.mapValues(\.count)
      starts =
        sorted.indices.filter { $0 == 0 || sorted[$0].idOrder(sorted[$0 - 1]) != 0 }
        .map { Int32($0) } + [Int32(sorted.count)]
      handIns = sorted
    }

    private static func precedes(_ left: HandIn, _ right: HandIn) -> Bool {
      let order = left.idOrder(right)
      if order != 0 { return order < 0 }
      let (one, two) = (left.detail, right.detail)
      return (one?.attempt ?? 0, one?.order ?? 0, left.entry.name)
        < (two?.attempt ?? 0, two?.order ?? 0, right.entry.name)
    }

    /// From which attempt on to which those of each student are kept who has several, and how many
    /// there are.
    private static func newest(
      _ sorted: [HandIn], _ refuses: ((HandInTime) -> Bool)?
    ) -> [String: (first: Int, last: Int, count: Int)] {
      var newest: [String: (first: Int, last: Int, count: Int)] = [:]
      var start = 0
      for end in stride(from: 1, through: sorted.count, by: 1)
      where end == sorted.count || sorted[end].idOrder(sorted[start]) != 0 {
        // Nearly everybody has one, of which nothing need be asked.
        if end - start > 1 {
          let attempts = Set(sorted[start..<end].compactMap(\.detail?.attempt).filter { $0 != 0 })
          if attempts.count > 1, let last = attempts.max() {
            let taken = sorted[start..<end].compactMap(\.detail).filter {
              refuses?($0.time) != true
            }
            let first = taken.map(\.attempt).max() ?? last
            newest[sorted[start].id] = (first, last, attempts.count)
          }
        }
        start = end
      }
      return newest
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count - 1 }

    /// The place of the student of an id; nil where there is none.
    func number(of id: String) -> Int? {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if handIns[Int(starts[middle])].id < id { low = middle + 1 } else { high = middle }
      }
      return low < count && handIns[Int(starts[low])].id == id ? low : nil
    }

    package subscript(number: Int) -> Student {
      let own = handIns[Int(starts[number])..<Int(starts[number + 1])]
      let id = own[own.startIndex].id
      let details = own.compactMap(\.detail)
      var remarks: [Message] = []
      if let count = superseded[id] {
        remarks.append("handed in \(count) times; the newest counts")
      }
      if own.count > 1, Set(own.compactMap(\.spelling)).count > 1 {
        remarks.append("two spellings of this name, which look the same, are taken for one person")
      }
      return Student(
        id: id, name: details.lazy.map(\.name).first { !$0.isEmpty } ?? "",
        aliases: details.flatMap(\.aliases), partners: details.flatMap(\.partners),
        isLate: details.contains { $0.time.isLate },
        remarks: remarks, problems: details.flatMap(\.remarks),
        files: own.filter { !$0.isNothing }.map(File.init))
    }
  }
}

extension ClassFolder.File {
  fileprivate init(_ handIn: HandIn) {
    path = handIn.entry.name
    kind = handIn.entry.kind
    name = handIn.detail?.fileName ?? handIn.entry.name.last
    isNamedByExercise = handIn.detail?.isNamedByExercise ?? false
    time = handIn.detail?.time ?? HandInTime()
  }
}
