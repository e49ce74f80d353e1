import LocatedJSON

/// An `expected.json` into which entries are put, all else in it staying byte for byte as it is.
struct ExpectedFile {
  /// What it says must come of each file.
  let marks: [String: ExpectedMarks]
  private let source: SourceText
  private let members: [LocatedMember]
  private let end: Int

  /// A file with nothing in it.
  init(named name: String) {
    source = SourceText(name: name, text: "{\n}\n")
    (marks, members, end) = ([:], [], 2)
  }

  /// - Throws: Everything that is wrong with it.
  init(_ source: SourceText) throws(Problems) {
    self.source = source
    marks = try ExpectedMarks.read(source)
    guard let root = try? JSONText.parse(source), case .object(let members) = root.kind else {
      (self.members, end) = ([], source.bytes.count)
      return
    }
    self.members = members
    end = root.range.upperBound - 1
  }

  /// The text with these entries: in place of those of the same name, or after all others.
  func text(with drafts: [ExpectationDraft]) -> [UInt8] {
    var bytes: [UInt8] = []
    var kept = 0
    for member in members {
      guard let draft = drafts.last(where: { $0.name == member.name }) else { continue }
      bytes += source.bytes[kept..<member.value.range.lowerBound] + Array(draft.value.utf8)
      kept = member.value.range.upperBound
    }
    let added = drafts.filter { draft in !members.contains { $0.name == draft.name } }
    guard !added.isEmpty else { return bytes + source.bytes[kept...] }
    // After the last entry, or right behind the opening brace where there is none.
    let place = members.last?.value.range.upperBound ?? source.opening(before: end)
    bytes += source.bytes[kept..<place]
    let entries = added.map { "\n  \($0.label): \($0.value)" }.joined(separator: ",")
    bytes += Array(((members.isEmpty ? "" : ",") + entries).utf8)
    let rest = source.bytes[place...]
    // A brace alone on its line has its break already.
    if rest.first == UInt8(ascii: "}") { bytes.append(UInt8(ascii: "\n")) }
    return bytes + rest
  }
}

extension SourceText {
  /// The place behind the brace that opens the empty object which a byte closes.
  fileprivate func opening(before end: Int) -> Int {
    (bytes[..<end].lastIndex(of: UInt8(ascii: "{")) ?? end) + 1
  }
}
