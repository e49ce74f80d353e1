/// Bytes as text, five characters for four bytes: the grader of a page would take a fifteenth more
/// room in base 64.
enum Base85 {
  /// The digits, none of which means anything in HTML; `module.js` has them too.
  static let digits = Array(
    "#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz|}~".utf8)

  /// The text of some bytes, filled up with zeros to a multiple of four; each four, the first the
  /// highest, are a number of five digits.
  static func text(of bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(bytes.count / 4 * 5 + 5)
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let number = (start..<start + 4).reduce(0 as UInt32) { number, place in
        number << 8 | UInt32(place < bytes.count ? bytes[place] : 0)
      }
      for power: UInt32 in [52_200_625, 614_125, 7225, 85, 1] {
        characters.append(digits[Int(number / power % 85)])
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }
}
