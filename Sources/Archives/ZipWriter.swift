/// Writes a zip archive of files that are not packed, one at a time.
package struct ZipWriter {
  package static let mostEntries = 65_000

  private var records: [UInt8] = []
  private var offset = 0
  private var count = 0

  package init() {}

  /// The bytes of a file to be written; nil where the archive is full.
  package mutating func entry(_ name: String, _ bytes: [UInt8]) -> [UInt8]? {
    let name = Array(name.utf8)
    let length = 30 + name.count + bytes.count
    guard count < ZipWriter.mostEntries, offset + length < 1 << 31, name.count < 1 << 16 else {
      return nil
    }
    // Version 2.0, names in UTF-8, not packed, the first day of 1980.
    var common = ZipWriter.number(20, 2) + ZipWriter.number(1 << 11, 2)
    common += ZipWriter.number(0, 2) + ZipWriter.number(0, 2) + ZipWriter.number(0x21, 2)
    common += ZipWriter.number(Int(Checksum.of(bytes)), 4)
    common += ZipWriter.number(bytes.count, 4) + ZipWriter.number(bytes.count, 4)
    common += ZipWriter.number(name.count, 2) + ZipWriter.number(0, 2)
    records += ZipWriter.number(0x0201_4B50, 4) + ZipWriter.number(20, 2) + common
    records += [UInt8](repeating: 0, count: 10) + ZipWriter.number(offset, 4) + name
    offset += length
    count += 1
    return ZipWriter.number(0x0403_4B50, 4) + common + name + bytes
  }

  /// What stands at the end.
  package var directory: [UInt8] {
    let counts = ZipWriter.number(count, 2) + ZipWriter.number(count, 2)
    return records + ZipWriter.number(0x0605_4B50, 4) + ZipWriter.number(0, 4) + counts
      + ZipWriter.number(records.count, 4) + ZipWriter.number(offset, 4) + ZipWriter.number(0, 2)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
