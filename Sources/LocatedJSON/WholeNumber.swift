extension Double {
  /// The value as an integer where it is one below 2^53 in size, so that no other number looks like it.
  ///
  /// `Int(exactly:)` would do, but it calls on the C mathematics library, which a package without
  /// Foundation does not link.
  var asWholeNumber: Int? {
    guard magnitude < 0x1p53 else { return nil }
    let whole = Int(self)
    return Double(whole) == self ? whole : nil
  }
}
