import Foundation

/// Finds people of a class by whatever they are known by.
///
/// Whatever could mean two people means neither of them: points in the wrong row are worse than none.
package struct PersonIndex: Sendable {
  private let keys: WordIndex
  /// Ids of digits alone that begin with zeros, under what is left without these.
  private let shortened: WordIndex
  private let names: WordIndex

  package init(_ people: [Person]) {
    keys = WordIndex(people) { $0.keys }
    shortened = WordIndex(people) { Set($0.keys.compactMap(\.withoutZeros)) }
    // A folder may be named by a person's whole name.
    names = WordIndex(people) { person in
      Set([person.name.nameKey] + person.ids.map(\.nameKey).filter { $0.contains(" ") })
    }
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

/// People by the words of one sort that they are known by.
///
/// The words are kept as hashes alone, since a class may have 200,000 people; whoever is found is asked
/// for the word itself.
private struct WordIndex: Sendable {
  private let people: [Person]
  private let words: @Sendable (Person) -> Set<String>
  /// The hashes in their order, with the numbers of whose words they are.
  private let entries: [(hash: Int, number: Int32)]

  init(_ people: [Person], _ words: @escaping @Sendable (Person) -> Set<String>) {
    self.people = people
    self.words = words
    var entries: [(hash: Int, number: Int32)] = []
    for (number, person) in people.enumerated() {
      for word in words(person) where !word.isEmpty {
        entries.append((word.hashValue, Int32(number)))
      }
    }
    entries.sort { $0.hash < $1.hash }
    self.entries = entries
  }

  /// The number of the person of a word: nil where there is nobody, and nil within where there are
  /// several.
  subscript(word: String) -> Int?? {
    let hash = word.hashValue
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    let found = entries[low...].prefix(2).filter { $0.hash == hash }
    guard let number = found.first.map({ Int($0.number) }) else { return nil }
    if found.count > 1 { return .some(nil) }
    return words(people[number]).contains(word) ? .some(number) : nil
  }
}

extension Person {
  fileprivate var ids: [String] { [id] + aliases }

  /// The ids as they are compared.
  fileprivate var keys: Set<String> { Set(ids.map(\.matchingKey)) }
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
