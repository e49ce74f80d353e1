import Answers
import Formulas

/// A slip of copying that is written as a list of entries, told as what it is.
enum Miscopy {
  /// One number of a table with the other sign.
  case sign(of: Expression)
  /// One number with two digits exchanged.
  case digits(Expression, of: Expression)
  /// One row of a table in the place of another, counted as the exercise counts.
  case row(String, of: Expression, for: String)
  /// The entries of a vector from behind or moved by one.
  case order(of: Expression)
  /// Two samples in each other's place.
  case samples(of: Expression)
  /// A number of another layer, spread over all entries.
  case spread(Expression)
  /// The first row, or the first number, for all.
  case first(isRow: Bool)
  /// One term of a sum of products.
  case term(Expression)

  /// - Parameter base: From what rows and entries are counted.
  init?(_ edit: Mutation.Edit, indexBase base: Int) {
    guard case .replaced(let before, let after) = edit.change else { return nil }
    if edit.kind == .wrongName, let read = after.unsigned, read.count > 1 {
      self = .digits(after, of: before)
      return
    }
    switch (before.node, after.node) {
    case (.name, .list(let entries)):
      guard let found = Miscopy.listed(entries, for: before, base) else { return nil }
      self = found
    case (.name, .transpose(let turned)):
      guard case .list = turned.node else { return nil }
      self = .samples(of: before)
    case (.name, .binary(.multiply, let number, let ones)):
      guard case .call(.sum, let other) = number.node, case .call(.ones, _) = ones.node else {
        return nil
      }
      self = .spread(other[0])
    case (_, .call(.outer, let factors)) where edit.kind == .wrongIndex:
      guard case .call(.ones, _) = factors[0].node, case .index(before, _) = factors[1].node else {
        return nil
      }
      self = .first(isRow: true)
    case (_, .binary(.multiply, let first, let ones)) where edit.kind == .wrongIndex:
      guard case .call(.ones, _) = ones.node, case .index(before, _) = first.node else {
        return nil
      }
      self = .first(isRow: false)
    case (_, .binary(.subtract, before, let path)) where edit.kind == .wrongIndex:
      self = .term(path)
    default: return nil
    }
  }

  private static func listed(
    _ entries: [Expression], for whole: Expression, _ base: Int
  ) -> Miscopy? {
    for entry in entries {
      if case .negate(let number) = entry.node { return .sign(of: number) }
      guard case .list(let row) = entry.node else { continue }
      for entry in row {
        if case .negate(let number) = entry.node { return .sign(of: number) }
      }
    }
    let places = entries.compactMap { $0.place }
    guard places.count == entries.count else { return nil }
    if Set(places).count == places.count { return .order(of: whole) }
    return places.indices.first { places[$0] != $0 + base }
      .map { .row("\(places[$0])", of: whole, for: "\($0 + base)") }
  }

  /// What happens in words, once in a sentence of its own and once after "if z1 is computed".
  func words(_ shown: (Expression) -> Message) -> (direct: Message, conditional: Message) {
    switch self {
    case .sign(let entry):
      ("you took \(shown(entry)) with the other sign", "with the other sign of \(shown(entry))")
    case .digits(let read, let entry):
      (
        "you read \(shown(entry)) as \(shown(read)), with two digits exchanged",
        "with \(shown(entry)) read as \(shown(read)), two digits exchanged"
      )
    case .row(let used, let table, let row):
      (
        "you used row \(used) of \(shown(table)) for row \(row)",
        "with row \(used) of \(shown(table)) for row \(row)"
      )
    case .order(let vector):
      (
        "you read the entries of \(shown(vector)) in another order",
        "with the entries of \(shown(vector)) in another order"
      )
    case .samples(let table):
      (
        "you exchanged two samples of \(shown(table))",
        "with two samples of \(shown(table)) exchanged"
      )
    case .spread(let number):
      (
        "you used \(shown(number)), which is one number, for every entry",
        "with \(shown(number)), which is one number, for every entry"
      )
    case .first(let isRow):
      isRow
        ? ("you wrote down the first row for every row", "with the first row for every row")
        : ("you wrote down the first number for every one", "with the first number for every one")
    case .term(let path):
      (
        "you left out the term \(shown(path)) of the sum",
        "without the term \(shown(path)) of the sum"
      )
    }
  }

  /// What it is called wherever it is made.
  var gist: Message {
    switch self {
    case .sign: "copied a number with the other sign"
    case .digits: "read a given number with two digits exchanged"
    case .row: "used one row of a table for another"
    case .order: "read the entries of a vector in another order"
    case .samples: "exchanged two samples"
    case .spread: "used one number of another layer for every entry"
    case .first: "wrote down the first row for every row"
    case .term: "left out one term of a sum"
    }
  }
}

extension Expression {
  /// The digits of a number, whatever its sign.
  fileprivate var unsigned: String? {
    switch node {
    case .number(_, let spelling): spelling.filter { $0.isNumber }
    case .negate(let inner): inner.unsigned
    default: nil
    }
  }

  /// The row or entry of something that is meant, where it is one.
  fileprivate var place: Int? {
    guard case .index(_, let places) = node, places.count == 1,
      case .number(let value, _) = places[0].node
    else { return nil }
    return Int(value)
  }
}
