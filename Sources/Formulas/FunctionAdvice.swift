import LocatedJSON

/// What somebody means who writes a function that there is not: one under another name, or what
/// formulas have a sign for.
enum FunctionAdvice {
  /// Advice on a name that is none of a function, for the end of a sentence; empty where there is none.
  static func onFunction(_ name: String) -> String {
    let plain = plain(name)
    if let writing = writings[plain] ?? slope(plain) { return "; write \(writing)" }
    let known = Function.allCases.map { $0.rawValue } + ["grad", "numgrad"]
    let same = known.first { self.plain($0) == plain }
    let meant = functions[plain]?.rawValue ?? same ?? Spelling.nearest(to: name, among: known)
    return meant.map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Advice on a word behind a dot, such as those of `np.dot` and `x.sum()`.
  static func onMember(_ member: String, of owner: String?) -> String {
    let isLibrary = owner.map { libraries.contains($0) } ?? false
    let plain = plain(member)
    if let writing = writings[plain] { return "; write \(writing)" }
    let known = Function.allCases.first { self.plain($0.rawValue) == plain } ?? functions[plain]
    guard let known else { return "; only .T may follow a dot" }
    return "; write \(known.rawValue)(\(isLibrary ? "…" : owner ?? "x"))"
  }

  /// A word for a direction by which other languages sum, and how sums are written here.
  static func onDirection(of function: Function) -> String {
    switch function {
    case .sum: "; each row has its own in rowSums(A), each column in columnSums(A)"
    case .mean: "; each row has its own in rowMeans(A), each column in columnMeans(A)"
    case .softmax: "; it goes down the columns, and rowSoftmax(A) along the rows"
    default: ""
    }
  }

  /// The derivative under the name that it has in programs: `sigmoid_prime`, `drelu`.
  private static func slope(_ plain: String) -> String? {
    for function in Function.differentiable {
      let name = self.plain(function.rawValue)
      let spellings = ["prime", "derivative", "deriv", "grad", "slope", "dash"].map { name + $0 }
      if spellings.contains(plain) || plain == "d" + name { return "\(function.rawValue)'(x)" }
    }
    return nil
  }

  /// The name without what sets spellings apart: `max_pool2d` is `maxpool`.
  private static func plain(_ name: String) -> String {
    var letters = ""
    for character in name.lowercased() where character != "_" { letters.append(character) }
    for ending in ["1d", "2d"] where letters.hasSuffix(ending) { letters.removeLast(2) }
    return letters
  }

  private static let libraries: Set<String> = [
    "np", "numpy", "math", "torch", "jnp", "jax", "tf", "nn", "F", "scipy", "Math",
  ]

  /// What is written otherwise than as a function.
  private static let writings = [
    "hadamard": "a * b, entry by entry", "multiply": "a * b, entry by entry",
    "elementwise": "a * b, entry by entry", "matmul": "a @ b", "mm": "a @ b", "mv": "a @ b",
    "pow": "a^b", "power": "a^b", "t": "A.T", "std": "sqrt(variance(x))",
    "reshape": "the entries you need, as in [x[1..2], x[3..4]]", "len": "the number itself",
    "size": "the number itself", "shape": "the numbers themselves",
    "trace": "sum(diag(A))", "log10": "log(x) / log(10)", "log2": "log(x) / log(2)",
    "where": "a comparison as a factor, as in (x > 0) * x", "zeroslike": "0 * x",
    "oneslike": "0 * x + 1", "pad": "padding=1 within correlate, or concat(0, x, 0)",
  ]

  /// Functions under the names that they have elsewhere.
  private static let functions: [String: Function] = [
    "ln": .log, "sigma": .sigmoid, "sigm": .sigmoid, "sig": .sigmoid, "logistic": .sigmoid,
    "expit": .sigmoid,
    "linear": .identity, "avg": .mean,
    "average": .mean, "var": .variance, "maximum": .max, "minimum": .min, "amax": .max,
    "concatenate": .concat, "cat": .concat, "hstack": .concat, "append": .concat, "join": .concat,
    "vstack": .stack, "heaviside": .step, "unitstep": .step, "threshold": .step, "sgn": .sign,
    "clamp": .clip, "conv": .correlate, "convolution": .convolve, "crosscorrelation": .correlate,
    "crosscorrelate": .correlate, "correlation": .correlate, "flip": .rotate180,
    "rot180": .rotate180, "rotate": .rotate180,
    "reverse": .rotate180, "maxpooling": .maxPool, "avgpool": .averagePool,
    "meanpool": .averagePool, "averagepooling": .averagePool, "silu": .swish, "lrelu": .leakyRelu,
    "identitymatrix": .eye, "inner": .dot, "innerproduct": .dot, "scalarproduct": .dot,
    "outerproduct": .outer, "kron": .outer, "tensorproduct": .outer,
    "colsums": .columnSums, "colmeans": .columnMeans, "prefixsum": .cumsum,
  ]
}
