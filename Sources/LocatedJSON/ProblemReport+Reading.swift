extension ProblemReport {
  /// The value as a type, or nil with a problem reported at its place.
  ///
  /// - Parameter name: what the value is called in the message: `'points'`.
  package func read<T: JSONReadable>(
    _ value: LocatedValue, as type: T.Type = T.self, calling name: String
  ) -> T? {
    if let read = T(json: value) { return read }
    report(.wrongType(name, T.jsonName, found: value.described(in: source)), at: value)
    return nil
  }

  /// The list as an array of a type, or nil with every entry that is of another kind reported.
  package func readArray<T: JSONReadable>(
    _ value: LocatedValue, of type: T.Type = T.self, calling name: String
  ) -> [T]? {
    guard case .array(let entries) = value.kind else {
      report(.wrongType(name, "a list", found: value.described(in: source)), at: value)
      return nil
    }
    let read = entries.enumerated().compactMap { index, entry in
      self.read(entry, as: T.self, calling: "entry \(index + 1) of \(name)")
    }
    return read.count == entries.count ? read : nil
  }
}

extension String {
  static func wrongType(_ name: String, _ expected: String, found: String) -> String {
    "\(name) must be \(expected), but it is \(found)"
  }
}
