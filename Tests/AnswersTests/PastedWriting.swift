import Formulas
import Numerics

/// Numbers as somebody typed or printed them, with what they are.
struct PastedTensor {
  let shape: Shape
  /// Each number's digits, its sign, and how many of them are decimals.
  let spellings: [String]
  let numbers: [Double]
  let lastDigits: [Int]

  /// A random tensor of up to 3 by 3 entries, none of which can be taken for another's thousands.
  init(_ random: inout SplitMix64) {
    let shapes: [Shape] = [
      .scalar, .vector(2), .vector(3), .vector(5), .matrix(2, 2), .matrix(2, 3), .matrix(3, 2),
    ]
    shape = shapes[Int(random.next() % UInt64(shapes.count))]
    var spellings: [String] = []
    var numbers: [Double] = []
    var lastDigits: [Int] = []
    for _ in 0..<shape.count {
      let decimals = 1 + Int(random.next() % 6)
      let whole = random.next() % 3 == 0 ? random.next() % 30 : 0
      var digits = ""
      for _ in 0..<decimals { digits += "\(random.next() % 10)" }
      let sign = random.next() % 2 == 0 ? "-" : ""
      spellings.append("\(sign)\(whole).\(digits)")
      numbers.append(Double("\(sign)\(whole).\(digits)") ?? 0)
      lastDigits.append(-decimals)
    }
    (self.spellings, self.numbers, self.lastDigits) = (spellings, numbers, lastDigits)
  }

  var rows: [[String]] {
    let width = shape.columns
    return stride(from: 0, to: spellings.count, by: width).map {
      Array(spellings[$0..<$0 + width])
    }
  }

  /// The entries in brackets, with what separates entries and rows.
  func list(
    _ separator: String, _ rowSeparator: String, _ open: String = "[", _ close: String = "]"
  ) -> String {
    switch shape {
    case .scalar: spellings[0]
    case .vector: open + spellings.joined(separator: separator) + close
    case .matrix:
      open
        + rows.map { open + $0.joined(separator: separator) + close }
        .joined(separator: rowSeparator) + close
    }
  }

  /// The entries in one pair of brackets, a vector as one column where it is asked for.
  func flat(_ separator: String, _ rowSeparator: String, isColumn: Bool = false) -> String {
    if isColumn, case .vector = shape { return spellings.joined(separator: rowSeparator) }
    return rows.map { $0.joined(separator: separator) }.joined(separator: rowSeparator)
  }
}

extension String {
  fileprivate var withDecimalCommas: String { String(map { $0 == "." ? "," : $0 }) }
}

/// One way of writing a tensor; nil where the tensor cannot be written so.
struct PastedWriting: Sendable {
  let name: String
  let write: @Sendable (PastedTensor) -> String?

  init(_ name: String, _ write: @escaping @Sendable (PastedTensor) -> String?) {
    self.name = name
    self.write = write
  }

  static let all: [PastedWriting] = [
    .init("sheet") { $0.list(", ", ", ") },
    .init("NumPy, printed") { $0.list("  ", "\n ") },
    .init("NumPy, repr") { "array(\($0.list(", ", ",\n       ")))" },
    .init("NumPy, dtype") { "np.array(\($0.list(",", ",")), dtype=np.float32)" },
    .init("PyTorch") { "tensor(\($0.list(", ", ",\n        ")), grad_fn=<MmBackward0>)" },
    .init("PyTorch, GPU") {
      "tensor(\($0.list(", ", ",\n        ")), device='cuda:0',\n       dtype=torch.float64)"
    },
    .init("TensorFlow") {
      $0.shape == .scalar
        ? "<tf.Tensor: shape=(), dtype=float32, numpy=\($0.spellings[0])>"
        : "<tf.Tensor: shape=(2,), dtype=float32, numpy=\narray(\($0.list(", ", ",\n       ")), "
          + "dtype=float32)>"
    },
    .init("TensorFlow, printed") {
      "tf.Tensor(\($0.shape == .scalar ? "" : "\n")\($0.list(" ", "\n ")), shape=(2, 2), dtype=float32)"
    },
    .init("JAX") { "Array(\($0.list(", ", ",\n       ")), dtype=float32)" },
    .init("MATLAB") { "[\($0.flat(" ", "; "))]" },
    .init("MATLAB, commas") { "[\($0.flat(", ", "; "))];" },
    .init("MATLAB, column") { "[\($0.flat(" ", "; ", isColumn: true))]" },
    .init("MATLAB, printed") { "\n\n   \($0.flat("   ", "\n   "))\n" },
    .init("MATLAB, transposed") {
      if case .vector = $0.shape { "[\($0.flat("; ", "; "))]'" } else { nil }
    },
    .init("Octave, columns") { $0.flat("   ", "\n   ", isColumn: true) },
    .init("Julia") {
      switch $0.shape {
      case .scalar: nil
      case .vector(let count):
        "\(count)-element Vector{Float64}:\n " + $0.flat("  ", "\n ", isColumn: true)
      case .matrix(let rows, let columns):
        "\(rows)×\(columns) Matrix{Float64}:\n  " + $0.flat("  ", "\n  ")
      }
    },
    .init("R") {
      switch $0.shape {
      case .scalar, .vector: "[1] " + $0.flat(" ", " ")
      case .matrix(_, let columns):
        "     " + (1...columns).map { "[,\($0)]" }.joined(separator: " ") + "\n"
          + $0.rows.enumerated().map { "[\($0 + 1),] " + $1.joined(separator: " ") }
          .joined(separator: "\n")
      }
    },
    .init("R, c()") { if case .vector = $0.shape { "c(\($0.flat(", ", ", ")))" } else { nil } },
    .init("pandas") {
      guard case .matrix(_, let columns) = $0.shape else { return nil }
      return "   " + (0..<columns).map { "\($0)" }.joined(separator: "   ") + "\n"
        + $0.rows.enumerated().map { "\($0)  " + $1.joined(separator: "  ") }
        .joined(separator: "\n")
    },
    .init("pandas, series") {
      guard case .vector = $0.shape else { return nil }
      return $0.spellings.enumerated().map { "\($0)    \($1)" }.joined(separator: "\n")
        + "\ndtype: float64"
    },
    .init("Mathematica") { $0.list(", ", ", ", "{", "}") },
    .init("Mathematica, precision") { $0.powered("`", "{", "}") },
    .init("tuples") { $0.list(", ", ", ", "(", ")") },
    .init("LaTeX") {
      #"\begin{bmatrix} "# + $0.flat(" & ", #" \\ "#, isColumn: true) + #" \end{bmatrix}"#
    },
    .init("LaTeX, array") {
      #"$\left(\begin{array}{ccc}"# + "\n" + $0.flat(" & ", " \\\\\n")
        + "\n" + #"\end{array}\right)$"#
    },
    .init("Excel") { $0.flat("\t", "\n") },
    .init("Excel, decimal commas") { $0.flat("\t", "\n").withDecimalCommas },
    .init("table") {
      if case .matrix = $0.shape { "| " + $0.flat(" | ", " |\n| ") + " |" } else { nil }
    },
    .init("bare") { $0.shape.rank == 2 ? nil : $0.flat(", ", ", ") },
    .init("spoken") {
      $0.shape.rank == 2
        ? nil : $0.flat(" and ", " and ").replacing(text: "-", by: "minus ")
    },
    .init("decimal commas") { $0.list(", ", ", ").withDecimalCommas },
    .init("decimal commas, semicolons") { $0.list("; ", "; ").withDecimalCommas },
    .init("decimal commas, close") { $0.list(",", ",").withDecimalCommas },
    .init("decimal commas, blanks") { "[\($0.flat(" ", "; ").withDecimalCommas)]" },
    .init("decimal commas, tuples") { $0.list("; ", "; ", "(", ")").withDecimalCommas },
    .init("units") { $0.list(", ", ", ") + " (rounded)" },
    .init("nearly") { "≈ " + $0.list(", ", ", ") + "." },
    .init("chain") { "f(z) = " + $0.list(", ", ", ") },
    .init("full width") { $0.list("， ", "， ", "［", "］") },
    .init("drawn brackets") {
      guard case .matrix(let rows, _) = $0.shape else { return nil }
      let lines = $0.rows.map { $0.joined(separator: "  ") }
      return lines.enumerated().map { index, line in
        index == 0 ? "⎡\(line)⎤" : index == rows - 1 ? "⎣\(line)⎦" : "⎢\(line)⎥"
      }.joined(separator: "\n")
    },
  ]

  /// Ways that multiply every number by a power of ten.
  static let powers: [(PastedWriting, power: Int)] = [
    (.init("·10⁻³") { $0.powered("·10⁻³") }, -3),
    (.init("x 10^-2") { $0.powered(" x 10^-2") }, -2),
    (.init("*10**(4)") { $0.powered("*10**(4)") }, 4),
    (.init(#"\cdot 10^{-5}"#) { $0.powered(#" \cdot 10^{-5}"#) }, -5),
    (.init("*^-6") { $0.powered("*^-6", "{", "}") }, -6),
    (.init("f-2") { $0.powered("f-2") }, -2),
    (.init("MATLAB's factor") { "1.0e-03 *\n\n   \($0.flat("   ", "\n   "))\n" }, -3),
    (
      .init("factor before a list") {
        $0.shape == .scalar ? nil : "10^-4 · " + $0.list(", ", ", ")
      }, -4
    ),
  ]
}

extension PastedTensor {
  fileprivate func powered(_ power: String, _ open: String = "[", _ close: String = "]") -> String {
    switch shape {
    case .scalar: spellings[0] + power
    case .vector: open + spellings.map { $0 + power }.joined(separator: ", ") + close
    case .matrix:
      open
        + rows.map { open + $0.map { $0 + power }.joined(separator: ", ") + close }
        .joined(separator: ", ") + close
    }
  }
}
