import Gradebooks
import LocatedJSON

/// Who hands in together: what one of a group hands in is everybody's in it.
struct Teams {
  private let teams: [ClassAssignment.Team]
  /// What each member is known by, as far as a roster tells.
  private let people: [String: Person]
  private let hasRoster: Bool
  /// The members whose names several people on the roster have.
  private var ambiguous: Set<String> = []
  /// Somebody who is in two groups under two names, as a sentence.
  private(set) var overlap: String?

  init(_ teams: [ClassAssignment.Team], roster: [Person]) {
    self.teams = teams
    hasRoster = !roster.isEmpty
    var people: [String: Person] = [:]
    let index = PersonIndex(teams.isEmpty ? [] : roster)
    var owners: [Int: (team: Int, member: String)] = [:]
    for (team, id) in teams.enumerated().flatMap({ team in
      team.element.members.map { (team.offset, $0) }
    }) {
      switch index.match(ids: [id], name: id) {
      case .person(let number, _):
        people[id] = roster[number]
        if let other = owners[number], overlap == nil {
          overlap =
            "\(Quotation(other.member)) in \(Quotation(teams[other.team].name)) and "
            + "\(Quotation(id)) in \(Quotation(teams[team].name)) are one person"
        }
        owners[number] = (team, id)
      case .several: ambiguous.insert(id)
      case .nobody: break
      }
    }
    self.people = people
  }

  /// The hand-ins, with those of one of a group for all of it.
  func completing(_ handIns: [HandIn], notes: inout [String]) -> [HandIn] {
    if teams.isEmpty { return handIns }
    let members = members
    var named: [String: Int] = [:]
    for (number, team) in teams.enumerated() { named[team.name.matchingKey] = number }
    var own: [Place: [HandIn]] = [:]
    var common: [Int: [HandIn]] = [:]
    var all: [HandIn] = []
    all.reserveCapacity(handIns.count)
    for handIn in handIns {
      let detail = handIn.detail
      let keys = ([handIn.id] + (detail?.aliases ?? []) + [detail?.name ?? ""]).map(\.matchingKey)
      if let place = keys.lazy.compactMap({ members[$0] }).first {
        own[place, default: []].append(handIn)
      } else if let team = keys.lazy.compactMap({ named[$0] }).first {
        common[team, default: []].append(handIn)
      } else {
        all.append(handIn)
      }
    }
    var strangers: [String] = []
    for (number, team) in teams.enumerated() {
      let places = team.members.indices.map { Place(team: number, member: $0) }
      let shared = (common[number] ?? []) + places.flatMap { own[$0] ?? [] }
      for (place, member) in zip(places, team.members) {
        let person = people[member]
        let known = own[place]?.first
        if known == nil, person == nil {
          strangers.append(member)
          // With a roster who is on it has a row of that; anybody else is a slip of the pen.
          if hasRoster { continue }
        }
        let id = known?.id ?? person?.id ?? member
        let name = known?.detail?.name ?? person?.name ?? ""
        let others = team.members.filter { $0 != member } + [team.name]
        let work = shared.filter { !$0.isNothing }
        all +=
          work.isEmpty
          ? [HandIn(nothingOf: HandIn.Detail(id: id, name: name, aliases: person?.aliases ?? []))]
          : work.map {
            $0.given(to: id, called: name, with: others, aliases: person?.aliases ?? [])
          }
      }
    }
    notes.append("groups: \(teams.count), of \(teams.reduce(0) { $0 + $1.members.count }) students")
    notes += NameList.note(
      "in a group, but with no entry in the class and on no roster"
        + (hasRoster ? ", and without a row" : ""),
      strangers.map { $0 + (ambiguous.contains($0) ? " (who could be several people)" : "") })
    return all
  }

  private struct Place: Hashable {
    let team: Int
    let member: Int
  }

  /// The places of the members by whatever they are known by.
  private var members: [String: Place] {
    var places: [String: Place] = [:]
    for (number, team) in teams.enumerated() {
      for (member, id) in team.members.enumerated() {
        let person = people[id]
        let keys = [id] + (person.map { [$0.id, $0.name] + $0.aliases } ?? [])
        for key in keys where !key.isEmpty {
          places[key.matchingKey] = places[key.matchingKey] ?? Place(team: number, member: member)
        }
      }
    }
    return places
  }
}

extension HandIn {
  /// The same work as another student's.
  fileprivate func given(
    to id: String, called name: String, with partners: [String], aliases: [String]
  ) -> HandIn {
    let old = detail
    let isOwn = old == nil ? self.id == id : old?.id == id
    let others = isOwn ? [] : [self.id, old?.name ?? ""] + (old?.aliases ?? [])
    return HandIn(
      entry,
      Detail(
        id: id, name: name, aliases: (isOwn ? old?.aliases ?? [] : []) + aliases,
        partners: (old?.partners ?? []) + others + partners, fileName: old?.fileName,
        isNamedByExercise: old?.isNamedByExercise ?? (entry.kind == .folder),
        attempt: old?.attempt ?? 0, order: old?.order ?? 0,
        remarks: old?.remarks ?? [], time: old?.time ?? HandInTime()))
  }
}
