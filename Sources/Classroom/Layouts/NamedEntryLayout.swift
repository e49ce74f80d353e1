import SystemCalls

/// A layout that tells everything about an entry by the entry's name.
protocol NamedEntryLayout: ClassLayout {
  /// What kind of entries are counted in recognising it, such as `files`.
  static var what: String { get }

  /// What stands between the parts of a name; most names that fit no such layout have none.
  static var separator: Unicode.Scalar { get }

  /// What the name says; nil where it does not fit.
  func detail(of entry: Directory.Entry) -> HandIn.Detail?
}

extension NamedEntryLayout {
  static var separator: Unicode.Scalar { "_" }

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    let fitting = listing.entries.count {
      $0.name.utf8.contains(UInt8(ascii: Self.separator)) && detail(of: $0) != nil
    }
    if fitting == 0 { return nil }
    return LayoutRecognition(fitting: fitting, count: listing.entries.count, what: Self.what)
  }

  func handIns(_ listing: consuming ClassListing) throws(LayoutFault) -> [HandIn] {
    let number = NamedLayout(of: self)
    return listing.entries.map { entry in
      detail(of: entry).map { HandIn(entry, $0, readBy: number) }
        ?? HandIn(stray: entry, in: Self.name)
    }
  }
}

/// A layout that tells everything about an entry by its name, as no more than its number among
/// them: every hand-in of a large class holds one.
struct NamedLayout: Sendable {
  private let number: UInt8

  /// - Parameter layout: One of those that are recognised.
  init(of layout: some NamedEntryLayout) {
    number = UInt8(ClassLayouts.named.firstIndex { $0.name == layout.name } ?? 0)
  }

  var layout: any NamedEntryLayout { ClassLayouts.named[Int(number)] }
}
