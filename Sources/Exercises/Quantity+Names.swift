import Formulas

// The one place that reads what names say and writes the names that say it. A further spelling, as
// of `dL/dW2` or `a⁽¹⁾`, is a case of one of the three questions asked here: after the update or
// before it, of which layer, and which word.

extension Quantity {
  /// What a name says that somebody wrote: `W2`, `δ1`, `Z1_new`, `x`.
  ///
  /// A word that is not the chapter's makes an ``Role/other(_:)``, its number a layer all the same:
  /// h1 and h2 are as much one another's neighbours as a1 and a2.
  package init(reading name: String) {
    let name = Formula.canonicalName(name)
    let isUpdated = name.hasSuffix(Quantity.updateMark)
    let core = isUpdated ? String(name.dropLast(Quantity.updateMark.count)) : name
    if let word = Quantity.words.first(where: { $0.text == core }) {
      self.init(word.role, isUpdated: isUpdated, isBatch: word.isBatch)
      return
    }
    let (stem, layer) = Quantity.parts(of: core)
    let word = Quantity.words.first { $0.text == stem && $0.role.isNumbered }
    self.init(
      word?.role ?? .other(stem), layer: layer, isUpdated: isUpdated,
      isBatch: word?.isBatch ?? false)
  }

  /// The name that says it, as network blocks call their values.
  package var name: String {
    let word = Quantity.words.first { $0.role == role && $0.isBatch == isBatch }
    var name = word?.text ?? ""
    var ending = ""
    switch role {
    case .other(let own): name = own
    case .constant(let constant): name = constant.rawValue
    case .weightMoment(let moment): (name, ending) = ("W", "_" + moment.rawValue)
    case .biasMoment(let moment): (name, ending) = ("b", "_" + moment.rawValue)
    default: break
    }
    if role != .input, let layer { name += "\(layer)" }
    name += ending
    return isUpdated ? name + Quantity.updateMark : name
  }

  /// What the same name says where it is a word of the author's own.
  var withOwnWord: Quantity {
    let word = Quantity.words.first { $0.role == role && $0.isBatch == isBatch }
    guard let word else { return self }
    return Quantity(
      .other(word.text), layer: role == .input ? nil : layer, isUpdated: isUpdated)
  }

  /// `delta` and 12 of `delta12`; the whole where there is no number at its end.
  private static func parts(of core: String) -> (stem: String, layer: Int?) {
    let digits = core.reversed().prefix { $0.isNumber }
    guard let layer = Int(String(digits.reversed())) else { return (core, nil) }
    return (String(core.dropLast(digits.count)), layer)
  }

  private static let updateMark = "_new"

  /// The words of the chapter, as formulas spell them.
  private static let words: [(text: String, role: Role, isBatch: Bool)] = [
    ("x", .input, false), ("X", .input, true), ("y", .target, false), ("Y", .target, true),
    ("W", .weight, false), ("b", .bias, false), ("z", .preActivation, false),
    ("Z", .preActivation, true), ("a", .activation, false), ("A", .activation, true),
    ("L", .loss, false), ("delta", .errorSignal, false), ("dW", .weightGradient, false),
    ("db", .biasGradient, false), ("eta", .learningRate, false),
  ]
}

extension Quantity.Role {
  /// Whether there is one in every layer, told apart by a number: x1 is no input, but an entry of it.
  fileprivate var isNumbered: Bool {
    switch self {
    case .weight, .bias, .preActivation, .activation, .errorSignal, .weightGradient,
      .biasGradient:
      true
    case .input, .target, .loss, .learningRate, .constant, .weightMoment, .biasMoment, .other:
      false
    }
  }
}
