import Testing

@testable import Reports

@Suite("The colours of pages")
struct PaletteTests {
  @Test(
    "contrast is computed as WCAG 2.1 has it",
    arguments: [
      (0x000000, 0xFFFFFF, 21.0), (0x767676, 0xFFFFFF, 4.54), (0xFFFFFF, 0xFFFFFF, 1),
      (0x0000FF, 0xFFFFFF, 8.59), (0xFF0000, 0x000000, 5.25),
    ] as [(UInt32, UInt32, Double)])
  func contrast(_ one: UInt32, _ other: UInt32, _ ratio: Double) {
    #expect(abs(Palette.contrast(one, other) - ratio) < 0.005)
    #expect(Palette.contrast(one, other) == Palette.contrast(other, one))
  }

  @Test("everything declared has the contrast it needs, by day and by night")
  func pairs() throws {
    for pair in Palette.pairs {
      let front = try #require(Palette.colours.first { $0.name == pair.front })
      let back = try #require(Palette.colours.first { $0.name == pair.back })
      #expect(
        Palette.contrast(front.light, back.light) >= pair.use.rawValue,
        "\(pair.front) on \(pair.back), light")
      #expect(
        Palette.contrast(front.dark, back.dark) >= pair.use.rawValue,
        "\(pair.front) on \(pair.back), dark")
    }
  }

  @Test("the style sheet uses declared colours alone, and asks for nothing")
  func styleSheet() {
    let names = Set(Palette.colours.map(\.name)).union(["front", "back"])
    for use in Stylesheet.text.split(separator: "var(--").dropFirst() {
      #expect(names.contains(String(use.prefix { $0 != ")" })))
    }
    // Outside the two lists of declarations there is no colour by itself.
    let rules = Stylesheet.text.replacing(Palette.declarations(isDark: false), with: "")
      .replacing(Palette.declarations(isDark: true), with: "")
    for sign in ["#", "rgb(", "url(", "@import", "<", "&"] { #expect(!rules.contains(sign)) }
    #expect(rules.count(where: { $0 == "{" }) == rules.count(where: { $0 == "}" }))
  }
}
