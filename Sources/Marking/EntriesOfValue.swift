import Answers
import Formulas
import LocatedJSON

/// The entries, or the rows, of one value that were written one by one.
struct EntriesOfValue {
  private let entries: [AnswerPlan.Entry]
  private let shape: Shape
  private let name: String

  init(_ entries: [AnswerPlan.Entry], _ shape: Shape, _ name: String) {
    self.entries = entries
    self.shape = shape
    self.name = name
  }

  /// The value as a whole.
  ///
  /// - Throws: Why it cannot be put together, or an entry cannot be read.
  func value(
    _ read: (Answer, Shape) throws(AnswerFault) -> ReadValue
  ) throws(AnswerFault) -> ReadValue {
    guard let first = entries.first else { throw AnswerFault(.incomplete(name, 0, 0), at: nil) }
    // Entries are counted from 0 where one of them is the 0th.
    let base = entries.contains { $0.places.contains(0) } ? 0 : 1
    let areRows = shape.rank == 2 && first.places.count == 1
    let count = areRows ? shape.rows : shape.count
    let part: Shape = areRows ? .vector(shape.columns) : .scalar
    var parts = [TypedValue?](repeating: nil, count: count)
    var kinds: [PastedKind] = [.entries]
    for entry in entries {
      guard let place = place(of: entry.places, base, areRows: areRows) else {
        throw AnswerFault(
          .noSuchEntry(name, shape), at: entry.answer.nameRange.lowerBound)
      }
      let value = try read(entry.answer, part)
      guard let fitted = value.value.fitted(to: part) else {
        throw AnswerFault(
          .shapeOfEntry(part, value.value.tensor.shape), at: entry.answer.range.lowerBound)
      }
      parts[place] = fitted
      kinds += value.kinds.filter { !kinds.contains($0) }
    }
    var tensor: [Double] = []
    var digits: [Int?] = []
    for part in parts {
      guard let part else {
        throw AnswerFault(
          .incomplete(name, parts.count { $0 != nil }, count),
          at: first.answer.nameRange.lowerBound)
      }
      tensor += part.tensor.entries
      digits += part.lastDigits
    }
    return ReadValue(
      TypedValue(Tensor(shape: shape, entries: tensor), lastDigits: digits), kinds: kinds)
  }

  private func place(of places: [Int], _ base: Int, areRows: Bool) -> Int? {
    let indices = places.map { $0 - base }
    guard let first = indices.first, indices.count == (areRows ? 1 : shape.rank) else { return nil }
    let limits = areRows ? [shape.rows] : shape.sizes
    for (index, limit) in zip(indices, limits) where index < 0 || index >= limit { return nil }
    return indices.count == 1 ? first : first * shape.columns + indices[1]
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func incomplete(_ name: String, _ given: Int, _ count: Int) -> Message {
    "\(name: name) has \(count) entries, of which \(given) \(given == 1 ? "is" : "are") given"
  }

  fileprivate static func noSuchEntry(_ name: String, _ shape: Shape) -> Message {
    "\(name: name) is \(shape) and has no such entry"
  }

  fileprivate static func shapeOfEntry(_ asked: Shape, _ found: Shape) -> Message {
    "\(asked) is expected here, but there is \(found)"
  }
}
