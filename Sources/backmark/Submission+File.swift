import Answers
import Classroom
import Exercises
import LocatedJSON

extension Submission {
  /// The submission in a file, or a complaint that names the file.
  init(path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try SubmissionFile.read(path)
    } catch {
      throw Complaint("'\(path)' \(error)")
    }
    try self.init(path: path, bytes: bytes)
  }

  /// The submission that the bytes of a file are.
  init(path: String, bytes: [UInt8]) throws {
    guard let format = Format(fileName: path.fileName) else {
      throw Complaint(
        "'\(path)' is not a submission; its name must end in .answers, .json or .swift")
    }
    do {
      self = try Submission(reading: SourceText(name: path, bytes: bytes), as: format)
      let folder = path.prefix(path.count - path.fileName.count)
      let stems = [exercise, path.fileName.stem].compactMap { $0 }
      ProgramFile.attach(to: &self, stems: stems) { (name) throws(SubmissionFile.Fault) in
        try SubmissionFile.read(folder + name)
      }
    } catch {
      throw Complaint("'\(path)': \(error.message.text)")
    }
  }
}
