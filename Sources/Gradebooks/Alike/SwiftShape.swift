import Numerics

/// What a Swift program is like whatever its names, numbers, texts, comments and blanks are.
///
/// A program is a row of words; of every stretch of ``length`` words there is a hash, and of every
/// ``window`` of these that follow each other the least is kept, as in winnowing (Schleimer, Wilkerson
/// and Aiken, 2003): whoever shares a longer stretch shares a print.
package struct SwiftShape: Sendable {
  /// The hashes of all stretches.
  private let stretches: [UInt64]

  private static let length = 12
  private static let window = 6

  package init(_ program: [UInt8]) {
    let words = SwiftShape.words(of: program)
    var stretches: [UInt64] = []
    if words.count >= SwiftShape.length {
      for start in 0...(words.count - SwiftShape.length) {
        var hash = FNV1a()
        for word in words[start..<(start + SwiftShape.length)] {
          hash.add(word.utf8)
          hash.add([0])
        }
        stretches.append(hash.value)
      }
    }
    self.stretches = stretches
  }

  /// The prints of the program that are in no stretch of the template.
  func prints(beyond template: SwiftShape) -> Set<UInt64> {
    let known = Set(template.stretches)
    var prints: Set<UInt64> = []
    for start in stretches.indices {
      let window = stretches[start..<min(start + SwiftShape.window, stretches.count)]
      if let least = window.min(), !known.contains(least) { prints.insert(least) }
    }
    return prints
  }

  private static let keywords: Set<String> = [
    "var", "let", "func", "for", "in", "while", "if", "else", "guard", "return", "switch", "case",
    "struct", "enum", "import", "repeat", "break", "continue", "throw", "try", "where", "nil",
    "true",
    "false", "map", "reduce", "zip", "stride", "append", "enumerated", "indices", "count",
  ]

  /// The words, with one for all names, one for all numbers and one for all texts.
  private static func words(of program: [UInt8]) -> [String] {
    var words: [String] = []
    var place = 0
    func byte(_ offset: Int) -> UInt8? {
      place + offset < program.count ? program[place + offset] : nil
    }
    func skip(while isIn: (UInt8) -> Bool) -> String {
      let start = place
      while let next = byte(0), isIn(next) { place += 1 }
      return String(decoding: program[start..<place], as: UTF8.self)
    }
    while let first = byte(0) {
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
        UInt8(ascii: ";"):
        place += 1
      case UInt8(ascii: "/") where byte(1) == first:
        _ = skip { $0 != UInt8(ascii: "\n") }
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        place += 2
        while byte(0) != nil, !(byte(0) == UInt8(ascii: "*") && byte(1) == first) { place += 1 }
        place += 2
      case UInt8(ascii: "\""):
        place += 1
        _ = skip { $0 != first && $0 != UInt8(ascii: "\n") }
        place += 1
        words.append("\"")
      case let digit where isDigit(digit):
        _ = skip { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ".") }
        words.append("0")
      case let letter where isLetter(letter):
        let name = skip { isLetter($0) || isDigit($0) }
        words.append(keywords.contains(name) ? name : "a")
      default:
        words.append(String(UnicodeScalar(first)))
        place += 1
      }
    }
    return words
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
