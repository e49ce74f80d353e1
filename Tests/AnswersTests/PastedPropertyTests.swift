import Formulas
import Numerics
import TestSupport
import Testing

@testable import Answers

@Suite("Pasted values, written at random")
struct PastedPropertyTests {
  private static let seed: UInt64 = 20_240_907

  /// What comes of an answer that is written so, in a sheet and by itself.
  private static func read(_ text: String, _ shape: Shape) throws -> Result<TypedValue, any Error> {
    let submission = try Submission(answers: "a = \(text)")
    let guess = submission.guesses.last { $0.extends }
    let answers = [guess?.answer, submission.answers.first].compactMap { $0 }
    var outcome: Result<TypedValue, any Error> = .failure(AnswerFault("nothing", at: nil))
    for answer in answers {
      outcome = Result { try ReadValue.read(answer, of: submission, as: shape).value }
      if case .success(let value) = outcome, value.fitted(to: shape) != nil { break }
    }
    return outcome
  }

  @Test("Every way of writing is read as exactly its numbers, with the last digits typed")
  func writings() throws {
    var random = SplitMix64(seed: Self.seed)
    for round in 0..<60 {
      let tensor = PastedTensor(&random)
      for writing in PastedWriting.all {
        guard let text = writing.write(tensor) else { continue }
        let value = try? Self.read(text, tensor.shape).get().fitted(to: tensor.shape)
        guard let value else {
          // Decimals of three digits may be thousands, and a list of few digits one of whole numbers:
          // then nothing is taken.
          let isUnclear = text.contains(",") && !text.contains(".")
          let mayBeWhole = text.hasPrefix("[") && !CommaRuns.tellDecimals(text)
          let isFair = isUnclear && (tensor.mayBeThousands || mayBeWhole)
          #expect(isFair, "\(writing.name), round \(round): \(text)")
          continue
        }
        #expect(value.tensor.entries == tensor.numbers, "\(writing.name), round \(round): \(text)")
        #expect(value.lastDigits == tensor.lastDigits, "\(writing.name), round \(round): \(text)")
      }
    }
  }

  @Test("Powers of ten shift every number and its last digit")
  func powers() throws {
    var random = SplitMix64(seed: Self.seed + 1)
    for round in 0..<60 {
      let tensor = PastedTensor(&random)
      for (writing, power) in PastedWriting.powers {
        guard let text = writing.write(tensor) else { continue }
        guard let value = try? Self.read(text, tensor.shape).get().fitted(to: tensor.shape) else {
          Issue.record("\(writing.name), round \(round): \(text) was not read")
          continue
        }
        let numbers = tensor.spellings.map { Double("\($0)e\(power)") ?? .nan }
        #expect(value.tensor.entries == numbers, "\(writing.name), round \(round): \(text)")
        #expect(
          value.lastDigits == tensor.lastDigits.map { $0 + power },
          "\(writing.name), round \(round): \(text)")
      }
    }
  }

  @Test("A form that is read in another shape has numbers of the text, in their order")
  func otherShapes() throws {
    var random = SplitMix64(seed: Self.seed + 2)
    let shapes: [Shape] = [.scalar, .vector(1), .vector(2), .vector(3), .vector(4), .matrix(2, 2)]
    for _ in 0..<25 {
      let tensor = PastedTensor(&random)
      for writing in PastedWriting.all {
        guard let text = writing.write(tensor) else { continue }
        for shape in shapes where shape != tensor.shape {
          guard case .value(let value) = PastedReader(shape, where: { _ in true }).read(text) else {
            continue
          }
          #expect(value.canonical.digitsStand(in: text), "\(text) as \(value.canonical)")
        }
      }
    }
  }

  @Test("Mutated forms are read as digits that stand in them, or not at all, and in no time")
  func mutations() throws {
    var random = SplitMix64(seed: Self.seed + 3)
    let signs = Array("0123456789.,;:-+*/^[](){}&|\\$=≈~ \n\teExT'`_#%<>½²·×−\u{301}\u{0}abc")
    let begin = ContinuousClock.now
    for _ in 0..<1200 {
      let tensor = PastedTensor(&random)
      let all = PastedWriting.all + PastedWriting.powers.map(\.0)
      let writing = all[Int(random.next() % UInt64(all.count))]
      guard var text = writing.write(tensor).map(Array.init) else { continue }
      for _ in 0...Int(random.next() % 4) where !text.isEmpty {
        let place = Int(random.next() % UInt64(text.count))
        switch random.next() % 4 {
        case 0: text.remove(at: place)
        case 1: text.insert(signs[Int(random.next() % UInt64(signs.count))], at: place)
        case 2: text[place] = signs[Int(random.next() % UInt64(signs.count))]
        default: text.swapAt(place, Int(random.next() % UInt64(text.count)))
        }
      }
      let mutated = String(text)
      let submission = try? Submission(answers: "a = \(mutated)\nL = 1")
      _ = submission.map { sheet in
        sheet.answers.map { try? ReadValue.read($0, of: sheet, as: tensor.shape) }
      }
      let outcome = PastedReader(tensor.shape, where: { _ in true }).read(mutated)
      guard case .value(let value) = outcome, !value.kinds.contains(.scale) else { continue }
      #expect(
        value.canonical.digitsStand(in: mutated), "\(mutated) was read as \(value.canonical)")
    }
    #expect(ContinuousClock.now - begin < .seconds(120))
  }

  @Test("Texts without end are refused, or read, in no time")
  func endless() {
    let begin = ContinuousClock.now
    for unit in [
      "[", "(", "{", "0,", "0, ", "1 ", "-", "\\frac{", "\\begin{bmatrix}", "array(", "=", "1\n",
      "$", "_", "|", "`", "[1,] ", "minus ",
    ] {
      let text = String(repeating: unit, count: 5000)
      for shape in [Shape.scalar, .vector(2)] {
        _ = PastedReader(shape, where: { _ in true }).read(text)
      }
      _ = NameTable(["a1"]).name(meantBy: text)
      _ = EntryOfValue.all(of: text)
      _ = try? Submission(answers: text)
    }
    #expect(ContinuousClock.now - begin < .seconds(120))
  }
}

extension PastedTensor {
  /// Whether commas for points would leave every number one that may have thousands.
  fileprivate var mayBeThousands: Bool {
    spellings.allSatisfy { spelling in
      let parts = spelling.drop { $0 == "-" }.split(separator: ".")
      return parts[0].first != "0" && parts[1].count == 3
    }
  }
}

extension String {
  /// Whether the digits of a value stand in a text, in their order.
  fileprivate func digitsStand(in text: String) -> Bool {
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9",
    ]
    var rest = text.map { raised[$0] ?? $0 }[...]
    for digit in self.map({ raised[$0] ?? $0 }) where digit.isNumber {
      guard let place = rest.firstIndex(of: digit) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
