import Foundation
import Gradebooks
import SystemCalls

/// Files whose names a regular expression of the instructor's takes apart, as nbgrader's does.
///
/// The groups are `student_id` and `file_id`, and if wanted `first_name`, `last_name`, `email`,
/// `timestamp` and `late`. The expression must match the whole name of a file, or the whole way to
/// it from the class folder.
struct PatternLayout: ClassLayout {
  static let name = "pattern"

  let pattern: String

  var knowsLateness: Bool { pattern.contains("<late>") }

  /// The folders deep that are looked into.
  private static let deepest = 6

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    guard let handIns = try? handIns(listing) else { return nil }
    let fitting = handIns.count { $0.detail?.remarks.isEmpty == true }
    return LayoutRecognition(fitting: fitting, count: handIns.count, what: "files")
  }

  func handIns(_ listing: ClassListing) throws(LayoutFault) -> [HandIn] {
    for group in ["student_id", "file_id"] where !pattern.contains("<\(group)>") {
      throw .unlike(layout: Self.name, reason: "the expression has no group (?<\(group)>…)")
    }
    let files = listing.entries.flatMap { self.files(in: $0, listing, depth: 1) }
    let matches = try self.matches(files.map { $0.name })
    var handIns: [HandIn] = []
    var isFitting = false
    for (file, match) in zip(files, matches) {
      if let detail = match.flatMap({ detail(of: file.name, $0) }) {
        handIns.append(HandIn(file, detail))
        isFitting = true
      } else {
        handIns.append(HandIn(stray: file, in: Self.name))
      }
    }
    if let first = handIns.first, !isFitting {
      let reason = "it matches no name, such as '\(first.entry.name.text)'"
      throw .unlike(layout: Self.name, reason: reason)
    }
    return handIns
  }

  /// The files of a folder and of those within.
  private func files(
    in entry: Directory.Entry, _ listing: ClassListing, depth: Int
  ) -> [Directory.Entry] {
    guard entry.kind == .folder, depth < PatternLayout.deepest else { return [entry] }
    let inside = listing.knownEntries(in: entry.name)
    if inside.isEmpty { return [entry] }
    return inside.flatMap { files(in: $0, listing, depth: depth + 1) }
  }

  /// What the groups hold of each name, its whole way or the last part of it; nil where neither fits.
  private func matches(_ names: [EntryName]) throws(LayoutFault) -> [PatternMatch?] {
    do throws(PatternMatch.Fault) {
      return try PatternMatch.all(
        of: pattern, in: names.map { [$0.text.composed, $0.last.composed] })
    } catch {
      throw .unlike(layout: Self.name, reason: error.reason(pattern))
    }
  }

  private func detail(of name: EntryName, _ match: PatternMatch) -> HandIn.Detail? {
    func group(_ name: String) -> String { match.groups[name] ?? "" }
    let id = group("student_id")
    if id.isEmpty { return nil }
    let file = group("file_id")
    let ending = name.last.suffix(after: ".")
    let names = [group("first_name"), group("last_name")].filter { !$0.isEmpty }
    return HandIn.Detail(
      id: id, name: names.joined(separator: " "), aliases: [group("email")],
      fileName: file.hasSuffix(ending) ? file : file + ending,
      order: group("timestamp").timeStamp ?? 0,
      time: HandInTime(
        time: CourseTime(group("timestamp")), isLate: !group("late").isEmpty))
  }
}

extension String {
  /// What stands from the last such character on, that one included; nothing without it.
  fileprivate func suffix(after character: Character) -> Substring {
    lastIndex(of: character).map { self[$0...] } ?? ""
  }
}
