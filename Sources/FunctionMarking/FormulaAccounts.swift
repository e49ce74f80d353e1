import Answers
import Diagnosis
import Exercises
import Formulas

/// What was done wrongly in each part of a result, where the key is made of formulas.
///
/// A part is explained by itself: first on one input, to the last digit, then on all others.
struct FormulaAccounts {
  private let run: CodeRun
  private let telling: [Int]
  private let formulas: [Formula]

  /// How many inputs are tried until a formula is found that holds on all.
  private static let mostExemplars = 4

  init(_ run: CodeRun, _ telling: [Int], _ formulas: [Formula]) {
    self.run = run
    self.telling = telling
    self.formulas = formulas
  }

  /// A part with what it was computed by instead.
  private struct Account {
    let label: String?
    let formula: Formula
    let edits: [Mutation.Edit]
    let words: [Message]
    let gists: [Message]
  }

  var reason: CodeDiagnosis.Reason? { partByPart ?? throughShared }

  /// Each part explained by itself.
  private var partByPart: CodeDiagnosis.Reason? {
    var accounts: [Account] = []
    var found = formulas
    for part in formulas.indices where isWrong(part) {
      guard let account = account(of: part) else { return nil }
      accounts.append(account)
      found[part] = account.formula
    }
    guard let first = accounts.first else { return nil }
    let text =
      accounts.count == 1
      ? first.formula.text
      : accounts.map { account in
        account.label.map { "\($0) = \(account.formula.text)" } ?? account.formula.text
      }.joined(separator: ", ")
    return reason(
      says(accounts), first.edits, found, formula: text, gists: first.gists,
      isOneSlip: first.words.count == 1 && accounts.allSatisfy { $0.words == first.words })
  }

  private func reason(
    _ says: Message, _ edits: [Mutation.Edit], _ found: [Formula], formula: String,
    gists: [Message], isOneSlip: Bool
  ) -> CodeDiagnosis.Reason {
    let (signature, base) = (run.task.signature, run.task.indexBase)
    return CodeDiagnosis.Reason(
      says: says,
      diagnosis: Explanation(
        kind: .mutation, edits: edits.map { $0.kind.rawValue }, formula: formula, gists: gists),
      value: { [found] arguments in
        var evaluator = CodeKey.Evaluator(.formulas(found), signature, indexBase: base)
        if case .success(let value) = evaluator.value(of: arguments) { return value }
        return nil
      }, isOneSlip: isOneSlip)
  }

  /// One value got wrong that all parts are computed from.
  private var throughShared: CodeDiagnosis.Reason? {
    guard let wrong = formulas.indices.first(where: isWrong),
      let first = exemplars(of: wrong).first,
      let lifted = LiftedFormulas(
        formulas, run.task.signature, run.cases[first].arguments, indexBase: run.task.indexBase)
    else { return nil }
    let search = FormulaSearch(lifted.exercise)
    var key = FormulaKey(parameters: run.task.signature.parameters, indexBase: run.task.indexBase)
    let own = lifted.slots.compactMap { lifted.exercise.program.formula(of: $0) }
    guard own.count == formulas.count else { return nil }
    for slot in lifted.shared {
      for mutation in search.alternatives(to: slot) {
        let changed = (slot: slot, meaning: mutation.formula.expression)
        let found = own.map { lifted.lowered($0, changed: changed) }
        let holds = ([first] + telling).allSatisfy { index in
          found.indices.allSatisfy { part in
            guard let tensor = try? key.value(of: found[part], run.cases[index].arguments) else {
              return false
            }
            let type = run.task.signature.results[part].type
            return agrees(returned(index, part), FunctionValue(tensor, as: type), part)
          }
        }
        guard holds else { continue }
        let told = told(mutation, search, slot, lifted)
        let clause = Clause(told.words.joined(by: ", and "))
        return reason(
          clause.sentence, told.edits, found,
          formula: found.indices.filter(isWrong).map { found[$0].text }.joined(separator: ", "),
          gists: told.gists, isOneSlip: mutation.edits.count == 1)
      }
    }
    return nil
  }

  // MARK: A part

  private func part(_ part: Int, of value: FunctionValue) -> FunctionValue? {
    if run.task.signature.isTuple, case .tuple(let parts) = value { return parts[part] }
    return value
  }

  private func agrees(_ value: FunctionValue?, _ other: FunctionValue?, _ part: Int) -> Bool {
    guard let value, let other else { return false }
    return ValueDifference(
      value, from: other, type: run.task.signature.results[part].type, run.task.tolerance,
      indexBase: run.task.indexBase) == nil
  }

  private func returned(_ index: Int, _ part: Int) -> FunctionValue? {
    run.returned(index).flatMap { self.part(part, of: $0) }
  }

  private func isWrong(_ part: Int) -> Bool {
    telling.contains {
      !agrees(returned($0, part), self.part(part, of: run.cases[$0].expected), part)
    }
  }

  private func account(of part: Int) -> Account? {
    var key = FormulaKey(parameters: run.task.signature.parameters, indexBase: run.task.indexBase)
    let type = run.task.signature.results[part].type
    for index in exemplars(of: part) {
      guard let value = returned(index, part)?.tensor,
        let lifted = LiftedFormulas(
          formulas, run.task.signature, run.cases[index].arguments, indexBase: run.task.indexBase)
      else { continue }
      let search = FormulaSearch(lifted.exercise)
      let found = search.mutation(explaining: .init(value, of: lifted.slots[part])) { mutation in
        let formula = lifted.lowered(mutation.formula)
        return telling.allSatisfy { index in
          guard let tensor = try? key.value(of: formula, run.cases[index].arguments) else {
            return false
          }
          return agrees(returned(index, part), FunctionValue(tensor, as: type), part)
        }
      }
      guard let found else { continue }
      let told = told(found, search, lifted.slots[part], lifted)
      return Account(
        label: run.task.signature.results[part].label, formula: lifted.lowered(found.formula),
        edits: told.edits, words: told.words, gists: told.gists)
    }
    return nil
  }

  /// The inputs that tell most of a part: of several entries, none of them 0, and no large numbers.
  private func exemplars(of part: Int) -> [Int] {
    func weight(_ index: Int) -> Int {
      let numbers = returned(index, part)?.numbers ?? []
      let given = run.cases[index].arguments.flatMap { $0.numbers }
      return min(numbers.count, 6) + numbers.count { $0 != 0 && abs($0) < 1e3 }
        + (given.allSatisfy { abs($0) <= 20 } ? 10 : 0)
        + 2 * Set(given.filter { $0 != 0 && $0 != 1 && $0 != 0.5 }).count
    }
    let wrong = telling.filter {
      !agrees(returned($0, part), self.part(part, of: run.cases[$0].expected), part)
    }
    let weights = wrong.map(weight)
    let order = wrong.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    return order.prefix(FormulaAccounts.mostExemplars).map { wrong[$0] }
  }

  // MARK: Words

  /// What was done, in the parameters' own names as far as that does not show too much of the key.
  private func told(
    _ mutation: Mutation, _ search: FormulaSearch, _ slot: Program.Slot, _ lifted: LiftedFormulas
  ) -> (edits: [Mutation.Edit], words: [Message], gists: [Message]) {
    guard let formula = lifted.exercise.program.formula(of: slot)?.expression else {
      return (mutation.edits, [], [])
    }
    let edits = mutation.edits.map { lifted.lowered($0) }
    let words = search.words(of: edits, to: lifted.lowered(Formula(formula)).expression)
    let short = search.words(of: mutation.edits, to: formula)
    let isGeneral = zip(words, short).contains { $0.message.showsKey && $1.message.showsKey }
    return (
      edits,
      words.indices.map { index in
        words[index].message.showsKey
          ? short[index].hidingKey(edits[index].kind) : words[index].message
      }, isGeneral ? [] : search.gists(of: mutation.edits, to: formula)
    )
  }

  private func says(_ accounts: [Account]) -> Message {
    var groups: [(labels: [String], words: [Message])] = []
    for account in accounts {
      let labels = account.label.map { [$0] } ?? []
      if let known = groups.firstIndex(where: { $0.words == account.words }) {
        groups[known].labels += labels
      } else {
        groups.append((labels, account.words))
      }
    }
    return groups.map { group -> Message in
      let clause = Clause(group.words.joined(by: ", and "))
      let isAlone = formulas.count == 1
      return isAlone ? clause.sentence : "\(Message.names(group.labels)): \(clause.beginning)."
    }.joined(by: " ")
  }
}

extension Clause {
  /// The statement, without the key of the author's where it shows too much of it.
  func hidingKey(_ kind: EditKind) -> Message {
    message.showsKey ? kind.generalWords : message
  }
}

extension Message {
  /// Whether it shows a long part of the key, or a turn that this takes only to be a formula.
  var showsKey: Bool {
    formulas.contains { text in
      text.count > Message.mostOfKey
        || ["0 ·", "0·", "column", "ones(", "e−300", "e-300", "diag(0"].contains {
          text.pieces(between: $0).count > 1
        }
    }
  }
}

extension Message {
  /// How long a part of the key may be that is shown.
  fileprivate static let mostOfKey = 26
}

extension EditKind {
  /// What was done, without what it was done to.
  fileprivate var generalWords: Message {
    switch self {
    case .dropFactor: "you left out a factor"
    case .dropTerm: "you left out a term"
    case .flipSign: "one sign is the wrong way round"
    case .extraFactor: "there is a factor too many"
    case .wrongName, .wrongArgument: "another value stands in one place"
    case .wrongFunction, .dropFunction: "you applied another function than the one asked for"
    case .addTranspose, .dropTranspose: "rows and columns are exchanged in one place"
    case .swapOperands: "two operands are exchanged"
    default: "one operation is another than it should be"
    }
  }
}
