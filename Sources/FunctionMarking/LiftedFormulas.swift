import Diagnosis
import Exercises
import Formulas

/// The formulas of a key as steps of an exercise on the numbers of one input, with names for what
/// they share: z for what goes into an activation, a for what comes out.
///
/// Whoever looks for slips finds more where a formula speaks of z and a than where it has all in one.
struct LiftedFormulas {
  let exercise: Exercise
  /// Where the parts of the result stand.
  let slots: [Program.Slot]
  /// Where the values stand that have been given names.
  let shared: [Program.Slot]
  private let definitions: [(name: String, meaning: Expression)]
  private let renamed: (from: String, to: String)?

  init?(_ formulas: [Formula], _ signature: Signature, _ arguments: [FunctionValue], indexBase: Int)
  {
    let names = signature.parameters.map { Formula.canonicalName($0.name) }
    let rate = names.first { $0 == "learningRate" || $0 == "lr" || $0 == "rate" }
    renamed = rate.flatMap { names.contains("eta") ? nil : (from: $0, to: "eta") }
    let labels = signature.results.map { $0.label ?? "result" }
    var lift = FormulaLift(taken: Set(names + labels))
    var steps: [(name: String, formula: Expression)] = []
    for (index, formula) in formulas.enumerated() {
      var expression = formula.expression
      if let renamed {
        expression = expression.renaming(renamed.from, to: .init(.name(renamed.to)))
      }
      var whole = lift.lifted(expression)
      // A formula that is nothing but one of the names stays what it was.
      if case .name(let name) = whole.node, let meaning = lift.meaning(of: name) { whole = meaning }
      let label = signature.results[index].label ?? "result"
      let isFree = Formula.isName(label) && !names.contains(Formula.canonicalName(label))
      steps.append((name: isFree ? label : "result\(index + 1)", formula: whole))
    }
    definitions = lift.definitions
    let called = renamed?.from
    var builder = ProgramBuilder(indexBase: indexBase)
    var givens: [(slot: Program.Slot, value: Tensor)] = []
    for (name, argument) in zip(names, arguments) {
      let name = name == called ? "eta" : name
      guard let value = argument.tensor, builder.slot(named: name) == nil else { continue }
      givens.append((builder.input(name, value.shape, knownValue: value), value))
    }
    func define(_ name: String, _ meaning: Expression) -> Program.Slot? {
      guard builder.slot(named: name) == nil else { return nil }
      return try? builder.define(name, Formula(meaning))
    }
    shared = definitions.compactMap { define($0.name, $0.meaning) }
    slots = steps.compactMap { define($0.name, $0.formula) }
    guard shared.count == definitions.count, slots.count == steps.count else { return nil }
    exercise = Exercise(of: builder, givens: givens)
  }

  /// A formula over the names, as one over the parameters alone.
  ///
  /// - Parameter changed: A name that means something else, with its meaning.
  func lowered(_ formula: Formula, changed: (slot: Program.Slot, meaning: Expression)? = nil)
    -> Formula
  {
    Formula(lowered(formula.expression, changed: changed))
  }

  /// What was done to a formula over the names, as it is done to one over the parameters.
  func lowered(_ edit: Mutation.Edit) -> Mutation.Edit {
    func edited(_ kind: EditKind, _ change: Change) -> Mutation.Edit {
      Mutation.Edit(kind: kind, change: change, cost: edit.cost)
    }
    switch edit.change {
    case .dropped(let part): return edited(edit.kind, .dropped(lowered(part)))
    case .added(let factor): return edited(edit.kind, .added(lowered(factor)))
    case .replaced(let before, let after):
      let (right, wrong) = (lowered(before), lowered(after))
      let change = Change.replaced(right, by: wrong)
      guard edit.kind == .wrongName, case .call(let function, let arguments) = right.node else {
        return edited(edit.kind, change)
      }
      if arguments == [wrong] { return edited(.dropFunction, .dropped(right)) }
      guard case .call(let other, let theirs) = wrong.node else { return edited(edit.kind, change) }
      if theirs == arguments { return edited(.wrongFunction, change) }
      return edited(other == function ? .wrongArgument : edit.kind, change)
    }
  }

  private func lowered(
    _ expression: Expression, changed: (slot: Program.Slot, meaning: Expression)? = nil
  ) -> Expression {
    var expression = expression
    let other = changed.map { (name: exercise.program.name(of: $0.slot), meaning: $0.meaning) }
    for (name, meaning) in definitions.reversed() {
      let own = other.map { $0.name == name ? $0.meaning : meaning } ?? meaning
      expression = expression.renaming(name, to: own)
    }
    if let renamed { expression = expression.renaming(renamed.to, to: .init(.name(renamed.from))) }
    return expression
  }
}

/// Gives names to what goes into activations and to what comes out of them.
private struct FormulaLift {
  private(set) var definitions: [(name: String, meaning: Expression)] = []
  private var taken: Set<String>

  init(taken: Set<String>) {
    self.taken = taken
  }

  func meaning(of name: String) -> Expression? {
    definitions.first { $0.name == name }?.meaning
  }

  mutating func lifted(_ expression: Expression) -> Expression {
    var whole = expression
    for (index, child) in expression.children.enumerated() {
      whole = whole.replacingChild(index, by: lifted(child))
    }
    switch whole.node {
    case .call(let function, let arguments) where function.isLayered && arguments.count == 1:
      return activation(function, of: argument(arguments[0]))
    case .derivative(let function, let argument) where function.isLayered:
      let name = self.argument(argument)
      _ = activation(function, of: name)
      return Expression(.derivative(function, name))
    default: return whole
    }
  }

  private mutating func argument(_ expression: Expression) -> Expression {
    if case .name = expression.node { return expression }
    return named(expression, like: ["z1", "z2", "z3", "z4", "u1", "u2", "u3", "u4"])
  }

  private mutating func activation(_ function: Function, of argument: Expression) -> Expression {
    var names = ["a", "a1", "a2", "a3", "a4", "v1", "v2", "v3", "v4"]
    if case .name(let name) = argument.node, name.first == "z" {
      names.insert("a" + name.dropFirst(), at: 0)
    }
    return named(Expression(.call(function, [argument])), like: names)
  }

  private mutating func named(_ expression: Expression, like names: [String]) -> Expression {
    if let known = definitions.first(where: { $0.meaning == expression }) {
      return Expression(.name(known.name))
    }
    guard let name = names.first(where: { !taken.contains($0) }) else { return expression }
    taken.insert(name)
    definitions.append((name, expression))
    return Expression(.name(name))
  }
}

extension Function {
  /// Whether layers have it for their activation.
  fileprivate var isLayered: Bool {
    switch self {
    case .sigmoid, .tanh, .relu, .softmax: true
    default: false
    }
  }
}
