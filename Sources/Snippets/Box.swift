import Foundation
import Leftovers
import Signatures

/// The folder in which one answer is handled; it goes when the answer has been read.
///
/// The source and the adapters lie in it for the compiler to read; only `out` can be written from
/// inside, and nothing in `out` is ever opened from outside.
struct Box: ~Copyable {
  /// The name of the student's file, whatever it was called when it was handed in.
  static let sourceName = "submission.swift"
  static let objectName = "out/student.o"
  static func programName(on platform: Platform) -> String { "out/\(platform.libraryName)" }

  let path: String

  /// Makes the folder; where `isForNobody`, the user nobody may read it and write in `out`.
  static func make(in folder: String, isForNobody: Bool) throws(CodeBench.Fault) -> Box {
    var name = Array("\(folder)/backmark.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw CodeBench.Fault("no folder could be made in \(folder): \(systemMessage())")
    }
    let made = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // From here on the folder goes with this value, also when the rest fails.
    let box = Box(path: realPath(made) ?? made)
    Leftovers.add(folder: box.path)
    try fill(box.path, isForNobody: isForNobody)
    return box
  }

  private init(path: String) {
    self.path = path
  }

  deinit { Box.remove(path) }

  func add(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(CodeBench.Fault) {
    try writeNewFile("\(path)/\(name)", bytes, mode: mode)
  }

  private static func fill(_ path: String, isForNobody: Bool) throws(CodeBench.Fault) {
    let out = "\(path)/out"
    guard mkdir(out, 0o700) == 0 else {
      throw CodeBench.Fault("\(out) could not be made: \(systemMessage())")
    }
    guard isForNobody else { return }
    guard chmod(path, 0o711) == 0, chown(out, nobody, nobody) == 0 else {
      throw CodeBench.Fault("\(path) could not be opened to nobody: \(systemMessage())")
    }
  }

  private static func remove(_ path: String) {
    // Links are removed, not followed; whoever could have planted more has ended.
    try? FileManager.default.removeItem(atPath: path)
    Leftovers.forget(folder: path)
  }

  private static let nobody: uid_t = 65534
}
