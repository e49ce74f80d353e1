import Answers
import Foundation
import Gradebooks
import LocatedJSON

/// Who is in a class, so that those who handed in nothing are not forgotten.
package struct Roster: Sendable {
  package let people: [Person]
  /// What there is to say about how the table was read.
  let notes: [String]
  /// The ids under which there are several people, none of whom they tell.
  private let ambiguous: Set<String>
  /// The times of handing in that cannot be read, by the ids of their students.
  private let timeless: [String: String]

  /// Why a roster cannot be used.
  package struct Fault: Error, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// Reads a table whose first line names its columns.
  package init(_ bytes: [UInt8]) throws(Fault) {
    var table = CSVRows(bytes)
    guard let header = table.next() else { throw Fault(description: "is empty") }
    let columns = RosterColumns(header.map(\.text))
    guard columns.canName else {
      let found = header.prefix(12).map { "'\($0.text.shownOnOneLine)'" }.joined(separator: ", ")
      throw Fault(description: "names no column of ids, addresses or names, only \(found)")
    }
    var (rows, nameless, timeless) = ([Person](), [String](), [String: String]())
    while let row = table.next() {
      let cells = row.map(\.text)
      if let name = columns.nameWithoutKey(in: cells) { nameless.append(name) }
      guard let person = columns.person(in: cells) else { continue }
      rows.append(person)
      if let time = columns.unreadableTime(in: cells) { timeless[person.id] = time }
    }
    if let fault = table.fault { throw Fault(description: fault) }
    self.timeless = timeless
    var (repeated, ambiguous) = ([String](), Set<String>())
    people = Roster.distinct(rows, &repeated, &ambiguous)
    self.ambiguous = ambiguous
    let encoding = table.encoding.name.map { "; it is read as \($0)" } ?? ""
    notes =
      ["the roster has \(columns.taken)\(encoding)"]
      + NameList.note("several times on the roster, and counted once", repeated)
      + NameList.note("on the roster without an id or an address, and left out", nameless)
      + NameList.note(
        "handed in at times that cannot be read, and count as on time",
        timeless.sorted { $0.key < $1.key }.map { "\($0.key) '\($0.value)'" })
      + NameList.note("ids of several people on the roster, who get no name", ambiguous.sorted())
  }

  /// The people of a table in which somebody may stand twice, as in one who is in two sections.
  ///
  /// Rows of one id and two names are two people, of whom neither can be told by that id.
  private static func distinct(
    _ rows: [Person], _ repeated: inout [String], _ ambiguous: inout Set<String>
  ) -> [Person] {
    var people: [Person] = []
    var places: [String: Int] = [:]
    people.reserveCapacity(rows.count)
    for row in rows {
      guard let place = places[row.id.matchingKey] else {
        places[row.id.matchingKey] = people.count
        people.append(row)
        continue
      }
      let known = people[place]
      let names = Set([known.name.nameKey, row.name.nameKey].filter { !$0.isEmpty })
      if names.count > 1 {
        ambiguous.insert(known.id)
        people.append(
          Person(id: known.id, name: row.name, aliases: row.aliases, time: row.time))
        continue
      }
      let further = row.aliases.filter { !known.aliases.contains($0) }
      people[place] = Person(
        id: known.id, name: known.name.isEmpty ? row.name : known.name,
        aliases: known.aliases + further, time: known.time.completed(by: row.time))
      if repeated.last != known.id { repeated.append(known.id) }
    }
    return people
  }

  /// The hand-ins, with what the roster says of their students, and those of whom nothing is there.
  ///
  /// Students are found by id, by address, or by a name that only one of them has.
  ///
  /// The hand-ins are used up: of a large class there is no room for both.
  func completing(_ handIns: consuming [HandIn], notes: inout [String]) -> [HandIn] {
    let index = PersonIndex(people)
    let everybody = HandIn.Everybody(people)
    notes += self.notes
    /// The first hand-in of each person, by its place.
    var first = [Int32](repeating: -1, count: people.count)
    var doubled: Set<String> = []
    var strangers: Set<String> = []
    var unsure: Set<String> = []
    var shortened: Set<String> = []
    var all = consume handIns
    for place in all.indices {
      let handIn = all[place]
      let match = index.match(handIn)
      guard case .person(let number, let evidence) = match else {
        if match == .several { unsure.insert(handIn.id) } else { strangers.insert(handIn.id) }
        continue
      }
      if evidence == .idWithoutZeros { shortened.insert(handIn.id) }
      if first[number] < 0 { first[number] = Int32(place) }
      if all[Int(first[number])].id != handIn.id { doubled.insert(people[number].called) }
      all[place] = handIn.listed(
        as: number, of: everybody, unreadableTime: timeless[people[number].id])
    }
    let missing = people.indices.filter { first[$0] < 0 }
    for number in missing {
      let person = people[number]
      let detail =
        ambiguous.contains(person.id)
        ? HandIn.Detail(id: person.id)
        : HandIn.Detail(id: person.id, name: person.name, aliases: person.aliases)
      all.append(HandIn(nothingOf: detail))
    }
    notes += NameList.note(
      "on the roster, but nothing was handed in", missing.map { people[$0].called })
    notes += NameList.note("not on the roster", strangers.sorted())
    notes += NameList.note("could be several people of the roster, and is none", unsure.sorted())
    notes += NameList.note(
      "have several entries in the class, each with a row of its own", doubled.sorted())
    notes += NameList.note(
      "found on the roster by an id with other zeros in front", shortened.sorted())
    return all
  }
}

extension Person {
  fileprivate var called: String { name.isEmpty || name == id ? id : "\(name) (\(id))" }
}

extension PersonIndex {
  /// The person whose a hand-in is.
  fileprivate func match(_ handIn: HandIn) -> Match {
    let detail = handIn.detail
    let ids = [handIn.id] + (detail?.aliases ?? [])
    let match = match(ids: ids, name: detail?.name ?? "")
    guard match == .nobody, let detail else { return match }
    // Moodle puts a team and a hyphen before the name, and either may have hyphens of its own.
    let parts = detail.name.split(separator: "-")
    for start in parts.indices.dropFirst() {
      let name = parts[start...].joined(separator: "-")
      let match = self.match(ids: [], name: name)
      if match != .nobody, name.contains(" ") { return match }
    }
    return .nobody
  }
}
