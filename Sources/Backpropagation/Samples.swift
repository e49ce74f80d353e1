/// What a network is trained on: inputs and targets, one column for each sample.
package struct Samples: Equatable, Sendable {
  /// The inputs X, (entries of x) × (samples).
  package let inputs: Matrix
  /// The targets Y, (entries of y) × (samples).
  package let targets: Matrix

  /// Samples held as columns of two matrices.
  ///
  /// - Throws: ``NetworkError`` when there is no sample, or not one target for each input.
  package init(inputs: Matrix, targets: Matrix) throws(NetworkError) {
    guard inputs.columns == targets.columns else {
      throw .sampleCounts(inputs: inputs.columns, targets: targets.columns)
    }
    guard inputs.columns > 0 else { throw .noSamples }
    self.inputs = inputs
    self.targets = targets
  }

  /// Samples given as lists, one list of numbers for each sample.
  package init(inputs: [[Double]], targets: [[Double]]) throws(NetworkError) {
    try self.init(
      inputs: Self.columns(inputs, of: .input), targets: Self.columns(targets, of: .target))
  }

  /// One sample.
  package init(input: [Double], target: [Double]) {
    inputs = Matrix(rows: input.count, columns: 1, entries: input)
    targets = Matrix(rows: target.count, columns: 1, entries: target)
  }

  package var count: Int { inputs.columns }

  private static func columns(_ lists: [[Double]], of side: Side) throws(NetworkError) -> Matrix {
    do {
      return try Matrix(columns: lists)
    } catch {
      throw .unevenSamples(side, error)
    }
  }
}

extension Samples {
  /// The two things a sample is made of.
  package enum Side: String, Sendable {
    case input
    case target
  }
}
