extension [Int] {
  /// The indices of an entry as they stand behind its name: `[2, 1]`.
  ///
  /// In a page an array by itself would print as nothing that can be read.
  package var inBrackets: String {
    "[\(map { String($0) }.joined(separator: ", "))]"
  }
}
