/// One thing a student does wrong in one step.
enum Flaw: Hashable {
  // Forward.
  case biasForgotten, biasSubtracted, otherBias(String)
  case weightsTransposed, otherWeights(String), otherSource(String)
  case activationForgotten, otherActivation(Curve), notNormalised
  // The loss.
  case halfForgotten, halfTwice, halfAdded, meanForgotten, meanTwice, notSquared, doubledNotSquared
  case baseTen, minusLost, logForgotten, secondTermForgotten
  // Backward.
  case targetMinusOutput, beforeActivation, twoForgotten, averagedAlready
  case slopeForgotten, slopeAtActivation, slopeAsFunction, slopeOfOther(Curve), slopeOfLayer(String)
  case slopeKept
  case otherDelta(String), updatedWeights(String)
  case outerTurned, timesInput(Int), timesActivation(String)
  // The update.
  case uphill, rateForgotten, rateTwice, otherGradient(String)

  /// The part of the working it touches; two flaws go together where they touch different parts.
  var part: Int {
    switch self {
    case .biasForgotten, .biasSubtracted, .otherBias: 1
    case .weightsTransposed, .otherWeights, .updatedWeights: 2
    case .otherSource, .beforeActivation: 3
    case .activationForgotten, .otherActivation, .notNormalised: 4
    case .halfForgotten, .halfTwice, .halfAdded, .twoForgotten: 5
    case .meanForgotten, .meanTwice, .averagedAlready: 6
    case .notSquared, .doubledNotSquared, .baseTen, .logForgotten: 7
    case .minusLost, .targetMinusOutput, .uphill: 8
    case .secondTermForgotten: 9
    case .slopeForgotten, .slopeAtActivation, .slopeAsFunction, .slopeOfOther, .slopeOfLayer,
      .slopeKept:
      10
    case .otherDelta, .otherGradient: 11
    case .outerTurned: 12
    case .timesInput, .timesActivation: 13
    case .rateForgotten, .rateTwice: 14
    }
  }
}

/// A name that feedback may give a flaw: the edit's id and what its words must contain.
struct Naming {
  let edit: String
  /// Where the step itself has the flaw: "You used W1 where".
  let words: String
  /// Where it is an earlier step: "with W1 in place of".
  let condition: String

  init(_ edit: String, _ words: String, _ condition: String) {
    self.edit = edit
    self.words = words
    self.condition = condition
  }

  static func left(out factor: String) -> Naming {
    Naming("drop-factor", "You left out the factor \(factor)", "without the factor \(factor)")
  }

  static func undivided(by number: Int) -> Naming {
    Naming("drop-factor", "You did not divide by \(number)", "without dividing by \(number)")
  }

  static func used(_ wrong: String, _ edit: String = "wrong-name") -> Naming {
    Naming(edit, "You used \(wrong) where", "with \(wrong) in place of")
  }

  static func beforeActivation(_ z: String) -> Naming {
    Naming(
      "wrong-name", "You used \(z), from before the activation, where",
      "with \(z), from before the activation, in place of")
  }

  static func tooMany(_ factor: String) -> Naming {
    Naming(
      "extra-factor", "There is a factor \(factor) too many", "with a factor \(factor) too many")
  }

  static func twice(_ factor: String) -> Naming {
    Naming(
      "extra-factor", "The factor \(factor) is in there twice", "with the factor \(factor) twice")
  }

  static func divided(by number: Int) -> Naming {
    Naming("extra-factor", "You divided by \(number)", "with a division by \(number)")
  }

  static func transposed(_ value: String) -> Naming {
    Naming("add-transpose", "You transposed \(value);", "with \(value) transposed")
  }

  static func notTransposed(_ value: String) -> Naming {
    Naming("drop-transpose", "You did not transpose \(value);", "without transposing \(value)")
  }

  static let meanTaken = Naming(
    "wrong-function", "You took the mean where", "with the mean in place of the sum")
  static let meanForgotten = Naming(
    "wrong-function", "You added up where", "with the sum in place of the mean")
  static let signTurned = Naming(
    "flip-sign", "The sign of the whole is the wrong way round",
    "with the sign of the whole the wrong way round")
  static let minusLost = Naming(
    "flip-sign", "You lost the minus sign", "without the minus sign")
}
