import Foundation

/// The name of an entry of a folder: as text to show, and as the bytes that open it.
package struct EntryName: Hashable, Sendable {
  /// A part of a text that the names of a folder may have in common.
  private let slice: Substring
  /// The bytes up to and with the closing zero, where the text does not give them back.
  private let bytes: [CChar]?

  /// - Parameter bytes: The name as the system has it, without the closing zero.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      slice = text[...]
      self.bytes = nil
    } else {
      slice = EntryName.escaped(bytes)[...]
      self.bytes = bytes.map { CChar(bitPattern: $0) } + [0]
    }
  }

  package init(_ text: String) {
    self.init(text: text[...], bytes: nil)
  }

  /// - Parameter part: The name, as a part of a longer text.
  init(part: Substring) {
    self.init(text: part, bytes: nil)
  }

  private init(text: Substring, bytes: [CChar]?) {
    slice = text
    self.bytes = bytes
  }

  /// The name; every byte that belongs to no character stands as `\xFF`.
  package var text: String { String(slice) }

  /// The bytes of the text, for those who look at a name without keeping it: the text of one of 200,000
  /// in a folder is copied out of theirs.
  package var utf8: Substring.UTF8View { slice.utf8 }

  /// Looks at the bytes of the text where they stand.
  package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    slice.utf8.withContiguousStorageIfAvailable(body)
      ?? Array(slice.utf8).withUnsafeBufferPointer(body)
  }

  /// Whether the text gives back the bytes.
  var isText: Bool { bytes == nil }

  /// The way to an entry of this folder.
  package func appending(_ name: EntryName) -> EntryName {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    let isText = bytes == nil && name.bytes == nil
    return EntryName(
      text: (text + "/" + name.text)[...],
      bytes: isText ? nil : path.dropLast() + [slash] + name.path)
  }

  /// The last part of the way, or the name itself.
  package var last: String {
    slice.utf8.lastIndex(of: UInt8(ascii: "/"))
      .map { String(slice[slice.utf8.index(after: $0)...]) } ?? text
  }

  /// The first part of the way, or the name itself.
  package var first: String {
    slice.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(slice[..<$0]) } ?? text
  }

  /// The bytes that open the entry within its folder, closed by a zero.
  package var path: [CChar] { bytes ?? Array(text.utf8CString) }

  /// The bytes that open the entry from outside its folder, closed by a zero.
  package func path(in folder: String) -> [CChar] {
    folder.utf8CString.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + path
  }

  /// For each part of the way the bytes that open it within the one before, closed by a zero.
  var parts: [[CChar]] {
    path.dropLast().split(separator: CChar(bitPattern: UInt8(ascii: "/"))).map { $0 + [0] }
  }

  /// The way from a folder to a part of a name.
  static func path(to part: [CChar], below root: String) -> [CChar] {
    root.utf8CString.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + part
  }

  /// The text with bytes that belong to no character spelled out, so that two such names differ.
  private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      // A character has at most four bytes.
      let length = (1...4).first {
        String(validating: rest.prefix($0), as: UTF8.self) != nil
      }
      if let length, let character = String(validating: rest.prefix(length), as: UTF8.self) {
        text += character
        rest = rest.dropFirst(length)
      } else {
        text += "\\x" + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}

// MARK: - Comparable

extension EntryName: Comparable {
  /// By the text, and by the bytes where one character is spelled in two ways.
  package static func < (left: EntryName, right: EntryName) -> Bool {
    left.slice == right.slice
      ? left.slice.utf8.lexicographicallyPrecedes(right.slice.utf8) : left.slice < right.slice
  }
}
