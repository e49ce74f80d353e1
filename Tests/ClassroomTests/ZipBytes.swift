import Archives
import Foundation

/// A zip archive made byte by byte, also such as no honest program makes.
struct ZipBytes {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - name: The bytes of the name.
  ///   - size: The size that the directory tells of; that of the contents where none is given.
  ///   - mode: The mode of Unix, such as that of a link.
  mutating func add(
    _ name: [UInt8], _ contents: [UInt8], method: Int = 0, size: Int? = nil, mode: Int = 0,
    flags: Int = 0, checksum: UInt32? = nil
  ) {
    var common = Self.number(20, 2) + Self.number(flags, 2) + Self.number(method, 2)
    common += Self.number(0, 4) + Self.number(Int(checksum ?? Checksum.of(contents)), 4)
    common += Self.number(contents.count, 4) + Self.number(size ?? contents.count, 4)
    common += Self.number(name.count, 2) + Self.number(0, 2)
    directory += Self.number(0x0201_4B50, 4) + [20, 3] + common + Self.number(0, 6)
    directory += Self.number(mode << 16, 4) + Self.number(bytes.count, 4) + name
    bytes += Self.number(0x0403_4B50, 4) + common + name + contents
    count += 1
  }

  mutating func add(_ name: String, _ text: String) {
    add(Array(name.utf8), Array(text.utf8))
  }

  /// The whole archive.
  var data: Data {
    let end = Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
    return Data(
      bytes + directory + end + Self.number(count, 2) + Self.number(directory.count, 4)
        + Self.number(bytes.count, 4) + Self.number(0, 2))
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
