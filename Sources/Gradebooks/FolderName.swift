import Numerics

/// The name of a student's or an exercise's folder or file, made from an id that may be anything.
///
/// Letters and digits of every script, spaces and `- _ @ + ,` stay as they are, and so does a full
/// stop that neither begins nor ends the name. Every other byte is written `%` and two hexadecimal
/// digits, so that no name leads out of its folder, hides, or means something to a terminal, and no
/// two ids have the same name. What would be longer than ``longest`` bytes is cut and ends in `%~`
/// and the number of the id among all of them, which no other name does.
package struct FolderName: Hashable, Sendable {
  package let text: String

  /// The most bytes of a name: file systems allow 255, and an extension comes behind it.
  package static let longest = 200

  /// - Parameter number: The id's place among all ids.
  package init(_ id: String, number: Int) {
    if FolderName.isSurelyPlain(id) {
      text = id
      return
    }
    var pieces: [String] = []
    let scalars = Array(id.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isInside = index > 0 && index + 1 < scalars.count
      pieces.append(
        FolderName.isPlain(scalar) || (isInside && (scalar == "." || scalar == " "))
          ? String(scalar) : FolderName.escaped(scalar))
    }
    if FolderName.isReserved(id), let first = scalars.first {
      pieces[0] = FolderName.escaped(first)
    }
    let whole = pieces.joined()
    if whole.isEmpty {
      text = "%"
    } else if whole.utf8.count <= FolderName.longest {
      text = whole
    } else {
      let end = "%~\(number)"
      var start = ""
      for piece in pieces {
        guard start.utf8.count + piece.utf8.count + end.utf8.count <= FolderName.longest else {
          break
        }
        start += piece
      }
      text = start + end
    }
  }

  /// Whether an id is like most: short, of letters, digits, `-` and `_`, and no name of a device.
  private static func isSurelyPlain(_ id: String) -> Bool {
    // Names of devices have three or four characters.
    guard 5...longest ~= id.utf8.count else { return false }
    return id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_@+,".unicodeScalars.contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map(\.percentEncoded).joined()
  }

  /// Whether Windows keeps the name for a device, with any extension.
  private static func isReserved(_ id: String) -> Bool {
    let stem = id.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    return stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.last?.isNumber == true
  }
}
