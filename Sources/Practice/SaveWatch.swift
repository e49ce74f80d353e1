/// Tells from repeated looks at a file when it has been saved.
///
/// Editors save by writing over the file, by emptying it first, or by putting another in its place,
/// with or without a moment in which there is none. A file counts as saved when it differs from the
/// last time and two looks in a row find it the same.
package struct SaveWatch<Signature: Equatable> {
  /// What has become of the file.
  package enum Change: Sendable {
    case saved
    /// It has not been there for some time, or not from the start.
    case gone
  }

  private var last: Signature?
  private var saved: Signature?
  private var looks = 0
  private var missed = 0
  private var isGone = false

  /// How many looks in a row must find no file, so that one that is being replaced is not reported.
  private let patience: Int

  package init(patience: Int = 5) {
    self.patience = patience
  }

  /// Takes in what the file looks like, nil where there is none.
  package mutating func observe(_ signature: Signature?) -> Change? {
    defer {
      last = signature
      looks += 1
    }
    guard let signature else {
      missed += 1
      guard !isGone, looks == 0 || missed >= patience else { return nil }
      isGone = true
      saved = nil
      return .gone
    }
    missed = 0
    isGone = false
    guard signature != saved, signature == last || looks == 0 else { return nil }
    saved = signature
    return .saved
  }
}
