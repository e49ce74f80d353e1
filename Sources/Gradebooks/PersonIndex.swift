import Foundation

/// Finds people of a class by whatever they are known by.
package struct PersonIndex {
  /// Nobody under a word that is several people's.
  private var keys: [String: Int?] = [:]
  private var names: [String: Int?] = [:]

  package init(_ people: [Person]) {
    for (number, person) in people.enumerated() {
      for key in Set(([person.id] + person.aliases).map(\.matchingKey)) {
        PersonIndex.add(number, under: key, to: &keys)
      }
      PersonIndex.add(number, under: person.name.nameKey, to: &names)
    }
  }

  private static func add(_ number: Int, under key: String, to index: inout [String: Int?]) {
    if key.isEmpty { return }
    index[key] = index.keys.contains(key) ? .some(nil) : .some(number)
  }

  /// The person who has one of the ids, or else the name; nil where it is nobody or several people.
  package func person(ids: [String], name: String) -> Int? {
    for id in ids {
      if let number = keys[id.matchingKey] { return number }
    }
    return (names[name.nameKey] ?? nil) ?? ids.first.flatMap { names[$0.nameKey] ?? nil }
  }
}

extension String {
  /// The name in its composed form, so that it reads the same whichever system it comes from.
  package var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }

  /// The text as ids and addresses are compared: composed and in lower case, zeros in front kept.
  package var matchingKey: String { composed.lowercased() }

  /// The words of a name in one order, so that "Doe, Jane" is "Jane Doe".
  package var nameKey: String {
    composed.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
      .sorted().joined(separator: " ")
  }
}

extension Character {
  /// Whether the character is one of 0 to 9, and not a digit of another script.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
