import LocatedJSON

/// How the bytes of a table are a text.
package enum TableEncoding: Hashable, Sendable {
  case utf8
  /// What spreadsheets call "Unicode text".
  case utf16(isBigEndian: Bool, hasMark: Bool)
  /// Windows' Latin-1, which spreadsheets of the West write.
  case windows1252

  /// The encoding that bytes are in: that of their mark, else UTF-8 where they are.
  init(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: bytes[0] == 0xFE, hasMark: true)
      return
    }
    // The first line is made of letters of ASCII for the most part, whose other byte is zero.
    let start = bytes.prefix(64)
    let zeros = start.indices.filter { bytes[$0] == 0 }
    if start.count > 3, zeros.count * 3 > start.count {
      let isBigEndian = zeros.allSatisfy { $0.isMultiple(of: 2) }
      if isBigEndian || zeros.allSatisfy({ !$0.isMultiple(of: 2) }) {
        self = .utf16(isBigEndian: isBigEndian, hasMark: false)
        return
      }
    }
    self = bytes.isValidUTF8 ? .utf8 : .windows1252
  }

  /// What is said of a table that is not in UTF-8; nil where it is.
  package var name: String? {
    switch self {
    case .utf8: nil
    case .utf16: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }

  /// The bytes that are looked through for cells: where a sign may have a zero byte, those in UTF-8.
  func searchable(_ bytes: [UInt8]) -> [UInt8] {
    guard case .utf16(let isBigEndian, let hasMark) = self else { return bytes }
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The searchable bytes as they were in the file.
  func original(_ bytes: [UInt8]) -> [UInt8] {
    guard case .utf16(let isBigEndian, let hasMark) = self else { return bytes }
    var output: [UInt8] = !hasMark ? [] : isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    output.reserveCapacity(2 * bytes.count + 2)
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      output += isBigEndian ? [high, low] : [low, high]
    }
    return output
  }

  /// The text of searchable bytes; a cell that is in UTF-8 is so wherever it stands.
  func text(_ bytes: [UInt8]) -> String {
    if bytes.isValidUTF8 || self != .windows1252 {
      return String(decoding: bytes, as: UTF8.self)
    }
    // What is not in use stands for itself.
    return String(
      String.UnicodeScalarView(bytes.map { Windows1252.sign(of: $0) ?? Unicode.Scalar($0) }))
  }

  /// A text as searchable bytes; a sign that the encoding lacks is written as HTML writes it.
  func bytes(_ text: String) -> [UInt8] {
    guard self == .windows1252 else { return Array(text.utf8) }
    var output: [UInt8] = []
    for scalar in text.composed.unicodeScalars {
      if let byte = Windows1252.byte(of: scalar) ?? scalar.byteNotInUse {
        output.append(byte)
      } else {
        output += Array("&#\(scalar.value);".utf8)
      }
    }
    return output
  }
}

extension Unicode.Scalar {
  /// The byte that stood for itself, where the sign came of one.
  fileprivate var byteNotInUse: UInt8? {
    UInt8(exactly: value).flatMap { Windows1252.sign(of: $0) == nil ? $0 : nil }
  }
}
