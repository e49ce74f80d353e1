import Numerics

/// The colours of every page, each for light and for dark paper.
///
/// What is written or drawn on what is declared in ``pairs``, with the contrast that WCAG 2.1 AA
/// asks for; the tests compute it.
enum Palette {
  /// A colour as a page knows it, `var(--name)`.
  struct Colour: Sendable {
    let name: String
    let light: UInt32
    let dark: UInt32
  }

  /// Something in one colour on another.
  struct Pair: Sendable {
    enum Use: Double, Sendable {
      case text = 4.5
      case graphics = 3
    }

    let front: String
    let back: String
    let use: Use
  }

  static let colours = [
    Colour(name: "paper", light: 0xF6F7F9, dark: 0x12151A),
    Colour(name: "card", light: 0xFFFFFF, dark: 0x1B2027),
    Colour(name: "ink", light: 0x1B1F24, dark: 0xE7EAEE),
    Colour(name: "soft", light: 0x525C67, dark: 0xA9B3BF),
    Colour(name: "line", light: 0xD5DAE0, dark: 0x353D48),
    Colour(name: "edge", light: 0x6B7683, dark: 0x8792A0),
    Colour(name: "accent", light: 0x0B5CAD, dark: 0x79B8FF),
    Colour(name: "right", light: 0x0F5F2B, dark: 0x82DE9A),
    Colour(name: "right-back", light: 0xDDF4E2, dark: 0x12341F),
    Colour(name: "follows", light: 0x085471, dark: 0x82D3EF),
    Colour(name: "follows-back", light: 0xDBF0F8, dark: 0x0E323F),
    Colour(name: "partly", light: 0x6E4500, dark: 0xF4C76B),
    Colour(name: "partly-back", light: 0xFFF0CC, dark: 0x3A2C0C),
    Colour(name: "wrong", light: 0x9B111D, dark: 0xFFA3A3),
    Colour(name: "wrong-back", light: 0xFDE4E4, dark: 0x431A1C),
    Colour(name: "open", light: 0x4B545E, dark: 0xB3BCC7),
    Colour(name: "open-back", light: 0xE9ECEF, dark: 0x2A3038),
    Colour(name: "share-0", light: 0xFFFFFF, dark: 0x1B2027),
    Colour(name: "share-1", light: 0xE3EEF9, dark: 0x1D2C3D),
    Colour(name: "share-2", light: 0xC5DDF3, dark: 0x213A56),
    Colour(name: "share-3", light: 0xA3C8EB, dark: 0x274A70),
    Colour(name: "share-4", light: 0x80B1E2, dark: 0x2D5A8A),
  ]

  static let pairs: [Pair] =
    ["paper", "card"].flatMap { back in
      ["ink", "soft", "accent", "wrong"].map { Pair(front: $0, back: back, use: .text) }
    }
    + ["right", "follows", "partly", "wrong", "open"].flatMap { name in
      [
        Pair(front: name, back: "\(name)-back", use: .text),
        Pair(front: "ink", back: "\(name)-back", use: .text),
        Pair(front: name, back: "card", use: .graphics),
      ]
    }
    + (0...4).map { Pair(front: "ink", back: "share-\($0)", use: .text) }
    + [
      Pair(front: "accent", back: "card", use: .graphics),
      Pair(front: "edge", back: "card", use: .graphics),
    ]

  /// The colours as declarations of a style sheet.
  static func declarations(isDark: Bool) -> String {
    colours.map { colour in
      let digits = String(isDark ? colour.dark : colour.light, radix: 16)
      return "--\(colour.name):#\(String(repeating: "0", count: 6 - digits.count))\(digits)"
    }.joined(separator: ";")
  }

  // MARK: - Contrast

  /// (L₁ + 0.05) / (L₂ + 0.05) of the relative luminances, the lighter above; WCAG 2.1, 1.4.3.
  static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: UInt32) -> Double {
    func linear(_ shift: UInt32) -> Double {
      let value = Double(colour >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
