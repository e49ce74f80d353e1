import Answers
import LocatedJSON

/// The Swift file that belongs to a submission in another format.
package enum ProgramFile {
  /// Reads the Swift file a submission names, or the one beside it that is named as the exercise.
  ///
  /// A name that cannot be used costs only the steps that ask for functions; a note says why.
  /// - Parameters:
  ///   - stems: The names, less the extension, under which it may lie there without being named.
  ///   - read: Reads a file of the submission's own folder by its name.
  /// - Returns: The name of the file that was taken.
  @discardableResult
  package static func attach(
    to submission: inout Submission, stems: [String],
    read: (String) throws(SubmissionFile.Fault) -> [UInt8]
  ) -> String? {
    if submission.program != nil { return nil }
    if let name = submission.code {
      guard isPlain(name) else {
        submission.note(.notPlain(name))
        return nil
      }
      do throws(SubmissionFile.Fault) {
        submission.program = SourceText(name: name, bytes: try read(name))
        return name
      } catch {
        submission.note(.unusable(name, error))
        return nil
      }
    }
    for stem in stems {
      let name = stem + ".swift"
      guard isPlain(name) else { continue }
      do throws(SubmissionFile.Fault) {
        submission.program = SourceText(name: name, bytes: try read(name))
        return name
      } catch {
        if error != .isMissing { submission.note(.unusable(name, error)) }
      }
    }
    return nil
  }

  /// Whether a name is that of a Swift file in the same folder, and nothing else.
  private static func isPlain(_ name: String) -> Bool {
    let bytes = name.utf8
    return !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(0) && !name.hasPrefix(".")
      && Submission.Format(fileName: name) == .swift && name.lowercased().hasSuffix(".swift")
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func unusable(_ name: String, _ fault: SubmissionFile.Fault) -> Message {
    "The Swift file \(file: "\(Quotation(name))") \(words: "\(fault)")."
  }

  fileprivate static func notPlain(_ name: String) -> Message {
    "\(file: "\(Quotation(name))") cannot be your Swift file; name one in the same folder, such as 16.4.swift."
  }
}
