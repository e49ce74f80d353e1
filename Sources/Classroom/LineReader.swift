import Foundation

/// Reads a file line by line, holding one line at a time.
final class LineReader {
  private let file: UnsafeMutablePointer<FILE>?

  init(_ path: String) {
    file = fopen(path, "r")
  }

  /// The next line without its end, or nil after the last.
  func next() -> [UInt8]? {
    guard let file else { return nil }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    let length = getline(&line, &capacity, file)
    guard length > 0, let line else { return nil }
    let bytes = UnsafeRawBufferPointer(start: line, count: length)
    return Array(bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...])
  }

  deinit {
    if let file { fclose(file) }
  }

  static func remove(_ path: String) { unlink(path) }
}
