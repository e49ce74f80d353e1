extension PastedArrangement {
  /// The forms that are found where entries are told apart, in the order in which they are named.
  static let forms = [
    PastedForm(
      .blanks,
      examples: [
        .init("[0.5 -0.25]", .vector(2), "[0.5, -0.25]"),
        .init("[[ 0.5  0.25]\n [-1.   2. ]]", .matrix(2, 2), "[[0.5, 0.25], [-1., 2.]]"),
        .init("[0.5 - 0.25]", .vector(2), nil), .init("0.5 -0.25", .scalar, "0.5 -0.25"),
        .init("[0.1 0.2\n 0.3 0.4]", .vector(4), "[0.1, 0.2, 0.3, 0.4]"),
      ]),
    PastedForm(
      .semicolons,
      examples: [
        .init("[1 2; 3 4]", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("[1, 2; 3, 4;]", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("[0.5; 0.6]", .vector(2), "[[0.5], [0.6]]"),
        .init("[1, 2; 3]", .matrix(2, 2), nil),
      ]),
    PastedForm(
      .lines,
      examples: [
        .init("1 2\n3 4", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("[1, 2]\n[3, 4]", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("0.5\n0.6", .vector(2), "[[0.5], [0.6]]"),
        .init("| 1 | 2 |\n| 3 | 4 |", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("1 2\n3", .matrix(2, 2), nil),
      ]),
    PastedForm(
      .brackets,
      examples: [
        .init("(0.5, 0.6)", .vector(2), "[0.5, 0.6]"),
        .init("{{1, 2}, {3, 4}}", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("((1, 2), (3, 4))", .matrix(2, 2), "[[1, 2], [3, 4]]"),
        .init("(0.5)", .scalar, "(0.5)"), .init("(0.5, 0.6]", .vector(2), nil),
      ]),
    PastedForm(
      .bare,
      examples: [
        .init("0.5, 0.6", .vector(2), "[0.5, 0.6]"),
        .init("0.5 1/2", .vector(2), "[0.5, 1/2]"), .init("0.5, , 0.6", .vector(2), nil),
        .init("0.5, 0.6", .scalar, nil),
      ]),
    PastedForm(
      .decimalComma,
      examples: [
        .init("0,25", .scalar, "0.25"), .init("[0,5, 0,25]", .vector(2), "[0.5, 0.25]"),
        .init("[0,5;0,25]", .vector(2), "[[0.5], [0.25]]"),
        .init("[0,5 -0,25]", .vector(2), "[0.5, -0.25]"),
        .init("[0,5,0,25]", .vector(2), "[0.5, 0.25]"),
        .init("[0,5,1,0,25]", .vector(3), nil), .init("1,234", .scalar, nil),
        .init("1.234,5", .scalar, "1234.5"), .init("0.5,25", .scalar, nil),
      ]),
    PastedForm(
      .thousands,
      examples: [
        .init("1,234.5", .scalar, "1234.5"), .init("12,345,678", .scalar, "12345678"),
        .init("1,234e-1", .scalar, "1.234e-1"), .init("1,2345", .scalar, "1.2345"),
      ]),
  ]
}
