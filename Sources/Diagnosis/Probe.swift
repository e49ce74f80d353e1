import Exercises
import Formulas
import Numerics

/// Runs of a program on made-up numbers, to see which formulas say the same in other words.
///
/// W x and x Wᵀ agree whatever the numbers; a student cannot be told which of them it was.
struct Probe {
  private var runs: [Evaluation]

  /// Three runs: one on positive numbers, where every logarithm exists, and two on mixed ones.
  init(_ program: Program) {
    runs = [0.2..<0.9, -1..<1, -1..<1].enumerated().map { index, range in
      var random = SplitMix64(seed: UInt64(index))
      var evaluation = Evaluation(program)
      for input in program.inputs {
        let shape = program.shape(of: input)
        // With many inputs the weights are small, so that no unit saturates.
        let scale = shape.rank == 2 ? 1 / Double(max(shape.rows, shape.columns)).squareRoot() : 1
        let entries = (0..<shape.count).map { _ in
          scale * random.number(from: range.lowerBound, to: range.upperBound)
        }
        evaluation.set(input, to: Tensor(shape: shape, entries: entries))
      }
      evaluation.run()
      return evaluation
    }
  }

  /// What a value comes to in each run, in a few numbers.
  struct Print: Sendable {
    let shape: Shape
    let sums: [(sum: Double, size: Double)]

    /// Whether two values are the same in every run, and not only because there is nothing to see.
    func isSame(as other: Print) -> Bool {
      guard shape == other.shape else { return false }
      var isSeen = false
      for (mine, theirs) in zip(sums, other.sums) {
        if mine.sum.isFinite != theirs.sum.isFinite { return false }
        guard mine.sum.isFinite else { continue }
        if abs(mine.sum - theirs.sum) > 1e-10 * max(mine.size, theirs.size) { return false }
        if mine.size > 0 { isSeen = true }
      }
      return isSeen
    }
  }

  /// The print of a value, computed anew.
  mutating func print(of slot: Program.Slot) -> Print {
    let shape = runs[0].program.shape(of: slot)
    var sums: [(sum: Double, size: Double)] = []
    for number in runs.indices {
      runs[number].run(slot)
      var (sum, size) = (0.0, 0.0)
      for index in 0..<shape.count {
        let entry = runs[number].entry(index, of: slot)
        // Weights without a pattern tell entries in another order apart.
        sum += entry * Math.sin(Double(index) * 12.9898 + 1)
        size += abs(entry)
      }
      sums.append((sum, size))
    }
    return Print(shape: shape, sums: sums)
  }
}
