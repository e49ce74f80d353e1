import Formulas

extension Grammar {
  /// What stands in the place of a slope f′(z): slopes of other functions, of other values, the
  /// function itself, and closed forms half remembered.
  func slopes(
    of function: Function, at argument: Expression, in whole: Expression, within limit: Double
  ) -> [Deviation] {
    var found: [Deviation] = []
    for (place, value) in points(argument).enumerated() {
      let isRight = place == 0
      for form in forms(function, at: value.expression) {
        let bits = form.isBotched && value.isOwn ? form.bits : form.bits + value.bits
        if isRight, form.bits == 0 { continue }
        if bits > limit { continue }
        if value.isOwn, !isRight, form.isTheSlopeOfActivation { continue }
        let kind: EditKind = form.bits == 0 ? .wrongArgument : .wrongFunction
        found.append(
          Deviation(form.expression, kind, .replaced(whole, by: form.expression), bits: bits))
      }
    }
    return found
  }

  /// A value at which a slope is taken.
  private struct Point {
    let expression: Expression
    let bits: Double
    /// Whether it is z or a of the layer itself.
    let isOwn: Bool
  }

  private func points(_ argument: Expression) -> [Point] {
    var found = [Point(expression: argument, bits: 0, isOwn: true)]
    guard case .name(let name) = argument.node, let slot = builder.slot(named: name) else {
      return found
    }
    let own = surroundings.acrossActivation(slot).map { surroundings.program.name(of: $0) }
    for other in surroundings.others(for: name) {
      if case .name(let otherName) = other.expression.node, own.contains(otherName) {
        found.append(Point(expression: other.expression, bits: other.bits - 0.5, isOwn: true))
      } else if surroundings.isTarget(other.expression) {
        found.append(
          Point(expression: other.expression, bits: Prior.targetInSlope, isOwn: false))
      } else if other.bits <= Prior.otherRole {
        found.append(Point(expression: other.expression, bits: other.bits, isOwn: false))
      }
    }
    return found
  }

  private struct Form {
    let expression: Expression
    let bits: Double
    /// Whether it is no slope of any function, so that z and a are as likely in it.
    var isBotched = false
    /// Whether it is the right slope where its letter is the activation.
    var isTheSlopeOfActivation = false
  }

  private func forms(_ function: Function, at w: Expression) -> [Form] {
    let one = Expression.number(1)
    func binary(
      _ x: Expression, _ symbol: Expression.Operator, _ y: Expression
    ) -> Expression { Expression(.binary(symbol, x, y)) }
    let square = Expression(.call(.square, [w]))
    var forms = [Form(expression: Expression(.derivative(function, w)), bits: 0)]
    for other in [Function.sigmoid, .tanh, .relu] where other != function {
      // Where a unit is active relu′ is 1, and who has that has rather left the slope out.
      forms.append(
        Form(
          expression: Expression(.derivative(other, w)),
          bits: Prior.otherSlope + (other == .relu ? 1 : 0)))
      forms.append(
        Form(
          expression: Expression(.call(other, [w])), bits: Prior.otherSlope + 2.5))
    }
    forms.append(
      Form(expression: Expression(.call(function, [w])), bits: Prior.functionForSlope))
    if function == .relu {
      let turned = Expression(.derivative(.relu, Expression(.negate(w))))
      forms.append(Form(expression: turned, bits: Prior.oddFunction))
    }
    func botched(_ expression: Expression, _ bits: Double, slopeOf other: Function? = nil) {
      forms.append(
        Form(
          expression: expression, bits: bits, isBotched: true,
          isTheSlopeOfActivation: other == function))
    }
    let common = Prior.botchedSlope
    botched(w, common - 0.5)
    botched(binary(one, .subtract, w), common)
    botched(binary(w, .multiply, binary(one, .subtract, w)), common - 0.5, slopeOf: .sigmoid)
    botched(binary(one, .subtract, square), common - 0.5, slopeOf: .tanh)
    botched(binary(one, .add, w), common + 1)
    botched(binary(w, .multiply, binary(one, .add, w)), common + 1)
    botched(binary(one, .add, square), common + 1)
    botched(square, common + 1)
    botched(binary(w, .multiply, binary(w, .subtract, one)), common + 1)
    botched(binary(square, .subtract, one), common + 1)
    botched(binary(.number(2), .multiply, w), common + 1.5)
    botched(Expression(.call(.square, [binary(one, .subtract, w)])), common + 1.5)
    botched(binary(one, .divide, w), common + 1.5)
    botched(binary(one, .subtract, binary(.number(2), .multiply, w)), common + 1.5)
    botched(binary(w, .subtract, square), common + 1.5, slopeOf: .sigmoid)
    return forms
  }

  /// A slope form of any value, for what is multiplied with the whole or put in its place.
  ///
  /// - Parameter own: The function that the value is the image of.
  func slopeForms(
    at value: Expression, of own: Function
  ) -> [(expression: Expression, bits: Double)] {
    var found: [(expression: Expression, bits: Double)] = []
    for function in [Function.sigmoid, .tanh, .relu] {
      let detour = function == own || own == .softmax ? 0 : Prior.otherLayersSlope
      found += forms(function, at: value).filter { $0.bits <= Prior.botchedSlope }
        .map { ($0.expression, $0.bits + detour) }
    }
    return found
  }
}
