import Answers
import Exercises
import Formulas

/// A way of writing that a student keeps through a whole sheet, and that is not the exercise's own:
/// everything is right by itself, and nearly everything is marked wrong.
///
/// A convention says what becomes of each value under it. A sheet is held against the exercise's
/// program, run with those changes: see ``ConventionReading``.
struct Convention: Sendable {
  /// What a change may look at.
  struct Setting {
    let exercise: Exercise
    /// The values computed so far.
    var values: Evaluation
  }

  typealias Change = @Sendable (Quantity, Tensor, Setting) -> Tensor

  let id: String
  /// What it is called in a class, to follow "12 students".
  let gist: Message
  /// What is said of it, once for the sheet.
  let says: Message
  /// A given value, as it is read.
  var given: Change = { _, value, _ in value }
  /// A computed value, before others are computed from it.
  var computed: Change = { _, value, _ in value }
  /// A value as it is written down; done twice it is the value again.
  var written: @Sendable (Quantity, Tensor) -> Tensor = { _, value in value }
  /// Whether an answer to this value is what tells the convention from a slip in one place; nil
  /// where any two answers do.
  var isProof: (@Sendable (Quantity) -> Bool)?

  /// How many answers must be wrong by themselves before it is thought of: one that is, and others
  /// that go on from it rightly, are a slip in one place, unless there is proof.
  var fewestWrong: Int { isProof == nil ? 2 : 1 }
}

extension Convention {
  /// All conventions; of two that explain as much of a sheet the first is told.
  static let all = [
    samplesAsRows, allTransposed, weightsFromTo, sumsOfGradients, sumsForMeans, targetMinusOutput,
  ]

  /// One row for each sample, where the exercise has one column.
  static let samplesAsRows = Convention(
    id: "samples-as-rows",
    gist: "wrote samples as rows",
    says: """
      You have one row for each sample where this exercise has one column: the numbers are right, \
      written the other way round.
      """,
    written: { quantity, value in quantity.isPerSample ? value.flipped : value })

  /// Every matrix transposed: samples as rows, weights from the source to the destination.
  static let allTransposed = Convention(
    id: "all-transposed",
    gist: "wrote every matrix transposed",
    says: """
      Your matrices are all transposed: rows are columns in this exercise. The numbers are right, \
      written the other way round.
      """,
    written: { _, value in value.flipped })

  /// W read from the source to the destination where the exercise has it the other way, or reverse.
  static let weightsFromTo = Convention(
    id: "weights-read-transposed",
    gist: "read the weight matrices the other way round",
    says: """
      You read the weight matrices the other way round: where this exercise has rows, you took \
      columns. What you computed from them is right.
      """,
    given: { quantity, value, _ in quantity.role == .weight ? value.flippedIfSquare : value },
    written: { quantity, value in
      quantity.isUpdated && quantity.role == .weight || quantity.role == .weightGradient
        ? value.flippedIfSquare : value
    })

  /// Sums over the samples, or over the outputs of the one sample, where the exercise has means.
  static let sumsForMeans = Convention(
    id: "sums-for-means",
    gist: "took the sum in place of the mean",
    says: """
      You added where this exercise takes the mean: the loss and the gradients are each too large by \
      the same factor.
      """,
    computed: { quantity, value, setting in
      value.scaled(by: setting.exercise.meanOver(quantity))
    })

  /// The same in the gradients alone, where the loss is right.
  static let sumsOfGradients = Convention(
    id: "sums-of-gradients",
    gist: "took the sum of the gradients in place of their mean",
    says: """
      You added the gradients of the samples where this exercise takes their mean: each is too large \
      by the same factor.
      """,
    computed: { quantity, value, setting in
      let isGradient = quantity.role == .weightGradient || quantity.role == .biasGradient
      return isGradient ? value.scaled(by: setting.exercise.meanOver(quantity)) : value
    })

  /// The error as target minus output, and an update that adds: two signs that cancel.
  static let targetMinusOutput = Convention(
    id: "target-minus-output",
    gist: "took the error as target minus output, and added in the update",
    says: """
      You take the error as target minus output and add in the update. The new weights are right; as \
      gradients of the loss your error signals and gradients have the wrong sign.
      """,
    computed: { quantity, value, setting in
      if quantity.isOutputError(in: setting.exercise) { return value.scaled(by: -1) }
      guard quantity.isUpdated, quantity.role == .weight || quantity.role == .bias,
        let old = setting.exercise.slot(of: quantity.original)
      else { return value }
      let start = setting.values.value(of: old)
      return Tensor(
        shape: value.shape, entries: zip(start.entries, value.entries).map { 2 * $0 - $1 })
    },
    isProof: { $0.isUpdated && ($0.role == .weight || $0.role == .bias) })
}

// MARK: - What the changes ask

extension Quantity {
  /// Whether a batch has a column of it for each sample.
  fileprivate var isPerSample: Bool { isBatch || role == .errorSignal }

  fileprivate func isOutputError(in exercise: Exercise) -> Bool {
    role == .errorSignal && layer == exercise.network?.layerCount
  }
}

extension Exercise {
  /// Over how many numbers a value of the network is a mean; 1 where it is none.
  fileprivate func meanOver(_ quantity: Quantity) -> Double {
    guard let network else { return 1 }
    switch quantity.role {
    case .loss, .weightGradient, .biasGradient:
      if network.isBatch { return Double(network.sampleCount) }
      return quantity.role == .loss ? network.outputsAveraged : 1
    case .errorSignal:
      return !network.isBatch && quantity.layer == network.layerCount ? network.outputsAveraged : 1
    default: return 1
    }
  }
}

extension NetworkBlock {
  /// Over how many outputs the loss of one sample is a mean.
  fileprivate var outputsAveraged: Double {
    loss == .meanSquaredError ? Double(sizes[layerCount]) : 1
  }
}

extension Tensor {
  /// Transposed, where it is a matrix.
  fileprivate var flipped: Tensor { shape.rank == 2 ? transposed : self }

  fileprivate var flippedIfSquare: Tensor {
    if case .matrix(let rows, let columns) = shape, rows == columns { transposed } else { self }
  }
}
