/// The bytes that JSON gives a meaning to.
///
/// They are public, unlike what else rooms share: of that alone the bodies are there for the readers
/// and writers of other rooms, which would call a function for each byte.
extension UInt8 {
  /// A tab.
  @inlinable public static var tab: UInt8 { 0x09 }
  /// A line feed, which ends a line.
  @inlinable public static var lineFeed: UInt8 { 0x0A }
  /// A carriage return, which stands before a line feed where files come from Windows.
  @inlinable public static var carriageReturn: UInt8 { 0x0D }
  /// A space.
  @inlinable public static var space: UInt8 { 0x20 }
  /// A double quote.
  @inlinable public static var quote: UInt8 { UInt8(ascii: "\"") }
  /// A backslash.
  @inlinable public static var backslash: UInt8 { UInt8(ascii: "\\") }
  /// A slash.
  @inlinable public static var slash: UInt8 { UInt8(ascii: "/") }
  /// A comma.
  @inlinable public static var comma: UInt8 { UInt8(ascii: ",") }
  /// A colon.
  @inlinable public static var colon: UInt8 { UInt8(ascii: ":") }
  /// A point, decimal or at the end of a sentence.
  @inlinable public static var point: UInt8 { UInt8(ascii: ".") }
  /// A plus.
  @inlinable public static var plus: UInt8 { UInt8(ascii: "+") }
  /// A hyphen, which is a minus before a number.
  @inlinable public static var minus: UInt8 { UInt8(ascii: "-") }
  /// The digit 0.
  @inlinable public static var zero: UInt8 { UInt8(ascii: "0") }
  /// The digit 9.
  @inlinable public static var nine: UInt8 { UInt8(ascii: "9") }
  /// An underscore.
  @inlinable public static var underscore: UInt8 { UInt8(ascii: "_") }
  /// An opening square bracket.
  @inlinable public static var openBracket: UInt8 { UInt8(ascii: "[") }
  /// A closing square bracket.
  @inlinable public static var closeBracket: UInt8 { UInt8(ascii: "]") }
  /// An opening brace.
  @inlinable public static var openBrace: UInt8 { UInt8(ascii: "{") }
  /// A closing brace.
  @inlinable public static var closeBrace: UInt8 { UInt8(ascii: "}") }

  /// A decimal digit, 0 to 9.
  @inlinable public var isDigit: Bool { self &- .zero < 10 }

  /// The byte spelled out, as in `%2F`.
  package var percentEncoded: String {
    "%" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true)
  }

  /// A second or later byte of a UTF-8 sequence.
  @inlinable public var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// A byte that may belong to a bare word: a letter, a digit, `_`, or part of a non-ASCII character.
  @inlinable public var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case .underscore, 0x80...: true
    default: isDigit
    }
  }

  /// The value of a hexadecimal digit in either case.
  package var hexadecimalDigit: UInt32? {
    switch self {
    case .zero ... .nine: UInt32(self - .zero)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
