extension String {
  /// A file name less its last extension, and less the `.txt` that some systems put behind it.
  package var stem: String {
    let stem = withoutExtension
    let isDoubled = lowercased().hasSuffix(".txt") && Submission.Format(fileName: self) != nil
    return isDoubled ? stem.withoutExtension : stem
  }

  private var withoutExtension: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }
}
