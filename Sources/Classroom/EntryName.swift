import Foundation
import Grading

/// The name of an entry of a folder: as text to show, and as the bytes that open it.
struct EntryName: Hashable, Sendable {
  /// The name; every byte that belongs to no character stands as `\xFF`.
  let text: String
  /// The bytes up to and with the closing zero, where the text does not give them back.
  private let bytes: [CChar]?

  /// - Parameter bytes: The name as the system has it, without the closing zero.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      self.bytes = nil
    } else {
      text = EntryName.escaped(bytes)
      self.bytes = bytes.map { CChar(bitPattern: $0) } + [0]
    }
  }

  init(_ text: String) {
    self.text = text
    bytes = nil
  }

  private init(text: String, bytes: [CChar]?) {
    self.text = text
    self.bytes = bytes
  }

  /// The way to an entry of this folder.
  func appending(_ name: EntryName) -> EntryName {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    let isText = bytes == nil && name.bytes == nil
    return EntryName(
      text: text + "/" + name.text, bytes: isText ? nil : path.dropLast() + [slash] + name.path)
  }

  /// The last part of the way, or the name itself.
  var last: String {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[text.utf8.index(after: $0)...]) }
      ?? text
  }

  /// The first part of the way, or the name itself.
  var first: String {
    text.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) } ?? text
  }

  /// The bytes that open the entry within its folder, closed by a zero.
  var path: [CChar] { bytes ?? Array(text.utf8CString) }

  /// The bytes that open the entry from outside its folder, closed by a zero.
  func path(in folder: String) -> [CChar] {
    folder.utf8CString.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + path
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
  static func < (left: EntryName, right: EntryName) -> Bool {
    left.text == right.text
      ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8) : left.text < right.text
  }
}

// MARK: - Names of files

extension String {
  /// A file name less its last extension, and less the `.txt` that some systems put behind it.
  package var stem: String {
    let stem = withoutExtension
    let isDoubled = lowercased().hasSuffix(".txt") && Submission.Format(fileName: self) != nil
    return isDoubled ? stem.withoutExtension : stem
  }

  private var withoutExtension: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }

  /// A name less the `-1` or ` (1)` that a system puts behind a second file of the same name.
  var withoutCopyNumber: String {
    let isBracketed = hasSuffix(")")
    let digits = (isBracketed ? dropLast() : self[...]).reversed().prefix(while: \.isASCIIDigit)
    let head = dropLast(digits.count + (isBracketed ? 1 : 0))
    let mark = isBracketed ? " (" : "-"
    guard !digits.isEmpty, head.hasSuffix(mark), head.count > mark.count else { return self }
    return String(head.dropLast(mark.count))
  }

  /// The name in its composed form, so that it reads the same whichever system it comes from.
  var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}

extension Character {
  /// Whether the character is one of 0 to 9, and not a digit of another script.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension StringProtocol {
  /// Whether there is nothing but digits from 0 to 9, and at least one.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
