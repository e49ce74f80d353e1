import Foundation
import LocatedJSON

/// The encodings of names in archives that declare none: those of the computers they were made on.
package enum CodePage: CaseIterable, Sendable {
  /// The first IBM computers, which the format was made for.
  case page437
  /// DOS, and so Windows' own archives, in Western Europe.
  case page850
  /// The same in Central Europe.
  case page852
  /// The same where Cyrillic is written.
  case page866
  /// Windows in the West.
  case page1252
  /// Japan.
  case page932
  /// China.
  case page936

  /// The page in which some names look most like names; the first of those that do equally.
  init(of names: some Sequence<some Collection<UInt8>>) {
    var strangeness = [Int](repeating: 0, count: CodePage.allCases.count)
    for name in names {
      for (place, page) in CodePage.allCases.enumerated() {
        strangeness[place] += page.strangeness(of: name)
      }
    }
    let least = strangeness.min() ?? 0
    self = zip(CodePage.allCases, strangeness).first { $0.1 == least }?.0 ?? .page437
  }

  /// The page of a number, such as 850.
  package init?(number: String) {
    guard let page = CodePage.allCases.first(where: { "\($0.number)" == number }) else {
      return nil
    }
    self = page
  }

  /// The number that the page is known by.
  package var number: Int {
    switch self {
    case .page437: 437
    case .page850: 850
    case .page852: 852
    case .page866: 866
    case .page1252: 1252
    case .page932: 932
    case .page936: 936
    }
  }

  /// A name; what the page has no sign for is replaced.
  func text(_ bytes: some Collection<UInt8>) -> String {
    if let wide { return CodePage.decoded(bytes, wide) ?? CodePage.page437.text(bytes) }
    let upper = upperHalf
    return String(
      String.UnicodeScalarView(
        bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : upper[Int($0) - 0x80] }))
  }

  private static func decoded(
    _ bytes: some Collection<UInt8>, _ encoding: String.Encoding
  ) -> String? {
    String(data: Data(bytes), encoding: encoding)
  }

  /// How little a name looks like people's: signs among the letters, capitals behind small letters,
  /// letters of two scripts side by side, several letters with accents in a row.
  private func strangeness(of bytes: some Collection<UInt8>) -> Int {
    if let wide, CodePage.decoded(bytes, wide) == nil { return 1000 }
    var (sum, before) = (0, Unicode.Scalar(0x20 as UInt8))
    for scalar in text(bytes).unicodeScalars {
      defer { before = scalar }
      if scalar.script != before.script, scalar.isLetter, before.isLetter { sum += 2 }
      guard scalar.value >= 0x80 else { continue }
      switch scalar.script {
      case .latin:
        sum += scalar.properties.isUppercase && before.properties.isLowercase ? 1 : 0
        sum += before.value >= 0x80 ? 1 : 0
      case .cyrillic, .eastern: break
      case .halfWidth: sum += 1
      case .other: sum += 4
      }
    }
    return sum
  }

  /// The encoding of a page in which a sign takes two bytes; nil where it takes one.
  private var wide: String.Encoding? {
    switch self {
    case .page932: .shiftJIS
    // GB 18030, of which the page is the older part.
    case .page936: String.Encoding(rawValue: 0x8000_0632)
    default: nil
    }
  }

  private var upperHalf: [Unicode.Scalar] {
    switch self {
    case .page850: CodePage.upper850
    case .page852: CodePage.upper852
    case .page866: CodePage.upper866
    case .page1252: CodePage.upper1252
    case .page437, .page932, .page936: CodePage.upper437
    }
  }

  private static let upper437 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)

  private static let upper850 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars
  )

  private static let upper852 = Array(
    ("ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
      + "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}").unicodeScalars
  )

  private static let upper866 = Array(
    ("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}").unicodeScalars)

  private static let upper1252 = (0x80...0xFF).map {
    Windows1252.sign(of: UInt8($0)) ?? "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { properties.isAlphabetic }

  /// The writing that a letter is of, as far as the pages tell them apart.
  fileprivate enum Script {
    case latin, cyrillic, eastern, halfWidth, other
  }

  fileprivate var script: Script {
    switch value {
    case 0..<0x80: .latin
    case 0xC0...0x24F: isLetter ? .latin : .other
    case 0x400...0x4FF: .cyrillic
    case 0x3005, 0x3040...0x30FF, 0x4E00...0x9FFF: .eastern
    case 0xFF61...0xFF9F: .halfWidth
    default: .other
    }
  }
}
