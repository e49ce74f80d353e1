extension Mathematics {
  /// A style of letters that carries meaning.
  enum Lettering: Equatable, Sendable {
    case upright, italic, bold, calligraphic, blackboard, fraktur, sansSerif, typewriter

    /// The lettering that a command asks for.
    static let commands: [String: Lettering] = [
      "mathrm": .upright, "mathnormal": .italic, "mathit": .italic, "mathbf": .bold,
      "boldsymbol": .bold, "bm": .bold, "mathcal": .calligraphic, "mathscr": .calligraphic,
      "mathbb": .blackboard, "mathfrak": .fraktur, "mathsf": .sansSerif, "mathtt": .typewriter,
    ]

    /// The text in these letters, where Unicode has them and plain ones would lose a distinction.
    func applied(to text: String) -> String {
      guard let alphabet else { return text }
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { result.append(alphabet.letter(for: scalar)) }
      return String(result)
    }

    private var alphabet: Alphabet? {
      switch self {
      case .upright, .italic, .sansSerif, .typewriter: nil
      case .bold: .bold
      case .calligraphic: .calligraphic
      case .blackboard: .blackboard
      case .fraktur: .fraktur
      }
    }
  }

  /// Where Unicode keeps the letters of one style.
  private struct Alphabet {
    let capitals: UInt32
    let smalls: UInt32?
    let digits: UInt32?
    var greekCapitals: UInt32?
    var greekSmalls: UInt32?
    /// Letters that were in Unicode before the others and stand elsewhere.
    var exceptions: [Unicode.Scalar: Unicode.Scalar] = [:]

    static let bold = Alphabet(
      capitals: 0x1D400, smalls: 0x1D41A, digits: 0x1D7CE,
      greekCapitals: 0x1D6A8, greekSmalls: 0x1D6C2)
    static let calligraphic = Alphabet(
      capitals: 0x1D49C, smalls: nil, digits: nil,
      exceptions: [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
      ])
    static let blackboard = Alphabet(
      capitals: 0x1D538, smalls: 0x1D552, digits: 0x1D7D8,
      exceptions: [
        "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
      ])
    static let fraktur = Alphabet(
      capitals: 0x1D504, smalls: 0x1D51E, digits: nil,
      exceptions: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"])

    func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar {
      if let exception = exceptions[scalar] { return exception }
      let ranges: [(ClosedRange<Unicode.Scalar>, UInt32?)] = [
        ("A"..."Z", capitals), ("a"..."z", smalls), ("0"..."9", digits),
        ("Α"..."Ω", greekCapitals), ("α"..."ω", greekSmalls),
      ]
      for case (let range, let start?) in ranges where range.contains(scalar) {
        return Unicode.Scalar(start + scalar.value - range.lowerBound.value) ?? scalar
      }
      return scalar
    }
  }
}
