import Answers
import Archives
import Formulas
import Grading
import LocatedJSON
import Numerics
import SystemCalls

/// A zip that a student handed in, as systems that take one file ask for.
///
/// Nothing of it is written anywhere: its files are unpacked one at a time when they are marked,
/// and whatever way their names lead, only the last part of it counts.
enum StudentArchive {
  /// The most bytes of such an archive.
  static let largest = Limits.studentArchive
  /// The most bytes that its files may have in all.
  static let mostBytes = UInt64(Limits.studentArchiveContents)

  /// The files of an archive that has been read, folder by folder, or why there are none.
  static func groups(
    _ name: String, _ bytes: Result<[UInt8], SubmissionFile.Fault>
  ) -> [StudentFiles.Group] {
    var group = StudentFiles.Group(archive: name)
    var groups: [StudentFiles.Group] = []
    do {
      let archive = try ZipArchive(ZipSource(bytes: bytes.get()))
      var entries: [ZipEntry] = []
      try archive.forEach { entry throws(ZipFault) in
        let isRubbish = entry.parts.contains { EntryName.isRubbish(String($0)) }
        if !entry.isFolder, !entry.isSpecial, !isRubbish { entries.append(entry) }
      }
      let sum = entries.reduce(UInt64(0)) { $0.addingReportingOverflow($1.size).partialValue }
      let isLarge = sum > mostBytes || entries.contains { $0.size > mostBytes }
      entries.sort { $0.name < $1.name }
      if entries.count > StudentFiles.mostFiles {
        group.problems.append("\(file: name.shownOnOneLine): \(.tooManyFiles(entries.count))")
      }
      if isLarge {
        group.problems.append(.tooMuch(in: name))
      } else {
        groups = folders(entries.prefix(StudentFiles.mostFiles), of: archive, name)
      }
    } catch let fault as SubmissionFile.Fault {
      let sentence: Message = "\(file: name.shownOnOneLine) \(words: "\(fault)")"
      if fault.isMachineFault {
        group.faults.append(sentence)
      } else {
        group.problems.append(sentence)
      }
    } catch {
      group.problems.append("\(file: name.shownOnOneLine) \(words: "\(error)")")
    }
    return groups + [group]
  }

  /// The files, those of each folder by themselves.
  private static func folders(
    _ entries: some Sequence<ZipEntry>, of archive: ZipArchive, _ name: String
  ) -> [StudentFiles.Group] {
    var places: [[Substring]: Int] = [:]
    var groups: [StudentFiles.Group] = []
    for entry in entries {
      let folder = entry.parts.dropLast()
      let place = places[Array(folder), default: groups.count]
      if place == groups.count {
        places[Array(folder)] = place
        groups.append(.init(archive: ([name[...]] + folder).joined(separator: "/")))
      }
      groups[place].files.append(
        StudentFile(
          entry.parts.last.map(String.init) ?? "", isNamedByExercise: true,
          .packed(entry, archive)))
    }
    for index in groups.indices { groups[index].files = StudentFile.inOrder(groups[index].files) }
    return groups
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func tooMuch(in name: String) -> Message {
    "\(file: name.shownOnOneLine) would unpack to more than \(Int(StudentArchive.mostBytes >> 20)) MB, so it "
      + "is left as it is"
  }
}
