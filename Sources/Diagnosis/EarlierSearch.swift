import Exercises
import Formulas

/// Compares what follows from everything in the space of an earlier value with what was typed.
///
/// How the earlier value shows in the answer is known by the program between them alone, which is
/// run again for each candidate.
struct EarlierSearch {
  let space: Space
  let origin: Program.Slot
  /// What has to be computed again, up to the step that was answered.
  let path: [Program.Slot]
  let step: Program.Slot
  let target: Target

  /// The most work that is done for one earlier value on one set of values, whatever the machine:
  /// some hundred candidates of a small network.
  private static let mostWork = 30_000.0

  /// The candidates that give the answer, on any of the sets of values.
  ///
  /// - Parameters:
  ///   - limit: The most bits that one may cost.
  ///   - isPossible: Whether nothing speaks against all the values.
  func matches(
    in contexts: [Evaluation], within limit: Double, where isPossible: (Evaluation) -> Bool
  ) -> [SpaceSearch.Match] {
    var found: [SpaceSearch.Match] = []
    for (number, context) in contexts.enumerated() {
      let program = context.program
      let work = path.reduce(20) {
        $0 + program.work(of: $1) + 8 * Double(program.operations(of: $1))
      }
      let ways = space.ways.prefix(Int(max(16, EarlierSearch.mostWork / work)))
      let count = ways.reduce(0) { max($0, $1.candidate + 1) }
      var evaluation = context
      space.read(on: context, isKey: number == 0, first: count) { values, factors in
        for way in ways {
          if way.bits > limit { break }
          let entries = space.entries(way, values, factor: factors[way.scalar])
          for (index, entry) in entries.enumerated() {
            evaluation.set(origin, entry: index, to: entry)
          }
          for slot in path { evaluation.run(slot) }
          guard target.agrees(with: evaluation, at: step), isPossible(evaluation) else { continue }
          let isClose = target.agrees(with: evaluation, at: step, share: 0.84)
          found.append(
            SpaceSearch.Match(
              candidate: way.candidate, scalar: way.scalar, isTransposed: way.isTransposed,
              bits: way.bits + (isClose ? 0 : Prior.roundedOnTheWay), context: number,
              entries: evaluation.value(of: step).entries))
        }
      }
    }
    return found
  }
}
