import Archives
import Foundation
import Gradebooks
import Grading
import LocatedJSON
import Numerics
import SystemCalls

/// A private folder with an unpacked archive, removed when nobody needs it any more.
final class ScratchFolder: Sendable {
  private let folder: TemporaryFolder
  /// How many entries were left out as rubbish of an operating system.
  let passedOver: Int
  /// What the instructor should know.
  let notes: [String]

  /// The most folders one within another.
  private static let deepest = Limits.archiveDepth

  /// Unpacks an archive of which every entry has been looked at first.
  ///
  /// Files larger than a submission may be are made with their length and without their bytes: they
  /// are refused by their length, and a bomb among them does nothing.
  ///
  /// - Parameters:
  ///   - names: The code page of names that are not in UTF-8; guessed where none is given.
  ///   - isInterrupted: Asked before every entry whether to stop.
  init(
    unpacking archive: String, names: CodePage? = nil, isInterrupted: () -> Bool = { false }
  ) throws(ZipFault) {
    let archive = try ZipArchive(ZipSource(file: archive), names: names)
    var notes: [String] = []
    passedOver = try ScratchFolder.check(archive, isGuess: names == nil, &notes)
    self.notes = notes
    folder = try ScratchFolder.make()
    let path = folder.path
    try archive.forEach { entry throws(ZipFault) in
      if isInterrupted() { throw .interrupted }
      if ScratchFolder.isKept(entry) { try ScratchFolder.unpack(entry, of: archive, path) }
    }
  }

  var path: String { folder.path }

  /// The most bytes that a file of that name may have, be it a student's own archive.
  private static func largest(_ entry: ZipEntry) -> UInt64 {
    UInt64(
      StudentFile.isArchive(entry.name) ? StudentArchive.largest : SubmissionFile.largest)
  }

  private static func isKept(_ entry: ZipEntry) -> Bool {
    !entry.isSpecial && !entry.parts.contains { EntryName.isHidden(String($0)) }
  }

  /// Looks at every entry; what is found in them that is not safe stops everything.
  private static func check(
    _ archive: ZipArchive, isGuess: Bool, _ notes: inout [String]
  ) throws(ZipFault) -> Int {
    var (count, rubbish, guessed) = (0, 0, 0)
    var links: [String] = []
    var sum: UInt64 = 0
    try archive.forEach { entry throws(ZipFault) in
      count += 1
      if count > ZipArchive.mostEntries { throw .tooManyEntries(count) }
      if entry.escapes { throw .escapes(entry.name) }
      if entry.parts.count > deepest { throw .tooDeep(entry.name) }
      if entry.isSpecial { links.append(entry.name.shownOnOneLine) }
      guard isKept(entry) else {
        rubbish += entry.isSpecial ? 0 : 1
        return
      }
      if entry.isEncrypted { throw .isEncrypted(entry.name) }
      if entry.method != 0, entry.method != 8 { throw .unknownMethod(entry.method, entry.name) }
      guessed += entry.isGuessed ? 1 : 0
      if entry.size <= largest(entry) { sum += entry.size }
    }
    if sum > ZipArchive.mostBytes { throw .tooLarge(bytes: sum) }
    let ratio = sum / max(1, archive.size)
    if sum > ZipArchive.freeBytes, ratio > ZipArchive.highestRatio { throw .isBomb(ratio: ratio) }
    notes += NameList.note("links and devices in the archive are left out", links)
    if guessed > 0, isGuess {
      notes.append(
        "names in the archive that are not in UTF-8, are read as code page "
          + "\(archive.codePage) and may come out wrong: \(guessed)")
    }
    return rubbish
  }

  private static func unpack(
    _ entry: ZipEntry, of archive: ZipArchive, _ root: String
  ) throws(ZipFault) {
    let path = root + "/" + entry.parts.joined(separator: "/")
    if entry.isFolder { return try makeFolder(path) }
    let parent = entry.parts.dropLast().joined(separator: "/")
    if !parent.isEmpty { try makeFolder(root + "/" + parent) }
    let isLarge = entry.size > largest(entry)
    let bytes = isLarge ? [] : try archive.contents(of: entry)
    let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if target < 0, errno == EEXIST { throw .isTwice(entry.name) }
    guard target >= 0 else { throw .unwritable(SystemError.last.description) }
    defer { close(target) }
    do throws(SystemError) {
      if isLarge {
        let size = off_t(min(entry.size, 1 << 40))
        guard uninterrupted({ ftruncate(target, size) }) == 0 else { throw .last }
      } else {
        try FileDescriptor(target).write(bytes)
      }
    } catch {
      throw .unwritable(error.description)
    }
  }

  private static func makeFolder(_ path: String) throws(ZipFault) {
    do {
      try OutputFile.makeFolder(path)
    } catch {
      throw .unwritable(error.description)
    }
  }

  private static func make() throws(ZipFault) -> TemporaryFolder {
    do {
      return try TemporaryFolder()
    } catch {
      throw .unwritable(error.description)
    }
  }
}
