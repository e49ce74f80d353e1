import Foundation
import FunctionMarking
import SystemCalls

/// The folder in which one answer is handled; it goes when the answer has been read.
///
/// The source and the adapters lie in it for the compiler to read; only `out` can be written from
/// inside, and nothing that a student's file was compiled to is ever opened from outside.
struct AnswerFolder: ~Copyable {
  /// The name of the student's file, whatever it was called when it was handed in.
  static let sourceName = "submission.swift"
  /// The name of a ready function's file, so that nobody looks for its lines in an own one.
  static let readyName = "ready.swift"
  static let objectName = "out/student.o"
  static func programName(on platform: Platform) -> String { "out/\(platform.libraryName)" }

  private let folder: TemporaryFolder
  var path: String { folder.path }
  /// Its own name, which no other folder has.
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  /// Makes the folder; where `isForNobody`, the user nobody may read it and write in `out`.
  init(in parent: String, isForNobody: Bool) throws(FunctionRunner.Fault) {
    let folder = try AnswerFolder.temporaryFolder(in: parent)
    try AnswerFolder.makeOut(in: folder.path, isForNobody: isForNobody)
    self.folder = folder
  }

  private static func temporaryFolder(
    in parent: String
  ) throws(FunctionRunner.Fault) -> TemporaryFolder {
    do {
      return try TemporaryFolder(in: parent)
    } catch {
      throw FunctionRunner.Fault("no folder could be made in \(parent): \(error)")
    }
  }

  private static func makeOut(in path: String, isForNobody: Bool) throws(FunctionRunner.Fault) {
    let out = "\(path)/out"
    guard mkdir(out, 0o700) == 0 else {
      throw FunctionRunner.Fault("\(out) could not be made: \(SystemError.last)")
    }
    guard isForNobody else { return }
    guard chmod(path, 0o711) == 0, chown(out, nobody, nobody) == 0 else {
      throw FunctionRunner.Fault("\(path) could not be opened to nobody: \(SystemError.last)")
    }
  }

  private static let nobody: uid_t = 65534

  /// Writes a new file; nothing that is there already is followed or overwritten.
  func add(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(FunctionRunner.Fault) {
    try AnswerFolder.write(bytes, to: "\(path)/\(name)", mode: mode)
  }

  /// Writes a new file that whoever compiles may read.
  static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o644
  ) throws(FunctionRunner.Fault) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else {
      throw FunctionRunner.Fault("\(path) could not be written: \(SystemError.last)")
    }
    defer { close(file) }
    do {
      try FileDescriptor(file).write(bytes)
    } catch {
      throw FunctionRunner.Fault("\(path) could not be written: \(error)")
    }
    // What the umask took away is given back: another user has to read it.
    guard fchmod(file, mode) == 0 else {
      throw FunctionRunner.Fault("\(path) could not be opened to others: \(SystemError.last)")
    }
  }
}
