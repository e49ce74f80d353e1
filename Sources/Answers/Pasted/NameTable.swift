/// Finds the step that a name means which is not spelled as the exercise spells it.
package struct NameTable: Sendable {
  private let names: [String]
  private let keys: [NameKey]
  private let folded: [String]

  package init(_ names: [String]) {
    self.names = names
    let keys = names.map { NameKey($0) }
    self.keys = keys
    folded = keys.map { $0.folded }
  }

  /// The name that is meant; nil where none is, or more than one may be.
  package func name(meantBy typed: String) -> String? {
    let key = NameKey(typed)
    if key.text.isEmpty || typed.utf8.count > 200 { return nil }
    for candidate in [key] + NameNotation.others(for: key) {
      switch matches(candidate) {
      case .one(let name): return name
      case .several: return nil
      case .none: continue
      }
    }
    return nil
  }

  private enum Match { case none, one(String), several }

  private func matches(_ key: NameKey) -> Match {
    var found = keys.indices.filter { keys[$0] == key }
    if found.isEmpty {
      let text = key.folded
      found = folded.indices.filter { folded[$0] == text }
    }
    return found.isEmpty ? .none : found.count > 1 ? .several : .one(names[found[0]])
  }
}
