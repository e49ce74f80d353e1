import Testing

@testable import LocatedJSON

/// A small generator with a fixed sequence, so that a failing case can be run again.
private struct RepeatableGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("JSON fuzzing")
struct JSONFuzzTests {
  private static let seed: UInt64 = 20_260_801

  @Test("Random bytes give a value or a problem inside the text")
  func randomBytes() {
    var random = RepeatableGenerator(state: Self.seed)
    for round in 0..<10_000 {
      let length = Int.random(in: 0...40, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectValueOrProblem(bytes, "seed \(Self.seed), round \(round)")
    }
  }

  @Test("Random pieces of JSON give a value or a problem inside the text")
  func randomTokens() {
    let tokens = [
      "[", "]", "{", "}", ",", ":", "\"", "\"a\"", "\\u12", "\\ud800", "\\", "1", "-", "0.5", "1e",
      "+", ".", "true", "nul", "é", "\n", " ", "/", "//", "'", "\u{0}", "\u{FEFF}", "−", "NaN",
    ]
    var random = RepeatableGenerator(state: Self.seed)
    for round in 0..<10_000 {
      let length = Int.random(in: 0...12, using: &random)
      let text = (0..<length).map { _ in tokens[Int.random(in: tokens.indices, using: &random)] }
      expectValueOrProblem(Array(text.joined().utf8), "seed \(Self.seed), round \(round)")
    }
  }

  @Test("A damaged document gives a value or a problem inside the text")
  func mutations() {
    let document = """
      {"exercise": "16.2", "statement": "δ \\u00e9 \\ud83d\\ude00 \\n", "answers": {
        "W1": [[1, -1], [-1e-3, 0.25]], "deep": [[[[{"a": [null, true, false]}]]]] } }
      """
    var random = RepeatableGenerator(state: Self.seed)
    for round in 0..<10_000 {
      var bytes = Array(document.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
        default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0...20, using: &random)))
        }
      }
      expectValueOrProblem(bytes, "seed \(Self.seed), round \(round)")
    }
  }

  @Test("What is written reads back as the same value, in both layouts")
  func roundTrip() throws {
    var random = RepeatableGenerator(state: Self.seed)
    for round in 0..<3000 {
      let tree = randomTree(depth: 4, using: &random)
      for layout in [JSONWriter.Layout.compact, .indented] {
        let source = SourceText(name: "test.json", bytes: tree.written(layout))
        let readBack = Tree(try JSONText.parse(source))
        #expect(readBack == tree, "seed \(Self.seed), round \(round)")
      }
    }
  }

  private func expectValueOrProblem(_ bytes: [UInt8], _ label: String) {
    let source = SourceText(name: "test.json", bytes: bytes)
    do throws(Problem) {
      let tree = Tree(try JSONText.parse(source))
      let again = try JSONText.parse(SourceText(name: "again", bytes: tree.written(.compact)))
      #expect(Tree(again) == tree, "\(label)")
    } catch {
      #expect(error.file == "test.json", "\(label)")
      #expect(error.position <= source.position(at: bytes.count), "\(label)")
      #expect(!error.message.isEmpty, "\(label)")
      #expect(error.excerpt.caret <= error.excerpt.text.unicodeScalars.count, "\(label)")
    }
  }

  private func randomTree(depth: Int, using random: inout RepeatableGenerator) -> Tree {
    switch Int.random(in: depth > 0 ? 0...7 : 0...5, using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .number(Double(Int.random(in: -1000...1000, using: &random)))
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : 0)
    case 4: return .number(Double.random(in: -1...1, using: &random))
    case 5: return .string(randomText(using: &random))
    case 6:
      let count = Int.random(in: 0...4, using: &random)
      return .array((0..<count).map { _ in randomTree(depth: depth - 1, using: &random) })
    default:
      let count = Int.random(in: 0...20, using: &random)
      return .object(
        (0..<count).map { index in
          let name = "\(index)" + randomText(using: &random)
          return Tree.Entry(name: name, value: randomTree(depth: depth - 1, using: &random))
        })
    }
  }

  private func randomText(using random: inout RepeatableGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let highest: UInt32 = [0x7F, 0x2FF, 0x2070, 0x10FFFF][Int.random(in: 0...3, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &random)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
