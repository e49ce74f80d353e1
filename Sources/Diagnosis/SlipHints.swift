import Answers
import Exercises
import Formulas

/// Hints to the slip behind a wrong answer: where to look, then what kind of slip it is.
///
/// They name no number and no formula; the words of the diagnosis itself, which say more, come after
/// them.
package struct SlipHints {
  package let messages: [Message]

  /// - Parameter step: The step that was answered; nil where it asks for no value.
  package init(_ diagnosis: Explanation, to step: ValueStep?, in exercise: Exercise) {
    if !diagnosis.alternatives.isEmpty {
      messages = SlipHints.severalFit([diagnosis] + diagnosis.alternatives, step, exercise)
      return
    }
    let kinds = diagnosis.edits.compactMap { SlipHints.kind($0) }
    // A convention of the whole sheet is in no place.
    if diagnosis.kind == .mutation, kinds.isEmpty {
      messages = []
      return
    }
    let place = step.flatMap { SlipHints.place(diagnosis, $0, exercise) }
    messages =
      [place, kinds.isEmpty ? nil : .kinds(kinds)].compactMap { $0 }
  }

  /// What reasons that the numbers cannot tell apart have in common.
  private static func severalFit(
    _ reasons: [Explanation], _ step: ValueStep?, _ exercise: Exercise
  ) -> [Message] {
    let places = reasons.map { reason in step.flatMap { place(reason, $0, exercise) } }
    let isOnePlace = places.allSatisfy { $0 == places[0] }
    let kinds = reasons.map { $0.edits.compactMap { kind($0) } }
    var messages = [(isOnePlace ? places[0] : nil) ?? .severalFit]
    if kinds.allSatisfy({ $0.count == 1 }) {
      messages.append(.either(kinds.map { $0[0].message }.withoutRepeats))
    }
    return messages
  }

  // MARK: Where

  private static func place(
    _ diagnosis: Explanation, _ step: ValueStep, _ exercise: Exercise
  ) -> Message? {
    if let earlier = diagnosis.step { return .earlier(earlier, step.name) }
    guard let edited = diagnosis.formula.flatMap({ try? Formula($0) }),
      let right = exercise.program.formula(of: step.slot)
    else { return nil }
    let area = Area(of: edited.expression, insteadOf: right.expression, exercise)
    return .look(at: area.words, in: exercise.namedEquation(of: step.slot))
  }

  // MARK: What kind

  /// What an edit or a slip is; nil for an id of something else.
  private static func kind(_ id: String) -> Clause? {
    if let kind = EditKind(rawValue: id) { return words(of: kind) }
    switch id {
    case SignSlip.id: return "a sign is wrong"
    case TransposedSlip.id: return "rows and columns are exchanged"
    case SwappedEntriesSlip.id: return "two entries stand in each other's place"
    case SwappedDigitsSlip.id, OffsetSlip.id: return "a digit was changed on its way to the page"
    case PowerOfTenSlip.id: return "the decimal point is in the wrong place"
    case FactorSlip.id: return "everything is too large or too small by the same factor"
    case RoundedEarlySlip.id: return "only the rounding is to blame"
    default: return nil
    }
  }

  private static func words(of kind: EditKind) -> Clause {
    switch kind {
    case .dropTerm: "something is missing that is to be added"
    case .dropFactor: "a factor is missing"
    case .dropFunction: "a function was not applied"
    case .dropTranspose, .addTranspose: "a matrix is the other way round"
    case .dropPower: "a power is missing"
    case .flipSign: "a sign is wrong"
    case .swapOperands: "two parts have changed places"
    case .wrongFunction: "one function stands where another belongs"
    case .wrongArgument: "the function is right, but it is taken of the wrong quantity"
    case .wrongName: "one quantity stands where another belongs"
    case .wrongOperation: "the quantities are right, but put together in the wrong way"
    case .extraFactor: "there is a factor too many"
    case .wrongIndex: "one entry stands where another belongs"
    }
  }
}

extension [Message] {
  /// Each message once, in the order of the first.
  var withoutRepeats: [Message] {
    enumerated().filter { firstIndex(of: $0.element) == $0.offset }.map { $0.element }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let severalFit: Message = """
    More than one slip gives just this number, so go through the whole calculation once more, and \
    look at each quantity before you use it.
    """

  fileprivate static func earlier(_ earlier: String, _ name: String) -> Message {
    """
    The last step of the calculation is right. Look at how you came to \(name: earlier), on which \
    \(name: name) rests.
    """
  }

  fileprivate static func look(at area: Message, in equation: String?) -> Message {
    guard let equation else { return "Look at \(area)." }
    let isForward =
      Equation(rawValue: equation).map { $0 == .forwardPass || $0 == .lossDefinition } ?? false
    return "Look at \(area) in \(isForward ? "the " : "")\(name: equation)."
  }

  fileprivate static func either(_ kinds: [Message]) -> Message {
    kinds.count > 1
      ? "One of these: \(kinds.joined(by: "; or "))." : Clause(kinds[0]).sentence
  }

  fileprivate static func kinds(_ kinds: [Clause]) -> Message {
    let different = kinds.map { $0.message }.withoutRepeats
    if different.count > 1 {
      let number = different.count == 2 ? "Two" : "Several"
      return "\(number) things are wrong: \(different.joined(by: ", and "))."
    }
    return kinds[0].sentence
  }
}
