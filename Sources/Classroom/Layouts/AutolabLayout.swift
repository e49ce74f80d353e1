import SystemCalls

/// What Autolab puts into its archive of hand-ins: `address_version_handin.extension`.
struct AutolabLayout: NamedEntryLayout {
  static let name = "autolab"
  static let what = "files"

  func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    guard entry.kind != .folder else { return nil }
    let parts = entry.name.text.split(separator: "_", omittingEmptySubsequences: false)
    guard
      let last = parts.last, last.hasPrefix("handin."), last.count > 7, parts.count >= 3,
      parts[parts.count - 2].isDigits, let version = Int(parts[parts.count - 2])
    else { return nil }
    let address = parts.dropLast(2).joined(separator: "_")
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count > 1, halves.first?.isEmpty == false, halves.last?.isEmpty == false else {
      return nil
    }
    return HandIn.Detail(
      id: address, fileName: String(last), isNamedByExercise: false, attempt: version + 1)
  }
}
