import Archives
import Gradebooks
import LocatedJSON
import SystemCalls

/// Reads what a class has handed in, in whichever layout it arrives.
package struct ClassReader: Sendable {
  /// The layout that was asked for; nil where it is to be recognised.
  package var layout: String?
  /// The regular expression that takes the names of files apart.
  package var pattern: String?
  package var roster: Roster?
  /// The code page of names in an archive that are not in UTF-8; nil where it is to be guessed.
  package var zipNames: CodePage?
  /// Who hands in together.
  package var teams: [ClassAssignment.Team] = []
  /// Whether earlier attempts are marked as well, for the best to count.
  package var keepsAttempts = false
  /// Whether something handed in at a time came when nothing was taken any more.
  package var refuses: (@Sendable (HandInTime) -> Bool)?

  package init(
    layout: String? = nil, pattern: String? = nil, roster: Roster? = nil,
    zipNames: CodePage? = nil
  ) {
    self.zipNames = zipNames
    self.layout = layout
    self.pattern = pattern
    self.roster = roster
  }

  /// A class, and what there is to say about how it was read.
  package struct Reading: Sendable {
    package let folder: ClassFolder
    /// The layout and how it came to be taken, such as `canvas (recognised, 41 of 42 files…)`.
    package let layout: String
    /// What else the instructor should know.
    package let notes: [String]
  }

  /// How many folders that hold nothing but a folder are gone through to find the class.
  private static let deepest = 5

  /// Reads a folder, or an archive that is unpacked first.
  ///
  /// - Parameters:
  ///   - path: The folder or the `.zip`.
  ///   - results: The folder the results go to, which is no student's.
  ///   - isInterrupted: Asked now and then whether to stop unpacking.
  package func read(
    _ path: String, results: String? = nil, isInterrupted: () -> Bool = { false }
  ) throws(ClassFault) -> Reading {
    if path.lowercased().hasSuffix(".zip"), ZipSource.isFile(path) {
      let unpacked: ScratchFolder
      do {
        unpacked = try ScratchFolder(
          unpacking: path, names: zipNames, isInterrupted: isInterrupted)
      } catch {
        throw .archive(error)
      }
      return try read(unpacked.path, results: nil, unpacked)
    }
    return try read(path, results: results, nil)
  }

  private func read(
    _ path: String, results: String?, _ unpacked: ScratchFolder?
  ) throws(ClassFault) -> Reading {
    var listing = try ClassReader.listing(path, results)
    var ignored = listing.ignored + (unpacked?.passedOver ?? 0)
    var within: [String] = []
    var choice = try choice(listing)
    // An archive often holds one folder that holds everything.
    while choice.layout is PlainLayout, within.count < ClassReader.deepest,
      let only = ClassReader.onlyFolder(of: listing, isUnpacked: unpacked != nil)
    {
      listing = try ClassReader.listing(
        listing.path + "/" + only, results)
      ignored += listing.ignored
      within.append(only)
      choice = try self.choice(listing)
    }
    var notes = unpacked?.notes ?? []
    let place = listing.path
    if !listing.results.isEmpty {
      let names = listing.results.map(\.shownOnOneLine).joined(separator: ", ")
      notes.append("results of an earlier run, which are no student's: \(names)")
    }
    notes += NameList.note(
      "left out since the name begins with a dot, though it may be somebody's", listing.hidden)
    let handIns = try handIns(choice.layout, consume listing, &notes)
    let folder = ClassFolder(
      path: place, handIns: consume handIns, ignored: ignored,
      knowsLateness: choice.layout.knowsLateness, unpacked: unpacked,
      keepsAttempts: keepsAttempts, refuses: refuses)
    let inside = within.isEmpty ? "" : " in \(within.joined(separator: "/").shownOnOneLine)"
    return Reading(
      folder: folder, layout: "\(choice.layout.name) (\(choice.reason)\(inside)\(choice.advice))",
      notes: notes)
  }

  private func handIns(
    _ layout: any ClassLayout, _ listing: consuming ClassListing, _ notes: inout [String]
  ) throws(ClassFault) -> [HandIn] {
    let teams = Teams(teams, roster: roster?.people ?? [])
    if let overlap = teams.overlap { throw .groups(overlap) }
    do {
      var handIns = try layout.handIns(listing)
      notes += layout.leaveOutNobodies(of: &handIns)
      handIns = teams.completing(handIns, notes: &notes)
      guard let roster else { return handIns }
      return roster.completing(consume handIns, notes: &notes)
    } catch {
      throw .layout(error)
    }
  }

  private static func listing(
    _ path: String, _ results: String?
  ) throws(ClassFault) -> ClassListing {
    do {
      return try ClassListing(path, results: results)
    } catch {
      throw .folder(error)
    }
  }

  /// The one folder of a class that is one level too high.
  ///
  /// A folder by itself may be a student: it is gone into where nothing but folders are in it or,
  /// in an archive, where there are several things in it.
  private static func onlyFolder(of listing: ClassListing, isUnpacked: Bool) -> String? {
    guard listing.entries.count == 1, let only = listing.entries.first, only.kind == .folder else {
      return nil
    }
    let inside = listing.knownEntries(in: only.name)
    let isSpecial = inside.contains { $0.name.last == GradescopeLayout.metadata }
    let isClass = !inside.isEmpty && inside.allSatisfy { $0.kind == .folder }
    return isSpecial || isClass || (isUnpacked && inside.count > 1) || isNamed(inside)
      ? only.name.text : nil
  }

  /// Whether the names of some entries speak of a layout.
  private static func isNamed(_ entries: [Directory.Entry]) -> Bool {
    let entries = entries.map {
      Directory.Entry(name: EntryName($0.name.last), kind: $0.kind)
    }
    return !entries.isEmpty
      && ClassLayouts.named.contains { layout in entries.allSatisfy { layout.detail(of: $0) != nil }
      }
  }
}

// MARK: - Choosing

extension ClassReader {
  private struct Choice {
    let layout: any ClassLayout
    let reason: String
    var advice = ""
  }

  private func choice(_ listing: ClassListing) throws(ClassFault) -> Choice {
    if let pattern {
      return Choice(layout: PatternLayout(pattern: pattern), reason: "as given")
    }
    if let layout {
      guard let layout = ClassLayouts.all.first(where: { $0.name == layout }) else {
        throw .unknownLayout(layout)
      }
      return Choice(layout: layout, reason: "as given")
    }
    let readings = ClassLayouts.all.compactMap { layout in
      layout.recognition(of: listing).map { (layout, $0) }
    }
    let special = readings.filter { !($0.0 is PlainLayout) }
    var likely = special.filter { $0.1.share >= LayoutRecognition.clear }
    if likely.isEmpty {
      likely = special.filter { $0.1.share >= LayoutRecognition.possible }
      // What may be this or nothing in particular is not for the program to decide.
      likely += likely.isEmpty ? readings : readings.filter { $0.0 is PlainLayout }
    }
    guard let first = likely.first, likely.count == 1 else {
      throw .ambiguous(likely.map { "\($0.0.name) (\($0.1.inWords))" })
    }
    let verb = first.0 is PlainLayout ? "" : "recognised, "
    return Choice(
      layout: first.0, reason: verb + first.1.inWords, advice: "; --layout to change")
  }
}
