import Answers
import Arguments
import Foundation
import Grading
import LocatedJSON
import Numerics
import SystemCalls

/// What a student's word on the command line names: a sheet, or an exercise to which there is none.
enum OwnWork {
  case sheet(Submission, path: String)
  case exercise(String)
}

/// The folder a student works in, where sheets are found without being named in full.
struct Desk {
  private let catalogue: Catalogue
  /// Told which file was taken, where it was not named.
  private let tell: (String) -> Void

  init(_ catalogue: Catalogue, telling tell: @escaping (String) -> Void) {
    self.catalogue = catalogue
    self.tell = tell
  }

  /// The most files of a folder that are looked into.
  private static let mostFiles = Limits.files

  /// What stands for standard input in place of a file.
  static let standardInput = ["-", "/dev/stdin"]

  /// Whether a word names a file or an exercise.
  func names(_ word: String) -> Bool {
    Desk.standardInput.contains(word) || FileManager.default.fileExists(atPath: word)
      || catalogue.contains(word)
  }

  /// What a word names: a file, standard input, an exercise with a sheet here or without one, or,
  /// where nothing is named, the sheet here that was saved last.
  func work(_ word: String?) throws -> OwnWork {
    guard let word else { return try lastSheet() }
    if Desk.standardInput.contains(word) { return .sheet(try Desk.typed(), path: "-") }
    do {
      return .sheet(try Submission(path: word), path: word)
    } catch {
      // A folder may have the name of an exercise.
      guard case .unread(_, let fault) = error, fault == .isMissing || catalogue.contains(word)
      else { throw error }
    }
    if catalogue.contains(word) { return try sheet(of: word) ?? .exercise(word) }
    if word.contains("/") || Submission.Format(fileName: word) != nil {
      throw Complaint("there is no file '\(word.harmless)'")
    }
    throw catalogue.unknown(word)
  }

  /// The sheet here that was saved last.
  func lastSheet() throws -> OwnWork {
    let sheets = sheets()
    guard let last = sheets.first else {
      throw Complaint("there are no answers in this folder; begin with: backmark start ID")
    }
    tell(
      sheets.count == 1
        ? "\(last): the only sheet here." : "\(last): the sheet here that was saved last.")
    return .sheet(try Submission(path: last), path: last)
  }

  /// The sheet here that answers an exercise: the one of its name, else the one saved last.
  private func sheet(of id: String) throws -> OwnWork? {
    let named = ["answers", "json", "txt", "swift"].map { "\(id).\($0)" }
    let found =
      named.first { FileManager.default.fileExists(atPath: $0) }
      ?? sheets().first { (try? Submission(path: $0))?.exercise == id }
    guard let found else { return nil }
    let submission = try Submission(path: found)
    // Its sheet may have been copied from another's.
    guard let part = submission.parts.first(where: { ($0.exercise ?? id) == id }) else {
      return nil
    }
    tell("\(found): your answers to \(id).")
    return .sheet(part, path: found)
  }

  /// The sheets here, the one saved last first.
  private func sheets() -> [String] {
    // Most folders have nothing for which they are needed.
    lazy var ids = Set(catalogue.ids)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    let files = names.filter { !$0.hasPrefix(".") && Desk.mayBeSheet($0) }
      .map { (name: $0, saved: Desk.saved($0)) }
      .sorted { ($1.saved, $0.name) < ($0.saved, $1.name) }
    return files.prefix(Desk.mostFiles).map { $0.name }
      .filter { name in isSheet(name) { ids.contains($0) } }
  }

  private static func mayBeSheet(_ name: String) -> Bool {
    Submission.Format(fileName: name) != nil || Submission.Format.isPlainText(fileName: name)
  }

  /// Whether a file is somebody's work; other JSON and Swift files lie about in many a folder.
  private func isSheet(_ name: String, isExercise: (String) -> Bool) -> Bool {
    if Submission.Format(fileName: name) == .answers { return true }
    guard let submission = try? Submission(path: name) else { return false }
    return isExercise(submission.exercise ?? name.fileName.stem)
  }

  private static func saved(_ name: String) -> Date {
    let values = try? URL(fileURLWithPath: name).resourceValues(forKeys: [
      .contentModificationDateKey
    ])
    return values?.contentModificationDate ?? .distantPast
  }

  /// The sheet that comes on standard input: the text format, JSON, or Swift with its headings.
  private static func typed() throws -> Submission {
    var bytes: [UInt8] = []
    while bytes.count <= SubmissionFile.largest,
      let piece = try? FileDescriptor.standardInput.read(atMost: 1 << 16), !piece.isEmpty
    {
      bytes += piece
    }
    guard bytes.count <= SubmissionFile.largest else {
      throw Complaint("a submission has at most \(SubmissionFile.largest >> 10) kB")
    }
    let start = bytes.drop { $0 <= 0x20 }
    let isSwift = ["//", "import ", "func "].contains { start.starts(with: $0.utf8) }
    let source = SourceText(name: "standard input", bytes: bytes)
    do {
      let submission = try Submission(reading: source, as: isSwift ? .swift : .answers)
      guard submission.exercise != nil else {
        throw Complaint(
          "standard input does not say which exercise it answers, as in 'exercise: 16.2'")
      }
      return submission
    } catch let error as AnswerFault {
      throw Complaint("standard input: \(error.message.text)")
    }
  }
}
