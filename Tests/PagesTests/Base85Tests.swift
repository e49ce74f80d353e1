@testable import Pages
import TestSupport
import Testing

@Suite("Base 85")
struct Base85Tests {
  /// The bytes that a text stands for, as `module.js` reads it.
  private static func bytes(of text: String) -> [UInt8] {
    let digits = text.utf8.map { digit in UInt64(Base85.digits.firstIndex(of: digit) ?? 85) }
    return stride(from: 0, to: digits.count, by: 5).flatMap { start -> [UInt8] in
      let number = digits[start..<start + 5].reduce(0) { $0 * 85 + $1 }
      return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }

  @Test("every four bytes come back", arguments: [0, 1, 3, 4, 5, 1000])
  func roundTrip(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 + 7) }
    let text = Base85.text(of: bytes)
    #expect(text.utf8.count == (count + 3) / 4 * 5)
    #expect(Array(Self.bytes(of: text).prefix(count)) == bytes)
    #expect(Self.bytes(of: Base85.text(of: [255, 255, 255, 255])) == [255, 255, 255, 255])
  }

  @Test("the digits are 85, mean nothing in HTML, and are those of the script")
  func digits() throws {
    let text = String(decoding: Base85.digits, as: UTF8.self)
    #expect(Set(text).count == 85)
    #expect(!text.contains { "<>&\"'`\\".contains($0) || $0.isWhitespace })
    let script = try ProjectFolder.text(of: "Sources/Pages/Resources/module.js")
    #expect(script.contains("'\(text)'"))
  }
}
