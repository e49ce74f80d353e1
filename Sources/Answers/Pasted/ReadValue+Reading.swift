import Formulas
import LocatedJSON

extension ReadValue {
  /// Reads an answer as a value of some shape, also where it is not written as a sheet has it.
  ///
  /// Where it can be read in another shape only, that is what comes back.
  /// - Parameter mayBe: Whether a value can be meant at all, besides its shape.
  /// - Throws: What cannot be read, with its place; where two readings are possible, both of them.
  package static func read(
    _ answer: Answer, of submission: Submission, as shape: Shape,
    where mayBe: (TypedValue) -> Bool = { _ in true }
  ) throws(AnswerFault) -> ReadValue {
    // Nearly all answers are numbers or lists of numbers, in the shape that is asked for.
    let plain = ValueScanner.value(of: answer, submission)
    if let plain, plain.fitted(to: shape) != nil { return ReadValue(plain) }
    if answer.isJSONValue, let plain { return ReadValue(plain) }
    let text = submission.text(of: answer)
    if plain == nil, ReadValue.isArithmetic(text),
      let value = try? TypedValue.readArithmetic(answer, of: submission),
      value.fitted(to: shape) != nil
    {
      return ReadValue(value)
    }
    let outcome = withoutActuallyEscaping(mayBe) { PastedReader(shape, where: $0).read(text) }
    switch outcome {
    case .value(let value):
      if plain != nil, value.kinds.contains(.decimalComma), !CommaRuns.tellDecimals(text) {
        let entries = CommaRuns.withBlanks(text)
        throw AnswerFault(.twoReadings(text, entries, value.canonical), at: answer.range.lowerBound)
      }
      return value
    case .ambiguous(let one, let other):
      throw AnswerFault(.twoReadings(text, one, other), at: answer.range.lowerBound)
    case .none(let misfit):
      if let plain { return ReadValue(plain) }
      do {
        return ReadValue(try TypedValue.readArithmetic(answer, of: submission))
      } catch {
        if let misfit { return misfit }
        throw error
      }
    }
  }

  /// Whether a text is arithmetic that has one reading: a minus behind a blank may begin an entry.
  private static func isArithmetic(_ text: String) -> Bool {
    var before: UInt8 = 0
    var isBehindBlank = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), 0x20:
        break
      default: return false
      }
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      let isSign = before == UInt8(ascii: "-") || before == UInt8(ascii: "+")
      if isSign, isBehindBlank, isDigit || byte == UInt8(ascii: ".") { return false }
      if byte == UInt8(ascii: "*"), before == byte { return false }
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { isBehindBlank = before == 0x20 }
      before = byte
    }
    return true
  }
}

extension ValueScanner {
  /// The value of an answer that is nothing but plain numbers.
  static func value(of answer: Answer, _ submission: Submission) -> TypedValue? {
    if let decoded = answer.decoded {
      return Array(decoded.utf8).withUnsafeBufferPointer { ValueScanner.value($0, 0..<$0.count) }
    }
    return submission.source.bytes.withUnsafeBufferPointer {
      ValueScanner.value($0, answer.range)
    }
  }
}

extension Message {
  /// What is said where an answer means one value or another.
  package static func twoReadings(_ text: String, _ one: String, _ other: String) -> Message {
    """
    \(Quotation(text)) can be read in two ways, as \(visible: Quotation.shortened(one)) and as \
    \(visible: Quotation.shortened(other)); write it so that only one is left
    """
  }

  /// How an answer was taken that is not written as a sheet has it.
  package static func taken(_ name: String, _ value: ReadValue, _ kinds: [PastedKind]) -> Message {
    let words = kinds.map { $0.words }.joined(separator: "; ")
    let reading: Message =
      value.canonical.isEmpty
      ? "" : " is read as \(visible: Quotation.shortened(value.canonical))"
    return "\(name: name)\(reading): \(words)."
  }
}
