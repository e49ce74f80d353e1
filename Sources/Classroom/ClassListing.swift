import Foundation
import Grading
import SystemCalls

/// What is in a folder of a class, without what operating systems leave behind.
struct ClassListing: Sendable {
  let path: String
  let entries: [Directory.Entry]
  /// How many entries were passed over as rubbish.
  let ignored: Int
  /// Those of them that somebody may have meant to hand in.
  let hidden: [String]
  /// The folders that an earlier run wrote its results into, which are no students'.
  let results: [String]

  /// - Parameters:
  ///   - path: The folder, or a link to it.
  ///   - results: The folder the results go to, which is no student's.
  init(_ path: String, results: String? = nil) throws(FileFault) {
    self.path = path
    let own = results.flatMap { FolderPath.name(of: $0, in: path) }
    var ignored = 0
    var hiddenNames: [String] = []
    let folder = try Directory(Array(path.utf8CString), followsLink: true)
    var listed = try folder.entries { name in
      let isRubbish = EntryName.isRubbish(name)
      ignored += isRubbish ? 1 : 0
      if EntryName.mayBeWork(name) { hiddenNames.append(name) }
      return !isRubbish && name != own
    }
    self.ignored = ignored
    hidden = hiddenNames.sorted()
    var earlier: [String] = []
    listed.removeAll { entry in
      guard entry.kind == .folder, ClassListing.isResults(entry.name, in: folder) else {
        return false
      }
      earlier.append(entry.name.text)
      return true
    }
    entries = listed
    self.results = earlier.sorted()
  }

  /// Whether a folder holds what a run writes: no student has all of these by chance.
  private static func isResults(_ name: EntryName, in folder: borrowing Directory) -> Bool {
    for file in ["gradebook.csv", "results.jsonl", "class.html"]
    where folder.kind(of: name.appending(EntryName(file))) != .file { return false }
    return true
  }

  /// The entry of a name.
  func entry(_ name: String) -> Directory.Entry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// What is in a folder within, each under its way from here; rubbish is left out.
  func entries(in folder: EntryName) throws(FileFault) -> [Directory.Entry] {
    try Directory(folder, below: path).entries()
      .filter { !EntryName.isRubbish($0.name.text) }
      .map { Directory.Entry(name: folder.appending($0.name), kind: $0.kind) }
      .sorted { $0.name < $1.name }
  }

  /// The same, where a folder that cannot be listed is one with nothing in it.
  func knownEntries(in folder: EntryName) -> [Directory.Entry] {
    (try? entries(in: folder)) ?? []
  }

  /// The text of a small file within; nil where it cannot be read.
  func text(of name: EntryName) -> String? {
    guard let bytes = try? SubmissionFile.read(name, below: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
