/// The encodings of names in archives that declare none: those of the computers they were made on.
enum CodePage: CaseIterable, Sendable {
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

  /// What names in this page are called.
  var number: Int {
    switch self {
    case .page437: 437
    case .page850: 850
    case .page852: 852
    case .page866: 866
    case .page1252: 1252
    }
  }

  func text(_ bytes: some Sequence<UInt8>) -> String {
    String(String.UnicodeScalarView(bytes.map(scalar)))
  }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
  }

  /// How little a text looks like people's names: signs among the letters, capitals behind small
  /// letters, letters of two alphabets side by side, several letters with accents in a row.
  private func strangeness(of bytes: some Collection<UInt8>) -> Int {
    var (sum, before) = (0, Unicode.Scalar(0x20 as UInt8))
    for byte in bytes {
      let scalar = scalar(byte)
      defer { before = scalar }
      let isCyrillic = (0x400...0x4FF).contains(scalar.value)
      let followsCyrillic = (0x400...0x4FF).contains(before.value)
      if isCyrillic != followsCyrillic, scalar.isLetter, before.isLetter { sum += 2 }
      guard byte >= 0x80 else { continue }
      let isLatin = (0xC0...0x24F).contains(scalar.value) && scalar.isLetter
      if !isLatin, !isCyrillic { sum += 4 }
      if scalar.properties.isUppercase, before.properties.isLowercase { sum += 1 }
      if isLatin, before.value >= 0x80 { sum += 1 }
    }
    return sum
  }

  private var upperHalf: [Unicode.Scalar] {
    switch self {
    case .page437: CodePage.upper437
    case .page850: CodePage.upper850
    case .page852: CodePage.upper852
    case .page866: CodePage.upper866
    case .page1252: CodePage.upper1252
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

  private static let upper1252 = Array(
    ("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ").unicodeScalars)
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { properties.isAlphabetic }
}
