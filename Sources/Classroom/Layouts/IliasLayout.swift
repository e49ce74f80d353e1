import Gradebooks
import SystemCalls

/// What ILIAS puts into "Download all submissions": in `Submissions` or `Abgaben` a folder
/// `Lastname_Firstname_login_number` for each student, in those of teams where there are any.
///
/// Any folder may have such a name, so that the one around them has to speak for ILIAS.
struct IliasLayout: ClassLayout {
  static let name = "ilias"

  private static let containers: Set<String> = ["submissions", "abgaben"]

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    guard isContainer(listing.path) else { return nil }
    let people = listing.entries.flatMap { entry in
      IliasLayout.isTeam(entry) ? listing.knownEntries(in: entry.name) : [entry]
    }
    let fitting = people.count { detail(of: $0) != nil }
    if fitting == 0 { return nil }
    return LayoutRecognition(fitting: fitting, count: people.count, what: "folders")
  }

  func handIns(_ listing: consuming ClassListing) throws(LayoutFault) -> [HandIn] {
    listing.entries.flatMap { entry -> [HandIn] in
      guard IliasLayout.isTeam(entry) else {
        return [detail(of: entry).map { HandIn(entry, $0) } ?? HandIn(stray: entry, in: Self.name)]
      }
      return team(listing.knownEntries(in: entry.name), listing)
    }
  }

  /// What one of a team handed in is everybody's in it.
  private func team(_ folders: [Directory.Entry], _ listing: ClassListing) -> [HandIn] {
    let people = folders.compactMap { folder in detail(of: folder).map { (folder, $0) } }
    let work = people.filter { !listing.knownEntries(in: $0.0.name).isEmpty }
    return people.flatMap { _, person -> [HandIn] in
      let partners = people.map(\.1).filter { $0.id != person.id }.flatMap { [$0.id, $0.name] }
      let detail = HandIn.Detail(
        id: person.id, name: person.name, aliases: person.aliases, partners: partners)
      return work.isEmpty ? [HandIn(nothingOf: detail)] : work.map { HandIn($0.0, detail) }
    }
  }

  /// What the name of a student's folder says, read from its end: names may have more parts.
  private func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    let parts = entry.name.last.split(separator: "_", omittingEmptySubsequences: false)
    guard entry.kind == .folder, parts.count >= 4, parts.allSatisfy({ !$0.isEmpty }),
      let number = parts.last, number.isDigits
    else { return nil }
    let names = parts.dropLast(2)
    // The family's name comes first, as many words as it may have.
    let first = names.last ?? ""
    return HandIn.Detail(
      id: String(parts[parts.count - 2]),
      name: ([first] + names.dropLast()).joined(separator: " "), aliases: [String(number)])
  }

  private static func isTeam(_ entry: Directory.Entry) -> Bool {
    entry.kind == .folder && entry.name.last.wholeMatch(of: /Team[ _]\d+/) != nil
  }

  private func isContainer(_ path: String) -> Bool {
    IliasLayout.containers.contains(path.fileName.lowercased())
  }
}
