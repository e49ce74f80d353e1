import Answers
import Exercises
import Formulas
import LocatedJSON

/// Which answers of a sheet are for what, before any of them is read.
struct AnswerPlan {
  /// What was written for one step or choice.
  struct Written {
    var answer: Answer?
    /// How else its lines, or others, may be meant.
    var guess: Guess?
    var isRepeated = false
    /// Whether its name is spelled otherwise than the exercise does.
    var isMeant = false
  }

  /// One entry of a value, written by itself.
  struct Entry {
    let places: [Int]
    let answer: Answer
  }

  enum Line {
    case answers(AnswerFrame.Target, Written)
    case entries(AnswerFrame.Target, [Entry])
    case unknown(String)
  }

  /// The most names that are looked up in other spellings; a file of rubbish would have more.
  private static let mostNames = 1000

  /// In the order of the sheet.
  private(set) var lines: [Line] = []

  init(_ submission: Submission, _ frame: AnswerFrame) {
    let answers = submission.answers.filter { !$0.range.isEmpty }
    let repeated = RepeatedNames(answers)
    var unknown: [Answer] = []
    var guesses = submission.guesses
    lines.reserveCapacity(answers.count)
    for (place, answer) in answers.enumerated() where repeated.isLast(place, answer.name) {
      let isRepeated = repeated.contains(answer.name)
      guard let target = frame.target(named: answer.name, at: place) else {
        // Entries one by one have names of their own, and so have several unknown ones.
        unknown.append(answer)
        lines.append(.unknown(answer.name))
        continue
      }
      var written = Written(answer: answer, isRepeated: isRepeated)
      if let index = guesses.firstIndex(where: { $0.answer.nameRange == answer.nameRange }) {
        written.guess = guesses.remove(at: index)
      }
      lines.append(.answers(target, written))
    }
    if unknown.count + guesses.count > AnswerPlan.mostNames { return }
    if !unknown.isEmpty || !guesses.isEmpty {
      resolve(unknown, guesses, submission, frame)
    }
  }

  // MARK: Names that are spelled otherwise

  private mutating func resolve(
    _ unknown: [Answer], _ guesses: [Guess], _ submission: Submission, _ frame: AnswerFrame
  ) {
    let names = frame.names
    var taken: Set<AnswerFrame.Target> = []
    for case .answers(let target, _) in lines { taken.insert(target) }
    func meant(_ name: String) -> AnswerFrame.Target? {
      frame.target(named: name) ?? names.name(meantBy: name).flatMap { frame.target(named: $0) }
    }
    var guesses = guesses
    var entries: [(target: AnswerFrame.Target, entry: Entry)] = []
    var rest: [Line] = []
    var pending = unknown[...]
    for line in lines {
      guard case .unknown = line, let unclear = pending.popFirst() else {
        rest.append(line)
        continue
      }
      var answer = unclear
      if meant(unclear.name) == nil, let inner = AnswerPlan.inner(of: unclear, submission),
        meant(inner.name) != nil
      {
        answer = inner
      }
      if let target = meant(answer.name), !taken.contains(target) {
        taken.insert(target)
        var written = Written(answer: answer, isMeant: frame.target(named: answer.name) == nil)
        if let index = guesses.firstIndex(where: { $0.answer.nameRange == answer.nameRange }) {
          written.guess = guesses.remove(at: index)
        }
        rest.append(.answers(target, written))
      } else if let (target, places) = AnswerPlan.entry(answer.name, frame, meant),
        !taken.contains(target)
      {
        let own = guesses.firstIndex { $0.answer.nameRange == answer.nameRange }
        let part = own.map { guesses.remove(at: $0).answer } ?? answer
        entries.append((target, Entry(places: places, answer: part)))
        rest.append(.entries(target, []))
      } else {
        rest.append(line)
      }
    }
    for guess in guesses {
      guard let target = meant(guess.answer.name) else {
        if let (target, places) = AnswerPlan.entry(guess.answer.name, frame, meant),
          !taken.contains(target), !guess.isUntitled
        {
          entries.append((target, Entry(places: places, answer: guess.answer)))
          rest.append(.entries(target, []))
        }
        continue
      }
      guard !taken.contains(target), frame.reader(of: target) != nil else { continue }
      taken.insert(target)
      rest.append(
        .answers(
          target, Written(guess: guess, isMeant: frame.target(named: guess.answer.name) == nil)))
    }
    var told: Set<AnswerFrame.Target> = []
    lines = rest.compactMap { line in
      guard case .entries(let target, _) = line else { return line }
      guard told.insert(target).inserted else { return nil }
      return .entries(target, entries.filter { $0.target == target }.map { $0.entry })
    }
  }

  /// The entry that a name says, and of what.
  private static func entry(
    _ name: String, _ frame: AnswerFrame, _ meant: (String) -> AnswerFrame.Target?
  ) -> (AnswerFrame.Target, [Int])? {
    for entry in EntryOfValue.all(of: name) {
      guard let target = meant(entry.stem), let (shape, _) = frame.reader(of: target),
        shape.rank > 0
      else { continue }
      var places = entry.places
      // Two digits close together are row and column.
      if shape.rank == 2, places.count == 1, places[0] > 10, shape.rows < 10, shape.columns < 10 {
        places = [places[0] / 10, places[0] % 10]
      }
      if places.count <= shape.rank { return (target, places) }
    }
    return nil
  }

  /// The answer within another, as in `Step 3: a1 = [0.5, 0.6]`.
  private static func inner(of answer: Answer, _ submission: Submission) -> Answer? {
    guard answer.decoded == nil, !answer.isBlock else { return nil }
    let bytes = submission.source.bytes
    guard let sign = bytes[answer.range].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = (answer.range.lowerBound..<sign).trimmed(in: bytes)
    let value = (sign + 1..<answer.range.upperBound).trimmed(in: bytes)
    guard !name.isEmpty, !value.isEmpty else { return nil }
    return Answer(
      name: Formula.canonicalName(submission.source.spelling(of: name)), range: value,
      nameRange: name)
  }
}

/// The names that stand more than once in a sheet, with the place of the last.
private struct RepeatedNames {
  private var last: [String: Int] = [:]

  init(_ answers: [Answer]) {
    // Nearly all sheets have few answers, and none twice: then no name need be hashed.
    if answers.count <= 32, RepeatedNames.areDistinct(answers) { return }
    var seen: [String: Int] = [:]
    for (place, answer) in answers.enumerated()
    where seen.updateValue(place, forKey: answer.name) != nil {
      last[answer.name] = place
    }
  }

  private static func areDistinct(_ answers: [Answer]) -> Bool {
    answers.indices.allSatisfy { later in
      answers[..<later].allSatisfy { $0.name != answers[later].name }
    }
  }

  func contains(_ name: String) -> Bool { !last.isEmpty && last[name] != nil }

  /// Whether no later answer has the name.
  func isLast(_ place: Int, _ name: String) -> Bool {
    last.isEmpty || last[name].map { $0 == place } ?? true
  }
}
