import SystemCalls

/// A layout that tells everything about an entry by the entry's name.
protocol NamedEntryLayout: ClassLayout {
  /// Which of them it is.
  static var named: NamedLayout { get }

  /// What kind of entries are counted in recognising it, such as `files`.
  static var what: String { get }

  /// What the name says; nil where it does not fit.
  func detail(of entry: Directory.Entry) -> HandIn.Detail?
}

extension NamedEntryLayout {
  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    // In every one of these layouts a name has parts; most names that fit none have not.
    let fitting = listing.entries.count {
      $0.name.text.utf8.contains(UInt8(ascii: "_")) && detail(of: $0) != nil
    }
    if fitting == 0 { return nil }
    return LayoutRecognition(fitting: fitting, count: listing.entries.count, what: Self.what)
  }

  func handIns(_ listing: consuming ClassListing) throws(LayoutFault) -> [HandIn] {
    listing.entries.map { entry in
      detail(of: entry).map { HandIn(entry, $0, readBy: Self.named) }
        ?? HandIn(stray: entry, in: Self.name)
    }
  }
}

/// The layouts that tell everything about an entry by its name, each as no more than its number.
enum NamedLayout: UInt8, Sendable {
  case canvas
  case moodle
  case autolab

  var layout: any NamedEntryLayout {
    switch self {
    case .canvas: CanvasLayout()
    case .moodle: MoodleLayout()
    case .autolab: AutolabLayout()
    }
  }
}
