/// The position of a value in a program's list of nodes.
package typealias NodeID = Int

/// One operation of a compiled program; its shape is known before anything is evaluated.
struct Node: Sendable {
  let operation: Operation
  let operands: [NodeID]
  let shape: Shape
  /// Where the value's entries lie in the arena of an evaluation.
  package let offset: Int
}

/// What a node does with its operands.
enum Operation: Hashable, Sendable {
  // Values that come from outside.
  case input
  case constant
  /// The operand's own entries, from `shift` on, under another shape; nothing is evaluated.
  case view(shift: Int)
  /// The first operand's entries in the place of the second's: the same value, more exactly.
  case refine

  // Elementwise, one operand.
  case copy
  case elementwise(Elementwise)

  // Elementwise with broadcasting, two operands.
  case add, subtract, multiply, divide, power, maximum, minimum
  case compare(Relation)

  /// A matrix product; either operand may be read transposed.
  case product(transposingLeft: Bool, transposingRight: Bool)
  case transpose

  // Over all entries.
  case sum, largest, smallest, norm
  /// 1 at the first largest entry, 0 elsewhere.
  case largestMask, smallestMask
  /// The position of the first largest entry, counted from `base`.
  case argmax(base: Int)

  // Over the entries of each row or column.
  case rowSums, columnSums
  case softmax, logSoftmax, logsumexp
  /// The sums of a vector's first entries, or of its last ones: each the derivative of the other.
  case cumulate(backwards: Bool)

  // Windows; see ``Sliding`` and ``Pooling``.
  /// Sums of products of a kernel with what lies below it: Y of X and K.
  case correlate(Sliding)
  /// The two derivatives of a correlation: that by X, of G and K, and that by K, of G and X.
  case correlatedInput(Sliding), correlatedKernel(Sliding)
  /// The first operand's entries in the places of the second's largest, one of each window.
  case pick(Pooling)
  /// The first operand's entries in the places of the second's largest, zeros elsewhere: the
  /// derivative of `pick`.
  case unpick(Pooling)

  /// The operand repeated to a larger shape, or its entries summed to a smaller one: each the
  /// derivative of the other.
  case broadcast, sumTo
  /// The diagonal of a matrix; the diagonal matrix of a vector.
  case diagonal, diagonalMatrix
  /// The operands' entries one after the other.
  case stack
  /// The operand's entries from the last to the first: a matrix turned by 180°.
  case reverse
  /// The operand's entries from `shift` on, zeros elsewhere: the derivative of a view.
  case place(shift: Int)
  /// Some columns of some rows, from the entry at `shift` on, or all zeros but these: each the
  /// derivative of the other.
  case block(shift: Int), placeBlock(shift: Int)
  /// The entry whose indices, counted from `base`, are the values of the other operands.
  case entry(base: Int)
  case placeEntry(base: Int)
  /// 1 at the position given by the operand, counted from `base`.
  case onehot(base: Int)
  /// Central differences of a scalar; the plan says what has to be evaluated again.
  case numericalGradient(plan: Int)
}

extension Operation {
  /// Whether the derivative jumps where the operand (or the operands' difference) is 0.
  var hasKink: Bool {
    switch self {
    case .elementwise(let function): function.hasKink
    case .maximum, .minimum, .largest, .smallest, .norm, .compare, .largestMask, .pick, .unpick:
      true
    default: false
    }
  }

  /// Whether the value has its entries from elsewhere, so that there is nothing to evaluate.
  var isInert: Bool {
    switch self {
    case .input, .constant, .view: true
    default: false
    }
  }

  /// Whether the value does not change with small changes of the operands.
  var isPiecewiseConstant: Bool {
    switch self {
    case .elementwise(let function): function.isPiecewiseConstant
    case .input, .constant, .argmax, .onehot, .largestMask, .smallestMask, .compare: true
    default: false
    }
  }
}
