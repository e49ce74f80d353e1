import LocatedJSON

/// Why a file of groups cannot be used.
package struct TeamFileFault: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) {
    self.sentence = sentence
  }
}

/// Reads who hands in together: members by the name of their group, lists of members, objects with a
/// name and members, or the name of a table with a column for each.
struct TeamReader {
  let report: ProblemReport
  let file: (String) -> Result<[ClassAssignment.Team], TeamFileFault>

  func teams(_ value: LocatedValue) -> [ClassAssignment.Team] {
    var found: [(team: ClassAssignment.Team, ids: [LocatedString])] = []
    switch value.kind {
    case .string(let path):
      switch file(path) {
      case .success(let teams): return teams
      case .failure(let fault):
        report.report("the groups \(Quotation(path)) \(fault.sentence)", at: value)
        return []
      }
    case .object(let members):
      for member in members {
        if let ids = ids(member.value, "a group") {
          found.append((ClassAssignment.Team(member.name, ids.map(\.text)), ids))
        }
      }
    case .array(let items):
      for (number, item) in items.enumerated() {
        if let team = team(item, number: number + 1) { found.append(team) }
      }
    default:
      report.report(
        "'groups' names groups with their members, or a file, but it is "
          + value.described(in: report.source), at: value)
    }
    var owners: [String: String] = [:]
    for (team, ids) in found {
      for id in ids {
        if let other = owners.updateValue(team.name, forKey: id.text.matchingKey) {
          report.report("\(Quotation(id.text)) is in \(Quotation(other)) already", at: id.range)
        }
      }
    }
    return found.map(\.team)
  }

  private func team(
    _ item: LocatedValue, number: Int
  ) -> (team: ClassAssignment.Team, ids: [LocatedString])? {
    if case .array = item.kind {
      return ids(item, "a group").map { (ClassAssignment.Team("\(number)", $0.map(\.text)), $0) }
    }
    guard
      let object = ObjectReader(
        item, describing: "a group", keys: [TeamReader.name, TeamReader.members], report: report)
    else { return nil }
    let name: String? = object.optional(TeamReader.name)
    guard let members = object.requiredValue(TeamReader.members),
      let ids = ids(members, "'members'")
    else { return nil }
    return (ClassAssignment.Team(name ?? "\(number)", ids.map(\.text)), ids)
  }

  private func ids(_ value: LocatedValue, _ name: String) -> [LocatedString]? {
    report.readArray(value, of: LocatedString.self, calling: name)
  }

  private static let name = Key("name", "What the group is called.")
  private static let members = Key("members", "The ids of its members.")
}

extension ClassAssignment {
  /// Reads a table of groups: a row for each member with the group, or for each group with its
  /// members behind its name.
  package static func teams(in table: CSVTable) -> Result<[Team], TeamFileFault> {
    if let fault = table.fault { return .failure(TeamFileFault(fault)) }
    let rows = table.rows.map { $0.map { $0.text.trimmed } }
    let titles = rows.first?.map { $0.lowercased().filter(\.isLetter) } ?? []
    let groups = titles.firstIndex {
      ["group", "team", "groupname", "gruppe", "name"].contains($0)
    }
    let members = titles.indices.filter {
      $0 != groups
        && (titles[$0].hasPrefix("student") || titles[$0].hasPrefix("member")
          || ["id", "email", "user", "username", "login", "mitglied"].contains(titles[$0]))
    }
    guard let groups, !members.isEmpty else {
      return .failure(
        TeamFileFault("needs a column 'group' and a column 'student' in its first line"))
    }
    var order: [String] = []
    var found: [String: [String]] = [:]
    var owners: [String: String] = [:]
    for row in rows.dropFirst() where row.indices.contains(groups) && !row[groups].isEmpty {
      if found[row[groups]] == nil { order.append(row[groups]) }
      let ids = members.filter(row.indices.contains).map { row[$0] }.filter { !$0.isEmpty }
      found[row[groups], default: []] += ids
      for id in ids {
        if let other = owners.updateValue(row[groups], forKey: id.matchingKey) {
          return .failure(
            TeamFileFault(
              other == row[groups]
                ? "has \(Quotation(id)) in \(Quotation(other)) twice"
                : "has \(Quotation(id)) in two groups, \(Quotation(other)) and "
                  + "\(Quotation(row[groups]))"))
        }
      }
    }
    return .success(order.map { Team($0, found[$0] ?? []) })
  }
}
