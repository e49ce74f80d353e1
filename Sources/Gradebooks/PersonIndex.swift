import Foundation

/// Finds people of a class by whatever they are known by.
///
/// Whatever could mean two people means neither of them: points in the wrong row are worse than none.
package struct PersonIndex {
  /// Nobody under a word that is several people's.
  private var keys: [String: Int?] = [:]
  /// Ids of digits alone that begin with zeros, under what is left without these.
  private var shortened: [String: Int?] = [:]
  private var names: [String: Int?] = [:]

  package init(_ people: [Person]) {
    for (number, person) in people.enumerated() {
      let ids = [person.id] + person.aliases
      let ownKeys = Set(ids.map(\.matchingKey))
      for key in ownKeys { PersonIndex.add(number, under: key, to: &keys) }
      for key in Set(ownKeys.compactMap(\.withoutZeros)) {
        PersonIndex.add(number, under: key, to: &shortened)
      }
      // A folder may be named by a person's whole name.
      for key in Set(([person.name.nameKey] + ids.map(\.nameKey).filter { $0.contains(" ") })) {
        PersonIndex.add(number, under: key, to: &names)
      }
    }
  }

  private static func add(_ number: Int, under key: String, to index: inout [String: Int?]) {
    if key.isEmpty { return }
    index[key] = index.keys.contains(key) ? .some(nil) : .some(number)
  }

  /// Who is meant by some words.
  package enum Match: Hashable, Sendable {
    case nobody
    case person(Int, by: Evidence)
    /// It could be one or the other.
    case several
  }

  /// What speaks for a person, the strongest last.
  package enum Evidence: Int, Comparable, Sendable {
    case name, idWithoutZeros, id

    package static func < (left: Evidence, right: Evidence) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The person who has the ids, or else the name.
  ///
  /// Ids of two people mean neither of them. An id that nobody has is tried without the zeros in
  /// front, which spreadsheets take away.
  package func match(ids: [String], name: String) -> Match {
    let ownKeys = ids.map(\.matchingKey).filter { !$0.isEmpty }
    if let match = PersonIndex.match(ownKeys.compactMap { keys[$0] }, by: .id) { return match }
    let short = ownKeys.flatMap { key -> [Int?] in
      if let rest = key.withoutZeros { return [keys[rest], shortened[rest]].compactMap { $0 } }
      return [shortened[key]].compactMap { $0 }
    }
    if let match = PersonIndex.match(short, by: .idWithoutZeros) { return match }
    // The first id may be a name of one word; others that are words are users' names.
    let words = [name.nameKey] + ids.prefix(1).map(\.nameKey)
    let further = ids.dropFirst().map(\.nameKey).filter { $0.contains(" ") }
    let found = (words + further).lazy.compactMap { names[$0] }.first
    return found.flatMap { PersonIndex.match([$0], by: .name) } ?? .nobody
  }

  /// The one person who was found; nil where nobody was.
  private static func match(_ found: [Int?], by evidence: Evidence) -> Match? {
    if found.isEmpty { return nil }
    let people = Set(found)
    guard people.count == 1, let only = people.first, let number = only else { return .several }
    return .person(number, by: evidence)
  }
}

extension String {
  /// The name in its composed form, so that it reads the same whichever system it comes from.
  package var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }

  /// The text as ids and addresses are compared: composed, in lower case and without blanks at its
  /// ends, zeros in front kept.
  package var matchingKey: String { composed.lowercased().trimmed }

  /// The words of a name in one order, so that "Doe, Jane" is "Jane Doe".
  package var nameKey: String {
    composed.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
      .sorted().joined(separator: " ")
  }

  /// What is left of a number without the zeros it begins with; nil for anything else.
  fileprivate var withoutZeros: String? {
    guard utf8.first == UInt8(ascii: "0"), utf8.count > 1, allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    let rest = drop { $0 == "0" }
    return rest.isEmpty ? nil : String(rest)
  }
}

extension Character {
  /// Whether the character is one of 0 to 9, and not a digit of another script.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
