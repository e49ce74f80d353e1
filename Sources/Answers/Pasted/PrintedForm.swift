/// An array as NumPy, PyTorch, TensorFlow, JAX, pandas, R, Julia or Mathematica prints it: what
/// stands around the entries is left out.
enum PrintedForm {
  static let form = PastedForm(
    .printed,
    examples: [
      .init("np.array([0.5, 0.25])", .vector(2), "[0.5, 0.25]"),
      .init(
        "array([[1., 2.],\n       [3., 4.]], dtype=float32)", .matrix(2, 2),
        "[[1., 2.], [3., 4.]]"),
      .init(
        "tensor([0.5, 0.25], device='cuda:0', grad_fn=<SigmoidBackward0>)", .vector(2),
        "[0.5, 0.25]"),
      .init("tensor(0.26, requires_grad=True)", .scalar, "0.26"),
      .init(
        "Parameter containing:\ntensor([0.5, 0.25], requires_grad=True)", .vector(2),
        "[0.5, 0.25]"),
      .init(
        "<tf.Tensor: shape=(2,), dtype=float32, numpy=array([0.5, 0.25], dtype=float32)>",
        .vector(2), "[0.5, 0.25]"),
      .init(
        "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)", .matrix(2, 2),
        "[[1., 2.], [3., 4.]]"),
      .init("[np.float64(0.5), np.float64(0.25)]", .vector(2), "[0.5, 0.25]"),
      .init(
        "2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0", .matrix(2, 2), "[[1.0, 2.0], [3.0, 4.0]]"),
      .init("     [,1] [,2]\n[1,]    1    2\n[2,]    3    4", .matrix(2, 2), "[[1, 2], [3, 4]]"),
      .init("[1] 0.5 0.25", .vector(2), "[0.5, 0.25]"),
      .init("c(0.5, 0.25)", .vector(2), "[0.5, 0.25]"),
      .init("0    0.5\n1    0.25\ndtype: float64", .vector(2), "[[0.5], [0.25]]"),
      .init("     0    1\n0  0.5  1.5\n1  2.5  3.5", .matrix(2, 2), "[[0.5, 1.5], [2.5, 3.5]]"),
      .init("{0.5`, 0.25`5.}", .vector(2), "[0.5, 0.25]"),
      .init("Float64[0.5, 0.25]", .vector(2), "[0.5, 0.25]"),
      .init("0 0.5\n1 0.25", .vector(2), "[[0.5], [0.25]]"),
      .init("0 0.5\n1 0.25", .matrix(2, 2), "[[0, 0.5], [1, 0.25]]"),
      .init("Out[3]: array([0.5, 0.25])", .vector(2), "[0.5, 0.25]"),
      .init("matrix(c(1, 2, 3, 4), nrow=2)", .matrix(2, 2), nil),
      .init("array([1, 2]) + array([3, 4])", .vector(2), nil), .init("sqrt(4)", .scalar, "sqrt(4)"),
    ]
  ) { text in
    let length = text.scalars.count
    dropPrompt(&text)
    dropTensorFlow(&text)
    PrintedLines.drop(&text)
    guard PrintedCalls.drop(&text) else { return false }
    dropPrecision(&text)
    return text.scalars.count < length
  }

  /// `Out[3]: …` and `Out[3]= …`, less what stands before the value.
  private static func dropPrompt(_ text: inout PastedText) {
    let start = text.skippingBlanks(from: 0)
    guard text.has("Out[", at: start), let close = text.closing(of: start + 3),
      text[close + 1] == ":" || text[close + 1] == "="
    else { return }
    text.scalars.removeSubrange(...(close + 1))
  }

  /// `<tf.Tensor: shape=(2,), dtype=float32, numpy=…>`, less what stands around the value.
  private static func dropTensorFlow(_ text: inout PastedText) {
    let start = text.skippingBlanks(from: 0)
    guard text[start] == "<", let value = text.place(of: "numpy=") else { return }
    text.trim()
    if text.scalars.last == ">" { text.scalars.removeLast() }
    text.scalars.removeSubrange(..<min(text.scalars.count, value - start + 6))
  }

  /// The mark of precision that Mathematica puts behind numbers: `0.5` and a grave accent.
  private static func dropPrecision(_ text: inout PastedText) {
    guard text.holds("`") else { return }
    var output: [Unicode.Scalar] = []
    var place = 0
    while place < text.scalars.count {
      let scalar = text.scalars[place]
      place += 1
      guard scalar == "`", output.last?.isDigit == true || output.last == "." else {
        output.append(scalar)
        continue
      }
      while let digit = text[place], digit.isDigit || digit == "." || digit == "`" { place += 1 }
    }
    text.scalars = output
  }
}
