/// Reads the members of a JSON object by their keys, reporting everything that is wrong with them.
///
/// A key that is not among `keys` is reported at once, with the nearest key that is. Reading never
/// stops at a problem: what cannot be read is nil, and the report says why.
package struct ObjectReader {
  package let members: [LocatedMember]
  package let range: Range<Int>
  private let description: String
  private let keys: [Key]
  private let report: ProblemReport

  /// Nil, with a problem reported, where the value is not an object.
  ///
  /// - Parameter description: what the object is, with its article: "a step".
  package init?(
    _ value: LocatedValue, describing description: String, keys: [Key], report: ProblemReport
  ) {
    guard case .object(let members) = value.kind else {
      report.report(
        .wrongType(description, "an object", found: value.described(in: report.source)), at: value)
      return nil
    }
    self.members = members
    self.range = value.range
    self.description = description
    self.keys = keys
    self.report = report
    for member in members where !keys.contains(where: { $0.name == member.name }) {
      report.report(
        .unknownKey(member.name, description, allowed: keys.map { $0.name }), at: member.nameRange)
    }
  }

  /// The value of a key, of whatever kind.
  package func value(_ key: Key) -> LocatedValue? {
    precondition(keys.contains(key), "'\(key.name)' must be among the keys of its reader")
    return members.first { $0.name == key.name }?.value
  }

  /// The value of a key, of whatever kind; reported where it is missing.
  package func requiredValue(_ key: Key) -> LocatedValue? {
    if let value = value(key) { return value }
    report.report(.missingKey(key.name, description), at: range)
    return nil
  }

  /// The value of a key that may be left out; `null` is not the same as leaving it out.
  package func optional<T: JSONReadable>(_ key: Key, as type: T.Type = T.self) -> T? {
    value(key).flatMap { report.read($0, as: type, calling: "\(Quotation(key.name))") }
  }

  /// The value of a key that must be there.
  package func required<T: JSONReadable>(_ key: Key, as type: T.Type = T.self) -> T? {
    requiredValue(key).flatMap { report.read($0, as: type, calling: "\(Quotation(key.name))") }
  }

  /// The list under a key that may be left out.
  package func optionalArray<T: JSONReadable>(_ key: Key, of type: T.Type = T.self) -> [T]? {
    value(key).flatMap { report.readArray($0, of: type, calling: "\(Quotation(key.name))") }
  }

  /// The list under a key that must be there.
  package func requiredArray<T: JSONReadable>(_ key: Key, of type: T.Type = T.self) -> [T]? {
    requiredValue(key).flatMap { report.readArray($0, of: type, calling: "\(Quotation(key.name))") }
  }
}

extension String {
  fileprivate static func missingKey(_ key: String, _ description: String) -> String {
    "\(description) needs the key \(Quotation(key))"
  }

  fileprivate static func unknownKey(
    _ key: String, _ description: String, allowed: [String]
  ) -> String {
    let unknown = "unknown key \(Quotation(key))"
    if let near = Spelling.nearest(to: key, among: allowed) {
      return "\(unknown) — did you mean \(Quotation(near))?"
    }
    if allowed.isEmpty { return "\(unknown): \(description) has no keys" }
    let list = allowed.map { "\(Quotation($0))" }.joined(separator: ", ")
    return "\(unknown): \(description) can have \(list)"
  }
}
