/// Where the bytes of an archive are, be it in memory or in a file that somebody else has open.
package struct ZipSource: Sendable {
  /// How many bytes there are.
  package let size: UInt64
  private let read: @Sendable (_ offset: UInt64, _ count: Int) throws(ZipFault) -> [UInt8]

  /// - Parameter read: Gives as many bytes as asked for, or throws.
  package init(
    size: UInt64,
    read: @escaping @Sendable (_ offset: UInt64, _ count: Int) throws(ZipFault) -> [UInt8]
  ) {
    self.size = size
    self.read = read
  }

  /// An archive that has been read whole.
  package init(bytes: [UInt8]) {
    let size = UInt64(bytes.count)
    self.init(size: size) { (offset, count) throws(ZipFault) in
      guard count >= 0, offset <= size, UInt64(count) <= size - offset else { throw .isNoArchive }
      return Array(bytes[Int(offset)..<Int(offset) + count])
    }
  }

  /// Some of the bytes; fewer than asked for is a fault.
  func bytes(at offset: UInt64, count: Int) throws(ZipFault) -> [UInt8] {
    try read(offset, count)
  }
}
