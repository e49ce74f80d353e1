import Foundation
import Signatures
import SystemCalls

/// The folder in which one answer is handled; it goes when the answer has been read.
///
/// The source and the adapters lie in it for the compiler to read; only `out` can be written from
/// inside, and nothing in `out` is ever opened from outside.
struct Box: ~Copyable {
  /// The name of the student's file, whatever it was called when it was handed in.
  static let sourceName = "submission.swift"
  static let objectName = "out/student.o"
  static func programName(on platform: Platform) -> String { "out/\(platform.libraryName)" }

  private let folder: TemporaryFolder
  var path: String { folder.path }

  /// Makes the folder; where `isForNobody`, the user nobody may read it and write in `out`.
  static func make(in parent: String, isForNobody: Bool) throws(CodeBench.Fault) -> Box {
    let folder: TemporaryFolder
    do {
      folder = try TemporaryFolder(in: parent)
    } catch {
      throw CodeBench.Fault("no folder could be made in \(parent): \(error)")
    }
    try fill(folder.path, isForNobody: isForNobody)
    return Box(folder: folder)
  }

  func add(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(CodeBench.Fault) {
    try writeNewFile("\(path)/\(name)", bytes, mode: mode)
  }

  private static func fill(_ path: String, isForNobody: Bool) throws(CodeBench.Fault) {
    let out = "\(path)/out"
    guard mkdir(out, 0o700) == 0 else {
      throw CodeBench.Fault("\(out) could not be made: \(SystemError.last)")
    }
    guard isForNobody else { return }
    guard chmod(path, 0o711) == 0, chown(out, nobody, nobody) == 0 else {
      throw CodeBench.Fault("\(path) could not be opened to nobody: \(SystemError.last)")
    }
  }

  private static let nobody: uid_t = 65534
}
