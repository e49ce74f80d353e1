import Numerics

/// The values of a program for one set of inputs, in one contiguous list.
///
/// Making an evaluation allocates; setting inputs and running do not, so one evaluation serves
/// for many submissions.
package struct Evaluation: Sendable {
  /// The program whose values these are.
  package let program: Program
  private var storage: [Double]

  /// An evaluation in which every input is 0 and nothing has been run.
  package init(_ program: Program) {
    self.program = program
    storage = program.template
  }

  // MARK: Values

  /// The value as it is now.
  package func value(of slot: Program.Slot) -> Tensor {
    let span = program.span(of: slot)
    return Tensor(shape: span.shape, entries: Array(storage[span.range]))
  }

  /// One entry, counted from 0 through the rows.
  package func entry(_ index: Int, of slot: Program.Slot) -> Double {
    storage[place(of: index, in: slot)]
  }

  /// Puts a value, which must have the slot's shape, in the place of whatever was there.
  ///
  /// Nothing else changes before the next run; a run of everything computes a definition anew.
  package mutating func set(_ slot: Program.Slot, to value: Tensor) {
    let span = program.span(of: slot)
    precondition(
      span.shape == value.shape, "\(program.name(of: slot)) is \(span.shape), not \(value.shape)")
    storage.withUnsafeMutableBufferPointer { places in
      for (index, entry) in value.entries.enumerated() { places[span.offset + index] = entry }
    }
  }

  /// Changes one entry, counted from 0 through the rows.
  package mutating func set(_ slot: Program.Slot, entry: Int, to number: Double) {
    storage[place(of: entry, in: slot)] = number
  }

  private func place(of entry: Int, in slot: Program.Slot) -> Int {
    let span = program.span(of: slot)
    precondition((0..<span.shape.count).contains(entry), "\(span.shape) has no entry \(entry)")
    return span.offset + entry
  }

  /// Takes over every value of an evaluation whose program this one's was extended from.
  ///
  /// A program that a copy of a ``ProgramBuilder`` goes on to build has the earlier one's values in
  /// the same places.
  package mutating func adopt(_ other: Evaluation) {
    precondition(
      other.storage.count <= storage.count, "the other program is not a part of this one")
    storage.withUnsafeMutableBufferPointer { mine in
      other.storage.withUnsafeBufferPointer { theirs in
        for index in theirs.indices { mine[index] = theirs[index] }
      }
    }
  }

  /// Whether this one has taken over just these values, all of them.
  package func hasAdopted(_ other: Evaluation) -> Bool {
    storage.count >= other.storage.count
      && other.storage.indices.allSatisfy { storage[$0] == other.storage[$0] }
  }

  /// Puts one value in the place of another of the same shape.
  package mutating func set(_ slot: Program.Slot, from other: Program.Slot) {
    let (target, origin) = (program.span(of: slot), program.span(of: other))
    precondition(target.shape == origin.shape, "\(target.shape) cannot become \(origin.shape)")
    for index in 0..<target.shape.count {
      storage[target.offset + index] = storage[origin.offset + index]
    }
  }

  // MARK: Running

  /// Computes every definition from the inputs.
  package mutating func run() {
    program.code.run(program.order[...], on: &storage)
  }

  /// Computes one value from the values its formula reads, as they are now.
  package mutating func run(_ slot: Program.Slot) {
    program.code.run(program.entries[slot.index].order[...], on: &storage)
  }

  /// Computes the first groups of parts from the values that they read, as they are now.
  package mutating func run(_ order: PartOrder, groups: Int) {
    program.code.run(order.prefix(groups), on: &storage)
  }

  /// Reads the entries of all values where they stand.
  package func read<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    storage.withUnsafeBufferPointer(body)
  }

  /// Reads the entries of a value where they stand.
  package func read<Result>(
    _ slot: Program.Slot, _ body: (UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    let range = program.span(of: slot).range
    return storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Computes every definition from the inputs, with every number a little beside itself.
  mutating func runShaken(using random: inout SplitMix64) {
    for input in program.inputs where !program.code.isPlace(program.entries[input.index].node) {
      for place in program.span(of: input).range {
        storage[place] = random.shaken(storage[place])
      }
    }
    program.code.runShaken(program.order, on: &storage, using: &random)
  }

  /// Computes one value from those its formula reads, with every number a little beside itself.
  mutating func runShaken(_ slot: Program.Slot, using random: inout SplitMix64) {
    program.code.runShaken(program.entries[slot.index].order, on: &storage, using: &random)
  }

  /// Between which values the formula of a refined number may come out, by its own rounding.
  ///
  /// Who computes `log(1 - a)` from an `a` that is 1 but for its last digits cannot know better: it
  /// is computed with each number that the formula reads one unit in its last place up and down.
  /// - Returns: Nil where the value is what its formula gives, or where that is not finite.
  package func spread(ofFormulaOf slot: Program.Slot) -> ClosedRange<Double>? {
    guard program.isRefined(slot), program.shape(of: slot).count == 1 else { return nil }
    var moved = self
    func value(_ moved: inout Evaluation) -> Double {
      moved.run(slot)
      return moved.entry(0, of: slot)
    }
    let center = value(&moved)
    guard center.isFinite else { return nil }
    var (low, high) = (center, center)
    for source in program.reads(of: slot) {
      for entry in 0..<program.shape(of: source).count {
        let number = self.entry(entry, of: source)
        let changes = [number.nextDown, number.nextUp].map { neighbour in
          moved.set(source, entry: entry, to: neighbour)
          return value(&moved) - center
        }
        moved.set(source, entry: entry, to: number)
        let finite = changes.filter { $0.isFinite }
        low += min(0, finite.min() ?? 0)
        high += max(0, finite.max() ?? 0)
      }
    }
    return low...high
  }

  // MARK: Finite differences

  /// The slopes of a scalar by central differences, recomputing what lies between.
  ///
  /// Everything must have been run; nothing is left changed.
  /// - Parameters:
  ///   - entries: Which entries of the parameter to move; all by default. The others have the
  ///     slope 0.
  ///   - step: ε, for entries up to 1.
  package mutating func differences(
    of loss: Program.Slot, by parameter: Program.Slot, entries: Range<Int>? = nil,
    step: Double = CentralDifference.step
  ) -> Differences {
    precondition(program.shape(of: loss).count == 1, "only a number has slopes")
    let plan = DifferencePlan(
      of: program.entries[loss.index].node, by: program.entries[parameter.index].node,
      in: program.code.nodes)
    let (slopes, kinks) = program.code.differences(
      plan, entries: entries, step: step, on: &storage)
    return Differences(
      slopes: Tensor(shape: program.shape(of: parameter), entries: slopes), kinks: kinks)
  }
}

/// The slopes of a loss by central differences.
package struct Differences: Hashable, Sendable {
  /// (L(w + ε) − L(w − ε)) / 2ε, in the parameter's shape.
  package let slopes: Tensor
  /// The entries where a ReLU or its like changes sides between w − ε and w + ε, or where the slope
  /// is not finite: the loss is not differentiable there, and the slope proves nothing.
  package let kinks: Set<Int>
}
