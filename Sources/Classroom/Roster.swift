import Foundation
import Gradebooks
import LocatedJSON

/// Who is in a class, so that those who handed in nothing are not forgotten.
package struct Roster: Sendable {
  package let people: [Person]

  /// Why a roster cannot be used.
  package struct Fault: Error, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// Reads a table whose first line names its columns.
  package init(_ bytes: [UInt8]) throws(Fault) {
    let table = CSVTable(bytes)
    guard let header = table.rows.first else { throw Fault(description: "is empty") }
    let columns = RosterColumns(header.map(\.text))
    guard columns.canName else {
      let found = header.prefix(12).map { "'\($0.text.shownOnOneLine)'" }.joined(separator: ", ")
      throw Fault(description: "names no column of ids, addresses or names, only \(found)")
    }
    people = table.rows.dropFirst().compactMap { columns.person(in: $0.map(\.text)) }
  }

  /// The hand-ins, with what the roster says of their students, and those of whom nothing is there.
  ///
  /// Students are found by id, by address, or by a name that only one of them has.
  func completing(_ handIns: [HandIn], notes: inout [String]) -> [HandIn] {
    let index = PersonIndex(people)
    var seen: Set<Int> = []
    var strangers: Set<String> = []
    var all: [HandIn] = []
    all.reserveCapacity(handIns.count)
    for handIn in handIns {
      guard let number = index.person(of: handIn) else {
        strangers.insert(handIn.id)
        all.append(handIn)
        continue
      }
      seen.insert(number)
      all.append(handIn.adding(people[number]))
    }
    let missing = people.indices.filter { !seen.contains($0) }
    for number in missing {
      let person = people[number]
      all.append(
        HandIn(
          nothingOf: HandIn.Detail(id: person.id, name: person.name, aliases: person.aliases)))
    }
    notes += Roster.note(
      "on the roster, but nothing was handed in", missing.map { people[$0].called })
    notes += Roster.note("not on the roster", strangers.sorted())
    return all
  }

  /// The most names in a note.
  private static let mostNames = 20

  private static func note(_ what: String, _ names: [String]) -> [String] {
    if names.isEmpty { return [] }
    let shown = names.prefix(mostNames).map(\.shownOnOneLine).joined(separator: ", ")
    let further = names.count - mostNames
    return ["\(what) (\(names.count)): \(shown)" + (further > 0 ? " and \(further) more" : "")]
  }
}

extension Person {
  fileprivate var called: String { name.isEmpty || name == id ? id : "\(name) (\(id))" }
}

extension HandIn {
  /// The hand-in with what a roster says of its student.
  fileprivate func adding(_ person: Person) -> HandIn {
    let old = detail
    let aliases = (old?.aliases ?? []) + [person.id] + person.aliases
    return HandIn(
      entry,
      Detail(
        id: id, name: person.name.isEmpty ? old?.name ?? "" : person.name,
        aliases: aliases.filter { $0 != id }, fileName: old?.fileName,
        isNamedByExercise: old?.isNamedByExercise ?? false, isLate: old?.isLate ?? false,
        attempt: old?.attempt ?? 0, order: old?.order ?? 0, remarks: old?.remarks ?? []))
  }
}

extension PersonIndex {
  /// The person whose a hand-in is; nil where it is nobody or several people.
  fileprivate func person(of handIn: HandIn) -> Int? {
    person(ids: [handIn.id] + (handIn.detail?.aliases ?? []), name: handIn.detail?.name ?? "")
  }
}
