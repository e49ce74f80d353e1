import Foundation

/// Lines that are too many to hold, kept in a file without a name until they are read back.
///
/// The file is gone from its folder as soon as it is open, so that nothing is left behind however
/// the program ends.
package struct Spool: ~Copyable {
  private let file: UnsafeMutablePointer<FILE>
  private let path: String

  /// - Parameter path: A path in the folder whose disk is to hold the lines.
  package init(_ path: String) throws(OutputFile.Fault) {
    self.path = path
    let name = "\(path).\(getpid()).spool"
    let descriptor = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw OutputFile.Fault(path, .last) }
    unlink(name)
    guard let file = fdopen(descriptor, "w+") else {
      close(descriptor)
      throw OutputFile.Fault(path, .last)
    }
    self.file = file
  }

  /// Appends a line, its end included.
  package borrowing func write(_ line: [UInt8]) throws(OutputFile.Fault) {
    guard fwrite(line, 1, line.count, file) == line.count else {
      throw OutputFile.Fault(path, .last)
    }
  }

  /// Goes back to the first line.
  package borrowing func rewind() throws(OutputFile.Fault) {
    guard fseek(file, 0, SEEK_SET) == 0 else { throw OutputFile.Fault(path, .last) }
  }

  /// The next line without its end, or nil after the last.
  package borrowing func next() -> [UInt8]? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    let length = getline(&line, &capacity, file)
    guard length > 0, let line else { return nil }
    let bytes = UnsafeRawBufferPointer(start: line, count: length)
    return Array(bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...])
  }

  deinit {
    fclose(file)
  }
}
