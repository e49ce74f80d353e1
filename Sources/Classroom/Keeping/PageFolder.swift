import Foundation
import SystemCalls

/// The pages of a shard, taken over into other results.
enum PageFolder {
  /// Takes over every student's folder.
  ///
  /// Pages are never written in place, so the same file may stand in both results where the disk
  /// allows it.
  ///
  /// - Returns: Whether all of them were; false where somebody wanted the run to end.
  static func copy(
    _ source: String, to target: String, isInterrupted: () -> Bool
  ) throws(OutputFile.Fault) -> Bool {
    guard let students = opendir(source) else {
      if errno == ENOENT { return true }
      throw OutputFile.Fault(source, .last)
    }
    defer { closedir(students) }
    try OutputFile.makeFolder(target)
    while let student = name(students) {
      if isInterrupted() { return false }
      let (from, to) = ("\(source)/\(student)", "\(target)/\(student)")
      guard let pages = opendir(from) else { continue }
      defer { closedir(pages) }
      try OutputFile.makeFolder(to)
      while let page = name(pages) { try take("\(from)/\(page)", to: "\(to)/\(page)") }
    }
    return true
  }

  /// The next name that is not hidden.
  private static func name(_ folder: OpaquePointer) -> String? {
    while let record = readdir(folder) {
      let name = withUnsafeBytes(of: &record.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { return name }
    }
    return nil
  }

  private static func take(_ source: String, to target: String) throws(OutputFile.Fault) {
    let temporary = "\(target).\(getpid()).partial"
    if link(source, temporary) == 0 {
      defer { unlink(temporary) }
      guard rename(temporary, target) == 0 else { throw OutputFile.Fault(target, .last) }
      return
    }
    guard let bytes = FileManager.default.contents(atPath: source) else {
      throw OutputFile.Fault(source, .last)
    }
    var file = try OutputFile(target)
    try file.write([UInt8](bytes))
    try file.commit()
  }
}
