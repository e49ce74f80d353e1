import Foundation
import Pages

extension WebModule {
  /// The core that is found first, with its unpacker; where there is none, it is said how to make it.
  static func found() throws -> WebModule {
    let files = candidates(
      program: Bundle.main.executablePath ?? "", environment: ProcessInfo.processInfo.environment)
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw Complaint(
        """
        there is no grader for web pages here yet: run '\(recipe)' in a clone, which takes some \
        minutes, or name the file with $\(variable)
        """)
    }
    guard let core = bytes(of: file), isCore(core) else {
      throw Complaint("'\(file)' is no WebAssembly")
    }
    let other = unpacker(of: file)
    guard let unpacker = bytes(of: other), isModule(unpacker) else {
      throw Complaint(
        "'\(other)', which unpacks the grader in a page, is not there; '\(recipe)' makes both")
    }
    return WebModule(core: core, unpacker: unpacker)
  }

  private static func bytes(of file: String) -> [UInt8]? {
    FileManager.default.contents(atPath: file).map { [UInt8]($0) }
  }
}
