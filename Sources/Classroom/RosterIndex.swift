/// Finds people of a class by whatever they are known by.
struct RosterIndex {
  /// Nobody under a word that is several people's.
  private var keys: [String: Int?] = [:]
  private var names: [String: Int?] = [:]

  init(_ people: [Roster.Person]) {
    for (number, person) in people.enumerated() {
      for key in Set(([person.id] + person.aliases).map(\.matchingKey)) {
        RosterIndex.add(number, under: key, to: &keys)
      }
      RosterIndex.add(number, under: person.name.nameKey, to: &names)
    }
  }

  private static func add(_ number: Int, under key: String, to index: inout [String: Int?]) {
    if key.isEmpty { return }
    index[key] = index.keys.contains(key) ? .some(nil) : .some(number)
  }

  /// The person who has one of the ids, or else the name; nil where it is nobody or several people.
  func person(ids: [String], name: String) -> Int? {
    for id in ids {
      if let number = keys[id.matchingKey] { return number }
    }
    return (names[name.nameKey] ?? nil) ?? ids.first.flatMap { names[$0.nameKey] ?? nil }
  }

  func person(of handIn: HandIn) -> Int? {
    person(ids: [handIn.id] + (handIn.detail?.aliases ?? []), name: handIn.detail?.name ?? "")
  }
}

extension String {
  /// The text as ids and addresses are compared: composed and in lower case, zeros in front kept.
  var matchingKey: String { composed.lowercased() }

  /// The words of a name in one order, so that "Doe, Jane" is "Jane Doe".
  var nameKey: String {
    composed.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
      .sorted().joined(separator: " ")
  }
}
