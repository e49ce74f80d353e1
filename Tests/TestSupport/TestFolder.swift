import Foundation

/// A folder for one test, removed with what is in it when the test is over.
package final class TestFolder: Sendable {
  package let path: String

  /// - Parameter files: The files to begin with, by their paths.
  package init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/backmark-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders on the way to it.
  package func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  package func write(_ name: String, _ data: Data) throws {
    try makeParent(of: name)
    try data.write(to: URL(fileURLWithPath: self(name)))
  }

  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
  }

  package func makeLink(_ name: String, to target: String) throws {
    try makeParent(of: name)
    try FileManager.default.createSymbolicLink(
      atPath: self(name), withDestinationPath: target)
  }

  /// A pipe that nobody writes to, so that whoever opens it for reading waits for ever.
  package func makePipe(_ name: String) throws {
    try makeParent(of: name)
    guard mkfifo(self(name), 0o644) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// A file of a size that takes up no room.
  package func makeSparseFile(_ name: String, bytes: Int) throws {
    try write(name, "")
    guard truncate(self(name), off_t(bytes)) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Writes a file under a name of any bytes; false where the file system has no such names.
  package func write(rawName: [UInt8], _ text: String) -> Bool {
    let bytes = Array(path.utf8) + [UInt8(ascii: "/")] + rawName
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    let file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard file >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    return (try? handle.write(contentsOf: Data(text.utf8))) != nil
  }

  package func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self(name))), as: UTF8.self)
  }

  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  private func makeParent(of name: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: self(name)).deletingLastPathComponent(),
      withIntermediateDirectories: true)
  }
}
