import Foundation

/// What a student writes down for ``ClassExercise``, with or without a slip on the way.
///
/// Worked out in plain arithmetic, line by line, without the grader's formulas; a slip is carried
/// on, as it is on paper.
struct HandWorking: Sendable {
  /// A mistake of thought.
  enum Slip: CaseIterable, Sendable {
    case biasForgotten
    case biasSubtracted
    case weightsTransposed
    case hyperbolicTangent
    case outputBiasForgotten
    case logarithmToBaseTen
    case targetMinusOutput
    case slopeKeptAtOutput
    case preActivationInOuterProduct
    case slopeForgotten
    case slopeAtActivation
    case slopeIsActivation
    case outerProductTransposed
    case biasGradientTimesInput
  }

  /// One line of the work.
  struct Line: Sendable {
    let name: String
    var rows: [[Double]]
    /// 0 for a number, 1 for a list, 2 for a table.
    let rank: Int
  }

  let lines: [Line]

  init(_ slip: Slip? = nil) {
    let (x, y) = ([0.9, 0.4], 1.0)
    let w1 =
      slip == .weightsTransposed ? [[0.3, 0.4], [-0.2, 0.7]] : [[0.3, -0.2], [0.4, 0.7]]
    let w2 = [0.5, -0.6]
    let biasSign = slip == .biasForgotten ? 0.0 : slip == .biasSubtracted ? -1.0 : 1.0
    let b1 = [0.1 * biasSign, -0.15 * biasSign]
    let b2 = slip == .outputBiasForgotten ? 0 : 0.25

    let z1 = (0..<2).map { w1[$0][0] * x[0] + w1[$0][1] * x[1] + b1[$0] }
    let a1 = slip == .hyperbolicTangent ? z1.map { tanh($0) } : z1.map(HandWorking.sigmoid)
    let z2 = w2[0] * a1[0] + w2[1] * a1[1] + b2
    let a2 = HandWorking.sigmoid(z2)
    let loss = slip == .logarithmToBaseTen ? -log10(a2) : -log(a2)

    var delta2 = slip == .targetMinusOutput ? y - a2 : a2 - y
    if slip == .slopeKeptAtOutput { delta2 *= a2 * (1 - a2) }
    let dW2 = (slip == .preActivationInOuterProduct ? z1 : a1).map { delta2 * $0 }

    let slopes: [Double] =
      switch slip {
      case .slopeForgotten: [1, 1]
      case .slopeAtActivation: a1.map { HandWorking.slope(HandWorking.sigmoid($0)) }
      case .slopeIsActivation: a1
      default: a1.map(HandWorking.slope)
      }
    let delta1 = (0..<2).map { w2[$0] * delta2 * slopes[$0] }
    let dW1 =
      slip == .outerProductTransposed
      ? x.map { input in delta1.map { $0 * input } } : delta1.map { d in x.map { d * $0 } }
    let db1 =
      slip == .biasGradientTimesInput ? (0..<2).map { delta1[$0] * x[$0] } : delta1

    lines = [
      Line(name: "z1", rows: [z1], rank: 1), Line(name: "a1", rows: [a1], rank: 1),
      Line(name: "z2", rows: [[z2]], rank: 1), Line(name: "a2", rows: [[a2]], rank: 1),
      Line(name: "L", rows: [[loss]], rank: 0), Line(name: "delta2", rows: [[delta2]], rank: 1),
      Line(name: "dW2", rows: [dW2], rank: 2), Line(name: "db2", rows: [[delta2]], rank: 1),
      Line(name: "delta1", rows: [delta1], rank: 1), Line(name: "dW1", rows: dW1, rank: 2),
      Line(name: "db1", rows: [db1], rank: 1),
    ]
  }

  private static func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

  /// The derivative of the sigmoid, by its value.
  private static func slope(_ a: Double) -> Double { a * (1 - a) }
}
