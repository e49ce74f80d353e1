import Exercises
import Formulas
import Numerics

/// The points at which formulas are compared, the same on every machine.
///
/// Where every variable has listed values, these are all their combinations. Otherwise every
/// combination of the listed ones comes up again and again, the rest being drawn anew each time.
struct FormulaPoints: Sendable {
  /// A value for each variable.
  let points: [[Tensor]]
  /// How many valid points decide; there are more, in the place of those that are not valid.
  let wanted: Int
  /// How many combinations of listed values there are, which the points go through in turn.
  let combinations: Int

  /// No formula is right that agrees at fewer points.
  static let fewest = 10
  /// A key must be a number at as many.
  static let enough = 20

  /// The most combinations of listed values that are all tried.
  private static let mostCombinations = 400
  private static let mostRepeatedCombinations = 64
  /// How many points are drawn at most.
  private static let mostTries = 400

  init(of variables: [FormulaVariable], seededBy seed: String) {
    var generator = SplitMix64(seededBy: seed)
    let lists = variables.map { $0.list }
    let product = lists.reduce(1.0) { $0 * Double($1?.count ?? 1) }
    let isFinite = lists.allSatisfy { $0 != nil }
    let most =
      isFinite ? FormulaPoints.mostCombinations : FormulaPoints.mostRepeatedCombinations
    guard product <= Double(most) else {
      points = (0..<FormulaPoints.mostTries).map { _ in
        variables.map { $0.drawn(by: &generator) }
      }
      wanted = 2 * most
      combinations = 1
      return
    }
    let count = Int(product)
    combinations = count
    points = (0..<(isFinite ? count : FormulaPoints.mostTries)).map { number in
      var rest = number % count
      return zip(variables, lists).map { variable, list in
        guard let list else { return variable.drawn(by: &generator) }
        defer { rest /= list.count }
        return Tensor(list[rest % list.count])
      }
    }
    wanted = isFinite ? count : max(FormulaPoints.enough + 4, 2 * count)
  }
}
