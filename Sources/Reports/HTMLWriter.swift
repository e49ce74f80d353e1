import Exercises
import Formulas
import Numerics

/// Text as a page in HTML that is XML as well, built byte by byte.
///
/// ``markup(_:)`` takes what the program itself writes; everything from outside goes through
/// ``text(_:)``, which leaves no character a meaning of its own.
package struct HTMLWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Appends markup of the program's own.
  mutating func markup(_ markup: String) {
    bytes += markup.utf8
  }

  /// Appends what has been written already.
  mutating func markup(_ written: [UInt8]) {
    bytes += written
  }

  /// Appends text from anywhere, harmless between tags and between quotation marks.
  mutating func text(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { $0.allSatisfy { HTMLWriter.isPlain[Int($0)] } }
    if isPlain {
      bytes += text.utf8
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
  }

  /// Appends a number to `digits` significant digits, with the chapter's minus.
  mutating func number(_ value: Double, digits: Int = 4) {
    if abs(value) < Tolerance.noise { return bytes.append(UInt8(ascii: "0")) }
    if !value.isFinite { return markup(value.isNaN ? "not a number" : value > 0 ? "∞" : "−∞") }
    let start = bytes.count
    NumberText.append(general: value, digits: digits, to: &bytes)
    // Large and small numbers may have another in their exponent.
    for place in (start..<bytes.count).reversed() where bytes[place] == .minus {
      bytes.replaceSubrange(place...place, with: "−".utf8)
    }
  }

  /// Appends a value as the formula language writes it; what is long is left out at its end.
  mutating func value(_ tensor: Tensor, most: Int = 200) {
    var written = 0
    func list(_ range: Range<Int>) {
      markup("[")
      for index in range {
        if index > range.lowerBound { markup(", ") }
        if written == most { markup("…") }
        if written < most { number(tensor[index], digits: 6) }
        written += 1
        if written > most { break }
      }
      markup("]")
    }
    switch tensor.shape {
    case .scalar: number(tensor[0], digits: 6)
    case .vector(let count): list(0..<count)
    case .matrix(let rows, let columns):
      markup("[")
      for row in 0..<rows where written <= most {
        if row > 0 { markup(", ") }
        list(row * columns..<(row + 1) * columns)
      }
      markup("]")
    }
  }

  /// Text in one element.
  mutating func element(_ name: String, class style: String? = nil, _ text: String) {
    markup(style.map { "<\(name) class=\"\($0)\">" } ?? "<\(name)>")
    self.text(text)
    markup("</\(name)>")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": markup("&amp;")
    case "<": markup("&lt;")
    case ">": markup("&gt;")
    case "\"": markup("&quot;")
    case "'": markup("&#39;")
    case "\n", "\t": bytes.append(UInt8(ascii: " "))
    default: bytes.append(shown: scalar)
    }
  }

  /// The bytes that mean themselves: printable ASCII but for five.
  private static let isPlain = (0..<256).map { byte in
    (0x20..<0x7F).contains(byte) && !"&<>\"'".utf8.contains(UInt8(byte))
  }
}

extension [UInt8] {
  /// Appends a character as it may stand on a page, or a sign that there was one.
  mutating func append(shown scalar: Unicode.Scalar) {
    if let units = UTF8.encode(scalar.isHarmlessOnPages ? scalar : "\u{FFFD}") {
      append(contentsOf: units)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character can neither end a line, turn the direction of writing nor break XML.
  var isHarmlessOnPages: Bool {
    // The greater part of every text needs no table of categories.
    if value < 0x300 { return value >= 0xA0 ? value != 0xAD : (0x20..<0x7F).contains(value) }
    if value & 0xFFFE == 0xFFFE { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return !properties.isNoncharacterCodePoint
    }
  }
}

extension String {
  /// The text with nothing in it that HTML or XML gives a meaning.
  package var escapedForHTML: String {
    var writer = HTMLWriter()
    writer.text(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
