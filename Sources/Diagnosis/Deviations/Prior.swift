import Formulas

/// How rarely people do what they do wrong, in bits: one bit more is half as often.
///
/// From counts of slips in what learners posted.
enum Prior {
  // Forgotten.
  static let slopeForgotten = 2.0
  static let constantForgotten = 2.0
  static let factorForgotten = 3.6
  static let operandForgotten = 4.0
  static let termForgotten = 2.0
  /// A sum or a mean, so that there are more numbers than there should be.
  static let sumForgotten = 2.8
  static let firstTermForgotten = 4.0
  // The other way round.
  static let sign = 2.0
  static let wholeSign = 2.2
  static let signOfFirst = 3.2
  static let transposed = 2.0
  static let wholeTransposed = 2.4
  static let upsideDown = 5.5
  // Another quantity.
  static let acrossActivation = 2.5
  static let neighbour = 3.0
  static let distant = 4.0
  static let updated = 3.4
  static let targetForOutput = 3.5
  static let targetInSlope = 2.5
  static let gradientForValue = 4.0
  static let otherRole = 5.0
  /// Two values of a formula in each other's place.
  static let exchanged = 4.0
  static let reduction = 6.0
  static let ones = 4.5
  static let signsLost = 5.0
  /// On top of what was done in the earlier step, or in every layer.
  static let earlierStep = 1.4
  /// On top, where the answer is a little beside what comes of it: there was rounding on the way.
  static let roundedOnTheWay = 2.0
  // Where formulas are written down.
  static let otherLetter = 2.4
  static let otherGiven = 3.6
  static let wholeSignWritten = 1.8
  static let exchangedLetters = 3.8
  static let bracketsLost = 3.2
  static let complement = 3.4
  static let leftOver = 3.2
  static let leftOverSlope = 2.2
  static let leftOverLetter = 2.8
  static let factorSquared = 3.4
  /// On top, where a slope that is written out is remembered wrongly and worked out in numbers.
  static let workedOut = 1.2
  // Another function.
  static let functionForSlope = 2.5
  static let otherSlope = 3.0
  static let oddFunction = 4.5
  static let exoticFunction = 5.5
  static let botchedSlope = 4.0
  /// On top, where it is the slope of a function that the layer does not have.
  static let otherLayersSlope = 1.0
  /// A bracket or a function stands elsewhere.
  static let elsewhere = 5.0
  static let oneOfMany = 5.5
  /// One number of a table was copied without its minus.
  static let signMisread = 5.5
  /// Two digits of a number of the statement were exchanged.
  static let digitsMisread = 3.0
  /// What was done in some entries only.
  static let onlyThere = 3.0
  /// A library spreads or adds up otherwise than it was meant.
  static let spread = 5.0
  // Too much.
  static let repeated = 3.0
  static let rate = 3.5
  static let two = 3.4
  static let count = 4.0
  /// A number in the place of a constant, where a division too many comes to the same.
  static let otherCount = 4.1
  static let extraFactor = 5.0
  /// A bias gradient is multiplied by what only belongs into the weight gradient.
  static let inputOfWeight = 3.2
  // Reductions.
  static let oneEntry = 4.5
  static let oddReduction = 5.0
  /// The whole is some other quantity.
  static let otherWhole = 5.5
  /// The whole is calculated another way, by the chain rule without a short cut.
  static let longWay = 1.5

  /// The bits of an edit of a formula by itself.
  static func bits(ofCost cost: Double) -> Double { 4 * cost - 2 }

  static func cost(ofBits bits: Double) -> Double { (bits + 2) / 4 }
}
