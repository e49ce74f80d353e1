import Numerics

/// A zip archive, read by its central directory: nothing is unpacked before all of it is known.
///
/// Entries are found by APPNOTE 6.3, sections 4.3.12 to 4.3.16, Zip64 included.
package struct ZipArchive: Sendable {
  package static let mostEntries = Limits.archiveEntries
  /// The most bytes that are unpacked in all.
  package static let mostBytes = Limits.archiveContents
  /// How much larger than the archive its contents may be, beyond ``freeBytes``.
  package static let highestRatio = Limits.archiveRatio
  package static let freeBytes = Limits.archiveFree

  private let source: ZipSource
  /// The central directory, one record for each entry.
  private let directory: [UInt8]
  private let page: CodePage

  /// - Parameter names: The code page of names that are not in UTF-8; guessed where none is given.
  /// - Throws: What keeps the bytes from being those of an archive.
  package init(_ source: ZipSource, names page: CodePage? = nil) throws(ZipFault) {
    self.source = source
    directory = try ZipArchive.directory(of: source)
    self.page = page ?? ZipArchive.page(of: directory)
  }

  /// How many names are enough to guess by.
  private static let mostNames = 1000

  /// The code page in which those names look like names that are not in UTF-8.
  private static func page(of directory: [UInt8]) -> CodePage {
    var position = 0
    var names: [ArraySlice<UInt8>] = []
    while names.count < mostNames, let entry = ZipEntry(directory, &position, .page437) {
      if entry.isGuessed { names.append(entry.rawName) }
    }
    return CodePage(of: names)
  }

  /// The code page that names are taken to be in which are not in UTF-8.
  package var codePage: Int { page.number }

  /// How many bytes it has.
  package var size: UInt64 { source.size }

  /// Calls for every entry in the order of the directory.
  package func forEach(
    _ body: (ZipEntry) throws(ZipFault) -> Void
  ) throws(ZipFault) {
    var position = 0
    while position < directory.count {
      guard let entry = ZipEntry(directory, &position, page) else { throw .isNoArchive }
      try body(entry)
    }
  }

  /// The bytes of an entry, as long as its directory says and with the checksum it says.
  package func contents(of entry: ZipEntry) throws(ZipFault) -> [UInt8] {
    if entry.isEncrypted { throw .isEncrypted(entry.name) }
    guard entry.method == 0 || entry.method == 8 else {
      throw .unknownMethod(entry.method, entry.name)
    }
    let header = try source.bytes(at: entry.offset, count: 30)
    let isHeader = header.number(at: 0, 4) == 0x0403_4B50
    // Packing makes nothing much longer.
    guard isHeader, entry.packedSize <= entry.size + entry.size / 8 + 1024 else {
      throw .isDamaged(at: entry.name)
    }
    let start = entry.offset + 30 + header.number(at: 26, 2) + header.number(at: 28, 2)
    let packed = try source.bytes(at: start, count: Int(entry.packedSize))
    let bytes =
      entry.method == 8 ? Inflation.bytes(packed, count: Int(entry.size)) : packed
    guard let bytes, bytes.count == Int(entry.size), Checksum.of(bytes) == entry.checksum else {
      throw .isDamaged(at: entry.name)
    }
    return bytes
  }

  private static func directory(of source: ZipSource) throws(ZipFault) -> [UInt8] {
    let size = source.size
    // The end record is 22 bytes long and a comment of at most 65,535 follows it.
    let length = Int(min(size, 22 + 65_535))
    let start = size - UInt64(length)
    let tail = try source.bytes(at: start, count: length)
    let places = stride(from: length - 22, through: 0, by: -1)
    guard length >= 22, let end = places.first(where: { tail.number(at: $0, 4) == 0x0605_4B50 })
    else { throw .isNoArchive }
    var count = tail.number(at: end + 10, 2)
    var extent = tail.number(at: end + 12, 4)
    var offset = tail.number(at: end + 16, 4)
    if end >= 20, tail.number(at: end - 20, 4) == 0x0706_4B50 {
      let large = try source.bytes(at: tail.number(at: end - 12, 8), count: 56)
      guard large.number(at: 0, 4) == 0x0606_4B50 else { throw .isNoArchive }
      count = large.number(at: 32, 8)
      extent = large.number(at: 40, 8)
      offset = large.number(at: 48, 8)
    }
    guard count <= UInt64(mostEntries) else {
      throw .tooManyEntries(Int(clamping: count))
    }
    // Names and extras of the longest kind would fill the memory.
    guard extent <= size, extent <= 1 << 29, offset <= size - extent else { throw .isNoArchive }
    return try source.bytes(at: offset, count: Int(extent))
  }
}

extension [UInt8] {
  /// A number of so many bytes, the lowest first; 0 beyond the end.
  func number(at position: Int, _ length: Int) -> UInt64 {
    guard position >= 0, position + length <= count else { return 0 }
    return (0..<length).reduce(0) { $0 | UInt64(self[position + $1]) << UInt64(8 * $1) }
  }
}
