import SystemCalls

/// A way in which systems lay out what a class has handed in.
protocol ClassLayout: Sendable {
  /// The word that chooses it.
  static var name: String { get }

  /// Whether the names say who was late.
  var knowsLateness: Bool { get }

  /// How much of a folder is laid out like this; nil where nothing is.
  func recognition(of listing: ClassListing) -> LayoutRecognition?

  /// Everything handed in; whatever does not fit is somebody's all the same.
  ///
  /// The listing is used up: of a large class there is no room for both.
  func handIns(_ listing: consuming ClassListing) throws(LayoutFault) -> [HandIn]

  /// Takes out what was handed in by nobody who is in the class.
  ///
  /// - Returns: What there is to say about it.
  func leaveOutNobodies(of handIns: inout [HandIn]) -> [String]
}

extension ClassLayout {
  var knowsLateness: Bool { false }

  func leaveOutNobodies(of handIns: inout [HandIn]) -> [String] { [] }

  /// The layout's name, asked of a layout of unknown type.
  var name: String { Self.name }
}

/// How much of a folder is laid out in a certain way.
struct LayoutRecognition: Hashable, Sendable {
  /// How many of the entries fit.
  let fitting: Int
  let count: Int
  /// What was counted, such as `files`.
  let what: String

  /// The share of the entries that must fit for the layout to be recognised.
  static let clear = 0.6
  /// The share from which it can at least not be ruled out.
  static let possible = 0.4

  var share: Double { count == 0 ? 0 : Double(fitting) / Double(count) }

  var inWords: String {
    fitting == count ? "\(count) \(what)" : "\(fitting) of \(count) \(what)"
  }
}

/// Why a folder cannot be read in a layout.
package enum LayoutFault: Error, Hashable, Sendable {
  case folder(FileFault)
  /// The folder is not laid out so, and in what respect.
  case unlike(layout: String, reason: String)
}

/// Every layout that is recognised by itself; the last takes whatever the others do not.
package enum ClassLayouts {
  static let all: [any ClassLayout] = [
    GradescopeLayout(), MoodleLayout(), CanvasLayout(), AutolabLayout(), BlackboardLayout(),
    BrightspaceLayout(), IliasLayout(), NbgraderLayout(), NbgraderExchangeLayout(), PlainLayout(),
  ]

  /// Those that tell everything about an entry by its name.
  static let named = all.compactMap { $0 as? any NamedEntryLayout }

  package static var names: [String] { all.map { $0.name } }
}
