import Formulas

/// A computation beside the right one: what was done instead, and how rarely people do that.
struct Deviation: Sendable {
  let expression: Expression
  /// What was done, in the order of the formula; nothing where it is right.
  let edits: [Mutation.Edit]
  /// The less often people do it, the more bits it takes to say so.
  let bits: Double

  init(_ expression: Expression, _ edits: [Mutation.Edit] = [], bits: Double = 0) {
    self.expression = expression
    self.edits = edits
    self.bits = bits
  }

  /// A deviation by one edit.
  init(_ expression: Expression, _ kind: EditKind, _ change: Change, bits: Double) {
    self.init(
      expression, [Mutation.Edit(kind: kind, change: change, cost: Prior.cost(ofBits: bits))],
      bits: bits)
  }
}

/// A deviation that has been compiled: a part of many explanations, evaluated once.
struct Piece: Sendable {
  let deviation: Deviation
  let part: Program.Part
  let shape: Shape

  var bits: Double { deviation.bits }
}

/// Compiled deviations of one expression; of those that compute the same only the likeliest.
struct PieceList {
  private var positions: [Program.Part: Int] = [:]
  private var pieces: [Piece] = []

  mutating func add(_ deviation: Deviation, _ part: Program.Part, _ shape: Shape) {
    let piece = Piece(deviation: deviation, part: part, shape: shape)
    guard let known = positions[part] else {
      positions[part] = pieces.count
      pieces.append(piece)
      return
    }
    if deviation.bits < pieces[known].bits { pieces[known] = piece }
  }

  /// The likeliest, in order.
  func first(_ most: Int) -> [Piece] {
    let order = pieces.indices.sorted { (pieces[$0].bits, $0) < (pieces[$1].bits, $1) }
    return order.prefix(most).map { pieces[$0] }
  }
}
