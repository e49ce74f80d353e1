/// When a reason is believed.
///
/// An answer carries bits: for each wrong entry the logarithm of its size over the unit typed, about
/// 10 for three digits and 13 for four. A reason costs bits, the more the more rarely people do
/// that. What is left must outweigh the number of reasons that were tried.
enum Belief {
  /// How many bits must be left over.
  static let margin = 2.5
  /// How many more must be left over for a reason to be told as certain, four to one against the bare
  /// margin; with fewer it is told as what it looks like.
  static let sure = 2.0
  /// How many bits more than the plainest a reason may cost that is named beside it.
  static let leeway = 1.0
  /// How many bits more it may cost where it comes to the very same numbers.
  static let leewayOfSame = 1.5
  /// How many bits more than the plainest one in a step that was not handed in may cost, beside it.
  static let leewayOfNear = 0.2
  /// How many bits more it may cost where it lies in another step.
  static let leewayOfEarlier = 2.5
  /// How many bits an answer must carry where the reason is what the student did elsewhere, too.
  static let ofHabit = 4.5
  /// How many reasons are named beside each other.
  static let most = 3
}
