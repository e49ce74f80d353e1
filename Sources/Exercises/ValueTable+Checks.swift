import Formulas
import LocatedJSON

extension ValueTable {
  /// What is declared to be the gradient of what.
  mutating func checks(_ value: LocatedValue?) -> [Exercise.GradientCheck] {
    var result: [Exercise.GradientCheck] = []
    for item in items(of: value, "'checks'") {
      guard
        let object = ObjectReader(item, describing: "a check", keys: CheckKeys.all, report: report),
        let gradient: LocatedString = object.required(CheckKeys.gradient),
        let loss: LocatedString = object.required(CheckKeys.of),
        let parameter: LocatedString = object.required(CheckKeys.by)
      else { continue }
      let named = [(CheckKeys.gradient, gradient), (CheckKeys.of, loss), (CheckKeys.by, parameter)]
      let parts = named.compactMap { part($0.0, $0.1) }
      guard parts.count == 3 else { continue }
      if let complaint = complaint(about: parts) {
        report.report(complaint.message, at: named[complaint.part].1.range)
        continue
      }
      result.append(
        Exercise.GradientCheck(
          gradient: parts[0].name, loss: parts[1].name, parameter: parts[2].name,
          gradientEntries: parts[0].entries, lossEntries: parts[1].lossEntries,
          parameterEntries: parts[2].entries, place: gradient.range))
    }
    return result
  }

  /// A value of the exercise, or some of its entries.
  private struct ValuePart {
    let name: String
    let text: String
    let shape: Shape
    /// Counted from 0 through the rows; nil for all.
    let entries: [Int]?

    /// Nil for one number.
    var lossEntries: [Int]? { entries ?? (shape.count == 1 ? nil : Array(0..<shape.count)) }
  }

  /// Why three parts are no gradient, loss and parameter, and at which it is to be said.
  private func complaint(about parts: [ValuePart]) -> (message: String, part: Int)? {
    let (gradient, loss, parameter) = (parts[0], parts[1], parts[2])
    if loss.shape.count == 1 {
      if gradient.shape.count == parameter.shape.count { return nil }
      return (
        "'\(gradient.text)' is \(gradient.shape), but the gradient by '\(parameter.text)' is "
          + "\(parameter.shape)", 0
      )
    }
    let isElementwise =
      gradient.shape.count == loss.shape.count
      && [1, loss.shape.count].contains(parameter.shape.count)
    guard isElementwise else { return (.noLoss(loss.text, loss.shape), 1) }
    return loss.shape.count <= Verification.mostDifferences
      ? nil : ("at most \(Verification.mostDifferences) entries can be checked one by one", 1)
  }

  /// What a key of a check names: `dW`, `W[1, 2]`; nil, with a problem reported, where nothing.
  private func part(_ key: Key, _ text: LocatedString) -> ValuePart? {
    if Formula.isName(text.text) {
      guard isKnown(text), let slot = builder.slot(named: text.text) else { return nil }
      let name = Formula.canonicalName(text.text)
      return ValuePart(name: name, text: name, shape: builder.shape(of: slot), entries: nil)
    }
    guard let formula = formula(text) else { return nil }
    guard case .index(let base, _) = formula.expression.node, case .name(let name) = base.node,
      formula.expression.names == [name]
    else {
      report.report(.noPart(key.name), at: text.range)
      return nil
    }
    guard isKnown(LocatedString(text: name, range: text.range)),
      let whole = builder.slot(named: name).map({ builder.shape(of: $0) })
    else { return nil }
    // The part of a value whose entries are their own places says which those are.
    var places = ProgramBuilder(indexBase: builder.indexBase)
    let slot = places.input(name, whole)
    do {
      let part = try places.side(formula)
      var evaluation = Evaluation(places.build())
      evaluation.set(
        slot, to: Tensor(shape: whole, entries: (0..<whole.count).map { Double($0) }))
      evaluation.run(part)
      let value = evaluation.value(of: part)
      return ValuePart(
        name: name, text: text.text, shape: value.shape, entries: value.entries.map { Int($0) })
    } catch {
      report.report(error.message, at: report.range(error.range, in: text))
      return nil
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func noPart(_ key: String) -> String {
    "'\(key)' must be the name of a value, or entries of one, as in W[1, 1]"
  }

  fileprivate static func noLoss(_ name: String, _ shape: Shape) -> String {
    "a loss must be a number, but '\(name)' is \(shape); one that is differentiated entry by entry "
      + "needs a gradient with as many entries"
  }
}
