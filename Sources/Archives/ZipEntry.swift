/// One entry of an archive, as the central directory describes it.
package struct ZipEntry: Sendable {
  /// The way in the archive, with `/` between its parts and behind a folder's.
  package let name: String
  /// The bytes that the name is made of.
  let rawName: ArraySlice<UInt8>
  /// Whether the name was in no encoding that the archive declares.
  package let isGuessed: Bool
  package let isFolder: Bool
  /// A link, a pipe or a device.
  package let isSpecial: Bool
  package let isEncrypted: Bool
  package let method: Int
  let checksum: UInt32
  let packedSize: UInt64
  package let size: UInt64
  /// Where its own header begins.
  let offset: UInt64

  /// The parts of the way.
  package var parts: [Substring] { name.split(separator: "/") }

  /// Whether the way leads anywhere but into the folder the archive is unpacked into.
  package var escapes: Bool {
    name.hasPrefix("/") || name.utf8.contains(0) || parts.isEmpty
      || parts.contains { $0 == ".." || $0 == "." }
      || name.dropFirst().hasPrefix(":/") || name.contains("\\..") || name.contains("..\\")
  }

  /// Reads a record and moves on to the next; nil where there is none.
  init?(_ bytes: [UInt8], _ position: inout Int, _ page: CodePage) {
    let start = position
    guard start + 46 <= bytes.count, bytes.number(at: start, 4) == 0x0201_4B50 else { return nil }
    let nameLength = Int(bytes.number(at: start + 28, 2))
    let extraLength = Int(bytes.number(at: start + 30, 2))
    let end = start + 46 + nameLength + extraLength
    position = end + Int(bytes.number(at: start + 32, 2))
    guard position <= bytes.count else { return nil }
    let flags = bytes.number(at: start + 8, 2)
    isEncrypted = flags & 1 != 0
    method = Int(bytes.number(at: start + 10, 2))
    checksum = UInt32(bytes.number(at: start + 16, 4))
    var extras = ZipExtras(bytes, start + 46 + nameLength..<end)
    size = extras.wide(bytes.number(at: start + 24, 4))
    packedSize = extras.wide(bytes.number(at: start + 20, 4))
    offset = extras.wide(bytes.number(at: start + 42, 4))
    let raw = bytes[start + 46..<start + 46 + nameLength]
    let text: String
    if let known = String(validating: raw, as: UTF8.self) ?? extras.name {
      text = known
      isGuessed = false
    } else {
      text = page.text(raw)
      isGuessed = true
    }
    rawName = raw
    name =
      ZipEntry.hasBackslashes(text, madeBy: bytes.number(at: start + 5, 1))
      ? String(text.map { $0 == "\\" ? "/" : $0 }) : text
    // The high half of the attributes is Unix's mode, where Unix made the entry.
    let mode = bytes.number(at: start + 38, 4) >> 16
    let kind = bytes.number(at: start + 5, 1) == 3 ? mode & 0o170000 : 0
    isFolder = name.hasSuffix("/")
    isSpecial = ![0, 0o100000, 0o040000].contains(kind)
  }
}

extension ZipEntry {
  /// Whether backslashes part a way, as some programs of Windows write them against the standard.
  ///
  /// No name of DOS or Windows has one; of Unix one may, but hardly where there is no slash. What
  /// leads out of its folder stays as it is, to be refused under its own name.
  private static func hasBackslashes(_ name: String, madeBy host: UInt64) -> Bool {
    guard name.utf8.contains(UInt8(ascii: "\\")), !name.contains("\\.."), !name.contains("..\\")
    else { return false }
    let isWindows = [0, 10, 11, 14].contains(host)
    return isWindows || !name.utf8.contains(UInt8(ascii: "/"))
  }
}

/// What stands behind the name of an entry: large sizes, and the name in Unicode.
private struct ZipExtras {
  private var sizes: [UInt64] = []
  private(set) var name: String?

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    while position + 4 <= range.upperBound {
      let id = bytes.number(at: position, 2)
      let start = position + 4
      let end = start + Int(bytes.number(at: position + 2, 2))
      guard end <= range.upperBound else { return }
      if id == 0x0001 {
        sizes = stride(from: start, to: end - 7, by: 8).map { bytes.number(at: $0, 8) }
      } else if id == 0x7075, end - start > 5 {
        name = String(validating: bytes[start + 5..<end], as: UTF8.self)
      }
      position = end
    }
  }

  /// The number itself, or the next large one where it has no room.
  mutating func wide(_ number: UInt64) -> UInt64 {
    number == 0xFFFF_FFFF && !sizes.isEmpty ? sizes.removeFirst() : number
  }
}
