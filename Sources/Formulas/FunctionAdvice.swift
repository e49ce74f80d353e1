import LocatedJSON

/// What somebody means who writes a function that there is not: one under another name, or what
/// formulas have a sign for.
enum FunctionAdvice {
  /// Advice on a name that is none of a function, for the end of a sentence; empty where there is none.
  static func onFunction(_ name: String) -> String {
    let plain = plain(name)
    if let writing = writings[plain] { return "; write \(writing)" }
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
  ]

  /// Functions under the names that they have elsewhere.
  private static let functions: [String: Function] = [
    "ln": .log, "sigm": .sigmoid, "sig": .sigmoid, "logistic": .sigmoid, "expit": .sigmoid,
    "linear": .identity, "avg": .mean,
    "average": .mean, "var": .variance, "maximum": .max, "minimum": .min, "amax": .max,
    "concatenate": .concat, "cat": .concat, "hstack": .concat, "append": .concat, "join": .concat,
    "vstack": .stack, "heaviside": .step, "unitstep": .step, "threshold": .step, "sgn": .sign,
    "clamp": .clip, "conv": .correlate, "convolution": .convolve, "crosscorrelation": .correlate,
    "correlation": .correlate, "flip": .rotate180, "rot180": .rotate180, "rotate": .rotate180,
    "reverse": .rotate180, "maxpooling": .maxPool, "avgpool": .averagePool,
    "meanpool": .averagePool, "averagepooling": .averagePool, "silu": .swish, "lrelu": .leakyRelu,
    "identitymatrix": .eye,
    "colsums": .columnSums, "colmeans": .columnMeans, "prefixsum": .cumsum,
  ]
}
