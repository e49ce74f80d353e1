import Gradebooks
import SystemCalls

/// What Brightspace puts into its archive: for each submission a folder, or each file by itself, named
/// `12345-67890 - Jane Doe - Mar 5, 2026 1130 PM`, with the file behind it where it is one.
struct BrightspaceLayout: NamedEntryLayout {
  static let name = "brightspace"
  static let what = "entries"

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    let own = listing.entries.filter { !$0.name.utf8.elementsEqual(BrightspaceLayout.index.utf8) }
    let fitting = own.count { detail(of: $0) != nil }
    if fitting == 0 { return nil }
    return LayoutRecognition(fitting: fitting, count: own.count, what: Self.what)
  }

  func detail(of entry: Directory.Entry) -> HandIn.Detail? {
    // Most names of most classes are told by their first signs.
    guard entry.name.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
      entry.name.text.contains(" - "),
      let match = entry.name.text.wholeMatch(
        of: /(\d+)-\d+ - (.+?) - (\p{L}+ \d\d?, \d{4} \d{3,4} [AP]M)(?: - (.+))?/)
    else { return nil }
    let time = BrightspaceLayout.time(String(match.output.3))
    return HandIn.Detail(
      id: String(match.output.1), name: String(match.output.2),
      fileName: match.output.4.map { String($0) },
      order: time.map { $0.seconds } ?? 0, time: HandInTime(time: time))
  }

  func handIns(_ listing: consuming ClassListing) throws(LayoutFault) -> [HandIn] {
    let number = NamedLayout(of: self)
    return listing.entries.filter { $0.name.text != BrightspaceLayout.index }.map { entry in
      detail(of: entry).map { HandIn(entry, $0, readBy: number) }
        ?? HandIn(stray: entry, in: Self.name)
    }
  }

  /// A list of the submissions for people.
  private static let index = "index.html"

  /// The time of a name, `Mar 5, 2026 1130 PM`, which has no colon since no file's name may.
  private static func time(_ text: String) -> CourseTime? {
    guard let match = text.wholeMatch(of: /(\p{L}+) (\d+), (\d{4}) (\d\d?)(\d\d) ([AP]M)/) else {
      return nil
    }
    let parts = match.output
    return CourseTime(inWords: "\(parts.2) \(parts.1) \(parts.3), \(parts.4):\(parts.5) \(parts.6)")
  }
}
