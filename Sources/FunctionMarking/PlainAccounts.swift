import Answers
import Diagnosis
import Numerics

/// What can be told of wrong results by looking at them, whatever the key is: all of them a certain
/// multiple of the right ones, too large by one of the parameters, transposed, in reverse order.
struct PlainAccounts {
  private let run: CodeRun
  private let telling: [Int]

  init(_ run: CodeRun, _ telling: [Int]) {
    self.run = run
    self.telling = telling
  }

  /// What becomes of a right part.
  private struct Change {
    let id: String
    let says: Message
    let apply: @Sendable (FunctionValue, [FunctionValue]) -> FunctionValue?
  }

  var reason: CodeDiagnosis.Reason? {
    let labels = run.task.signature.results.map { $0.label }
    var changes: [Change?] = []
    for part in labels.indices {
      if isRight(part) {
        changes.append(nil)
      } else {
        guard let change = change(of: part) else { return partsAlone(labels) }
        changes.append(change)
      }
    }
    var told: [(labels: [String], says: Message)] = []
    for (label, change) in zip(labels, changes) {
      guard let change else { continue }
      if let known = told.firstIndex(where: { $0.says == change.says }) {
        told[known].labels += label.map { [$0] } ?? []
      } else {
        told.append((label.map { [$0] } ?? [], change.says))
      }
    }
    guard !told.isEmpty else { return nil }
    let sentences = told.map { labels, says -> Message in
      labels.isEmpty ? Clause(says).sentence : "In \(Message.names(labels)) \(says)."
    }
    let task = run.task
    return CodeDiagnosis.Reason(
      says: sentences.joined(by: " "),
      diagnosis: Explanation(kind: .mutation, edits: changes.compactMap { $0?.id }),
      value: { [changes] arguments in
        var evaluator = CodeKey.Evaluator(task.key, task.signature, indexBase: task.indexBase)
        guard case .success(let key) = evaluator.value(of: arguments) else { return nil }
        guard task.signature.isTuple, case .tuple(let parts) = key else {
          return changes[0]?.apply(key, arguments)
        }
        var wrong: [FunctionValue] = []
        for (part, change) in zip(parts, changes) {
          guard let value = change.map({ $0.apply(part, arguments) }) ?? part else { return nil }
          wrong.append(value)
        }
        return .tuple(wrong)
      }, isOneSlip: told.count == 1)
  }

  /// Which parts are right, where the others cannot be told.
  private func partsAlone(_ labels: [String?]) -> CodeDiagnosis.Reason? {
    let names = labels.compactMap { $0 }
    let right = labels.indices.filter(isRight).map { names[$0] }
    guard !right.isEmpty, right.count < names.count else { return nil }
    let wrong = names.filter { !right.contains($0) }
    return CodeDiagnosis.Reason(
      says: """
        \(Message.names(right)) \(right.count == 1 ? "is" : "are") right for every input, so look \
        at what is done for \(Message.names(wrong)) alone.
        """, diagnosis: nil, value: { _ in nil })
  }

  // MARK: Parts

  private func part(_ part: Int, of value: FunctionValue) -> FunctionValue {
    if run.task.signature.isTuple, case .tuple(let parts) = value { return parts[part] }
    return value
  }

  /// What was returned, what is right and what was given, of a part and all inputs.
  private func pairs(_ index: Int) -> [(found: FunctionValue, right: FunctionValue, Int)] {
    telling.compactMap { place in
      run.returned(place).map { found in
        (part(index, of: found), part(index, of: run.cases[place].expected), place)
      }
    }
  }

  private func isSame(_ one: FunctionValue?, _ other: FunctionValue) -> Bool {
    guard let one, one.hasShape(of: other) else { return false }
    return zip(one.numbers, other.numbers).allSatisfy { run.task.tolerance.accepts($0, for: $1) }
  }

  private func isRight(_ index: Int) -> Bool {
    pairs(index).allSatisfy { isSame($0.found, $0.right) }
  }

  private func change(of index: Int) -> Change? {
    let pairs = pairs(index)
    func holds(_ change: Change) -> Bool {
      pairs.allSatisfy { found, right, place in
        change.apply(right, run.cases[place].arguments).map { isSame(found, $0) } == true
      }
    }
    return (changes(pairs) + offsets).first(where: holds)
  }

  private func changes(
    _ pairs: [(found: FunctionValue, right: FunctionValue, Int)]
  ) -> [Change] {
    var changes = [
      Change(
        id: "transposed", says: "rows and columns are exchanged",
        apply: { right, _ in right.turned }
      ),
      Change(id: "reversed", says: "everything is in reverse order") { right, _ in
        if case .array(let items) = right { .array(items.reversed()) } else { nil }
      },
      Change(id: "first-zero", says: "the first entry is always 0") { right, _ in
        guard case .array(var items) = right, !items.isEmpty else { return nil }
        items[0] = items[0].mapped { _ in 0 }
        return .array(items)
      },
      Change(id: "last-zero", says: "the last entry is always 0") { right, _ in
        guard case .array(var items) = right, !items.isEmpty else { return nil }
        items[items.count - 1] = items[items.count - 1].mapped { _ in 0 }
        return .array(items)
      },
      Change(id: "over-count", says: "every number is divided by how many there are") { right, _ in
        right.numbers.isEmpty ? nil : right.mapped { $0 / Double(right.numbers.count) }
      },
      Change(id: "times-count", says: "every number is multiplied by how many there are") {
        right, _ in right.mapped { $0 * Double(right.numbers.count) }
      },
      Change(id: "zero", says: "every number is 0") { right, _ in right.mapped { _ in 0 } },
      Change(id: "absolute", says: "the signs are lost: no number is negative") { right, _ in
        right.mapped { abs($0) }
      },
    ]
    let ratios = pairs.flatMap { pair in zip(pair.found.numbers, pair.right.numbers) }
    let largest = ratios.max { abs($0.1) < abs($1.1) }
    if let (found, right) = largest, right != 0, found != 0 {
      let ratio = PlainAccounts.plain(found / right)
      let words: Message =
        ratio == -1
        ? "the sign of every number is turned"
        : "every number is \(number: ratio) times what it should be"
      changes.append(Change(id: "factor", says: words) { right, _ in right.mapped { ratio * $0 } })
    }
    return changes
  }

  /// A parameter that is a number, added to every entry or taken from it.
  private var offsets: [Change] {
    run.task.signature.parameters.enumerated().filter { $0.element.type == .double }
      .flatMap { place, parameter in
        [(1.0, "large"), (-1.0, "small"), (2, "large, twice"), (-2, "small, twice")].map {
          sign, word in
          Change(
            id: "offset", says: "every number is too \(word), by \(name: parameter.name)"
          ) { right, arguments in
            arguments[place].numbers.first.map { step in right.mapped { $0 + sign * step } }
          }
        }
      }
  }

  /// A ratio without the last digits, which are rounding.
  private static func plain(_ ratio: Double) -> Double {
    guard let exponent = PowerOfTen.exponent(of: ratio) else { return ratio }
    let scale = PowerOfTen.power(8 - exponent)
    return (ratio * scale).rounded() / scale
  }
}

extension FunctionValue {
  /// A list of lists with rows and columns exchanged.
  fileprivate var turned: FunctionValue? {
    guard case .array(let rows) = self, case .array(let first)? = rows.first else { return nil }
    var columns = first.map { _ in [FunctionValue]() }
    for row in rows {
      guard case .array(let items) = row, items.count == columns.count else { return nil }
      for (index, item) in items.enumerated() { columns[index].append(item) }
    }
    return .array(columns.map { .array($0) })
  }

  /// The value with every number changed.
  fileprivate func mapped(_ change: (Double) -> Double) -> FunctionValue {
    switch self {
    case .double(let number): .double(change(number))
    case .int(let number): .double(change(Double(number)))
    case .bool: self
    case .array(let items): .array(items.map { $0.mapped(change) })
    case .tuple(let items): .tuple(items.map { $0.mapped(change) })
    }
  }
}
