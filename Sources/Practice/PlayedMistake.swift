import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// A wrong gradient, played: the loss along one of its entries, with the line that has its slope and
/// the one that touches the curve, and what a step of training with either does.
///
/// Losses are told as changes, since the loss itself may be asked for; the right slope is drawn but
/// not written.
package struct PlayedMistake: Sendable {
  /// A stretch of a line as the change of the loss over that of the entry.
  package struct Stretch: Sendable {
    package let from: (move: Double, change: Double)
    package let to: (move: Double, change: Double)
  }

  /// What a step of training with one of the gradients does to the loss.
  package struct Descent: Sendable {
    package let before: Double
    package let after: Double
  }

  /// The entry whose slope is the most wrong, as the chapter writes it, and its value.
  package let label: String
  package let place: Double
  /// The slope that was handed in.
  package let slope: Double
  /// How far the entry is moved to either side, and how the loss changes on the way.
  package let reach: Double
  package let curve: [(move: Double, change: Double)]
  package let right: Stretch
  package let wrong: Stretch
  /// The parameter that a step moves, and what comes of it; nil where no step can move it.
  package let parameter: String
  package let descents: (right: Descent, wrong: Descent)?

  /// Whether a step's answer is a wrong gradient whose loss is known to the exercise.
  package static func isPossible(_ feedback: StepFeedback, in exercise: Exercise) -> Bool {
    guard [.incorrect, .partial, .followsThrough].contains(feedback.status),
      case .value(let given)? = feedback.given, given.isFinite,
      let slot = exercise.step(named: feedback.name)?.value?.slot
    else { return false }
    return exercise.program.shape(of: slot).count == given.shape.count
      && exercise.gradientChecks.contains { $0.isPlayable && $0.gradient == feedback.name }
  }

  /// - Parameters:
  ///   - key: The right values, on the numbers of this student.
  ///   - rate: η.
  package init?(_ feedback: StepFeedback, in exercise: Exercise, key: Evaluation, rate: Double) {
    guard PlayedMistake.isPossible(feedback, in: exercise),
      case .value(let given)? = feedback.given,
      let step = exercise.step(named: feedback.name)?.value,
      let check = exercise.gradientChecks.first(where: {
        $0.isPlayable && $0.gradient == feedback.name
      }),
      let loss = key.program.slot(named: check.loss),
      let slot = key.program.slot(named: check.parameter)
    else { return nil }
    let wanted = key.value(of: step.slot)
    guard wanted.isFinite,
      let entry = wanted.entries.indices.max(by: {
        abs(given[$0] - wanted[$0]) < abs(given[$1] - wanted[$1])
      })
    else { return nil }
    var walk = Walk(key, moving: slot, loss: loss)
    let indices = given.indices(at: entry, from: key.program.indexBase)
    let isWhole = indices.isEmpty || given.shape == .vector(1)
    parameter = check.parameter
    label = check.parameter + (isWhole ? "" : indices.inBrackets)
    place = key.entry(entry, of: slot)
    slope = given[entry]
    reach = max(1, abs(place))
    var curve: [(move: Double, change: Double)] = []
    for index in -40...40 {
      let move = reach * Double(index) / 40
      let change = walk.change(moving: entry, by: move)
      if change.isFinite { curve.append((move, change)) }
    }
    self.curve = curve
    let own = given[entry] / check.factor
    let bounds = PlayedMistake.bounds(curve, own * reach)
    right = Stretch(slope: wanted[entry] / check.factor, within: bounds, reach: reach)
    wrong = Stretch(slope: own, within: bounds, reach: reach)
    guard key.program.isInput(slot) else {
      descents = nil
      return
    }
    descents = (
      walk.descent(along: wanted.entries, rate), walk.descent(along: given.entries, rate)
    )
  }

  /// How high the picture goes: as the curve does, and so far that the wrong line can be followed.
  private static func bounds(
    _ curve: [(move: Double, change: Double)], _ rise: Double
  ) -> ClosedRange<Double> {
    let changes = curve.map { $0.change }
    let (low, high) = (min(changes.min() ?? 0, 0), max(changes.max() ?? 0, 0))
    let span = high - low
    let shown = span > 0 ? min(abs(rise), 1.5 * span) : abs(rise)
    let room = max(0.08 * max(span, shown), 1e-9)
    return min(low, -shown) - room...max(high, shown) + room
  }

  /// The lowest and the highest change in the picture.
  package var changes: (lowest: Double, highest: Double) {
    var values = curve.map { $0.change }
    for stretch in [right, wrong] { values += [stretch.from.change, stretch.to.change] }
    return (values.min() ?? 0, values.max() ?? 0)
  }
}

extension Exercise.GradientCheck {
  /// Whether a step against the gradient moves all of the parameter.
  fileprivate var isPlayable: Bool { isWhole && parameterEntries == nil }
}

extension PlayedMistake.Stretch {
  /// The line through (0, 0) as far as it stays in the picture.
  fileprivate init(slope: Double, within bounds: ClosedRange<Double>, reach: Double) {
    func end(_ move: Double) -> (move: Double, change: Double) {
      let change = slope * move
      if change > bounds.upperBound { return (bounds.upperBound / slope, bounds.upperBound) }
      if change < bounds.lowerBound { return (bounds.lowerBound / slope, bounds.lowerBound) }
      return (move, change)
    }
    self.init(from: end(-reach), to: end(reach))
  }
}

/// The loss as a parameter is moved from where it is.
private struct Walk {
  private var values: Evaluation
  private let slot: Program.Slot
  private let loss: Program.Slot
  private let start: Tensor
  private let dependents: [Program.Slot]
  private let here: Double

  init(_ values: Evaluation, moving slot: Program.Slot, loss: Program.Slot) {
    self.values = values
    self.slot = slot
    self.loss = loss
    start = values.value(of: slot)
    let moved = values.program.dependents(of: slot)
    dependents = values.program.definitions.filter { $0 != slot && moved.contains($0) }
    here = values.entry(0, of: loss)
  }

  /// How the loss changes when one entry is moved.
  mutating func change(moving entry: Int, by move: Double) -> Double {
    values.set(slot, to: start)
    values.set(slot, entry: entry, to: start[entry] + move)
    return computed() - here
  }

  /// A step of gradient descent of all entries.
  mutating func descent(along gradient: [Double], _ rate: Double) -> PlayedMistake.Descent {
    values.set(slot, to: start)
    for (entry, slope) in gradient.enumerated() {
      values.set(slot, entry: entry, to: start[entry] - rate * slope)
    }
    return PlayedMistake.Descent(before: here, after: computed())
  }

  private mutating func computed() -> Double {
    for slot in dependents { values.run(slot) }
    return values.entry(0, of: loss)
  }
}
