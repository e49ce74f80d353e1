import LocatedJSON
import Numerics

/// Pairs of students whose sheets share wrong digits, or whose Swift shares its shape, beyond what
/// common slips, the template and chance explain.
struct AlikeExport: ClassExport {
  static let name = "alike"
  static let summary = "pairs whose work shares more than chance explains, to be looked at"

  private var search = AlikeSearch()
  private var count = 0

  init(_ order: ExportOrder) {}

  mutating func head() -> [UInt8] {
    Array(
      CSV.line(["student", "name", "other student", "other name", "shared", "chance", "what"]).utf8)
  }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    search.add(record)
    return []
  }

  mutating func foot() -> [UInt8] {
    let pairs = search.pairs
    count = pairs.count
    return pairs.flatMap { pair in
      let people = pair.students.flatMap { [$0.id.shownOnOneLine, $0.name] }
      let cells = ["\(pair.count)", NumberText.general(pair.chance, digits: 2)]
      return Array(CSV.line(people + cells + [pair.shared.joined(separator: "; ")]).utf8)
    }
  }

  var notes: [String] {
    if count == 0 { return [] }
    let pairs = count == 1 ? "1 pair shares" : "\(count) pairs share"
    return ["\(pairs) more than chance and common slips explain: worth a look, and no verdict"]
  }
}
