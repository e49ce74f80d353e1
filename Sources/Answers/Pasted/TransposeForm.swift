/// A list that is said to be transposed: `(0.5, 0.6)^T`, `[0.5, 0.6].T`, `[0.5 0.6]'`.
///
/// The mark stays as one sign behind the list, and its entries are exchanged when they are known.
enum TransposeForm {
  static let form = PastedForm(
    .transpose,
    examples: [
      .init("(0.5, 0.6)^T", .vector(2), "[[0.5], [0.6]]"),
      .init("[0.5, 0.6].T", .vector(2), "[[0.5], [0.6]]"),
      .init("[0.5 0.6]'", .vector(2), "[[0.5], [0.6]]"),
      .init("[[1, 2], [3, 4]]^T", .matrix(2, 2), "[[1, 3], [2, 4]]"),
      .init("0.5^T", .scalar, nil), .init("[1, 2].T + 1", .vector(2), nil),
    ]
  ) { text in
    text.trim()
    for mark in marks {
      let start = text.scalars.count - mark.unicodeScalars.count
      guard start > 0, text.has(mark, at: start) else { continue }
      let list = text.trimmed(0..<start)
      guard let open = text[list.lowerBound], "[({".unicodeScalars.contains(open),
        text.closing(of: list.lowerBound) == list.upperBound - 1
      else { return false }
      text.scalars = Array(text.scalars[list]) + [PastedArrangement.turned]
      return true
    }
    return false
  }

  private static let marks = [
    "^(T)", "^⊤", "^T", "^t", ".T", "ᵀ", "⊤", "'", ".transpose()", ".t()", "^'", "^(⊤)", ".mT",
  ]
}
