import Answers
import Archives
import Foundation
import Gradebooks
import Grading
import LocatedJSON
import Numerics
import SystemCalls

/// One file of a student's.
struct StudentFile {
  /// What the student called it.
  let name: String
  /// Whether the name speaks of the exercise; a flat file's speaks of the student.
  let isNamedByExercise: Bool
  /// How it is written; nil where it is no submission.
  let format: Submission.Format?
  /// Whether it is a submission only where it names an exercise.
  let mustNameExercise: Bool
  /// What tells its bytes from others; nil where nobody asked, or it is packed.
  let digest: Digest?
  /// When it was handed in, as far as anybody knows.
  var time = HandInTime()
  private let contents: Contents

  /// Where the bytes are.
  enum Contents {
    case read(Result<[UInt8], SubmissionFile.Fault>)
    /// On the disk, since they are too many to be held.
    case onDisk(EntryName, below: String)
    case packed(ZipEntry, ZipArchive)
  }

  init(
    _ name: String, isNamedByExercise: Bool, _ contents: Contents, digest: Digest? = nil
  ) {
    // A blank behind the ending, as is left by pasting a name, is no part of it.
    let name = name.trimmed
    let isTypedOnline = OnlineText.isName(name)
    self.name = name
    self.isNamedByExercise = isNamedByExercise && !isTypedOnline
    self.contents = contents
    self.digest = digest
    mustNameExercise = Submission.Format.isPlainText(fileName: name)
    format =
      isTypedOnline || mustNameExercise ? .answers : Submission.Format(fileName: name)
  }

  /// The name as it is safe to print on one line.
  var shown: String { name.shownOnOneLine }

  var isArchive: Bool { StudentFile.isArchive(name) }

  static func isArchive(_ name: String) -> Bool {
    name.utf8.count > 4 && name.trimmed.suffix(4).lowercased() == ".zip"
  }

  /// The number that a system put behind a later file of the same name, as in `16.5 (2).answers`.
  private var copyNumber: Int {
    let stem = name.stem
    return Int(stem.dropFirst(stem.withoutCopyNumber.count).filter(\.isASCIIDigit)) ?? 0
  }

  /// The files with later copies behind earlier ones, and otherwise as they are.
  static func inOrder(_ files: [StudentFile]) -> [StudentFile] {
    let numbered = files.enumerated().map { (file: $1, key: ($1.copyNumber, $0)) }
    return numbered.sorted { $0.key < $1.key }.map(\.file)
  }

  /// The bytes; of what was typed into a page, the text.
  func read() throws(SubmissionFile.Fault) -> [UInt8] {
    let bytes: [UInt8]
    switch contents {
    case .read(let result): bytes = try result.get()
    case .onDisk(let name, let root): bytes = try SubmissionFile.read(name, below: root)
    case .packed(let entry, let archive):
      guard entry.size <= UInt64(SubmissionFile.largest) else {
        throw .file(
          .tooLarge(bytes: Int(clamping: entry.size), limit: SubmissionFile.largest))
      }
      do {
        bytes = try archive.contents(of: entry)
      } catch {
        throw .packed(error)
      }
    }
    return OnlineText.isName(name) ? OnlineText.plain(bytes) : bytes
  }
}
