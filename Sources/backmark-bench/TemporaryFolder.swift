import Foundation

/// A folder of the program's own that is removed with all that is in it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    let name = "backmark-bench-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
