import LocatedJSON

/// Notes that name those whom they are about, as far as anybody reads on.
package enum NameList {
  private static let mostNames = 20

  /// "what (2): ada, bob"; nothing where there is nobody.
  package static func note(_ what: String, _ names: [String]) -> [String] {
    if names.isEmpty { return [] }
    let shown = names.prefix(mostNames).map(\.shownOnOneLine).joined(separator: ", ")
    let further = names.count - mostNames
    return ["\(what) (\(names.count)): \(shown)" + (further > 0 ? " and \(further) more" : "")]
  }
}
