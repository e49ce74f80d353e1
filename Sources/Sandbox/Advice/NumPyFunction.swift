/// What NumPy calls by a name, as Swift writes it.
struct NumPyFunction {
  typealias Shape = Complaint.Shape

  /// An argument, and what it was declared as.
  struct Argument {
    let text: String
    let shape: Shape
  }

  /// What to say of it.
  let sentence: String
  /// The same in Swift; nil where that depends on what was meant.
  let text: String?

  static let ofNumbers: Set<String> = [
    "exp", "log", "log2", "log10", "sqrt", "tanh", "sinh", "cosh", "sin", "cos", "tan", "abs",
    "floor", "ceil", "round", "log1p", "expm1", "atan",
  ]

  /// Nil where NumPy has no such name, or nobody would use it in an exercise.
  init?(_ name: String, _ arguments: [Argument]) {
    if NumPyFunction.ofNumbers.contains(name), let first = arguments.first {
      sentence =
        "'\(name)' is a function of its own in Swift, for one number: without 'np.', and "
        + "with map for every entry of a list"
      text =
        first.shape == .number
        ? "\(name)(\(first.text))"
        : Elementwise.map(first.text, shape: first.shape) { "\(name)(\($0))" }
      return
    }
    guard let (words, text) = NumPyFunction.special(name, arguments) else { return nil }
    sentence = words
    self.text = text
  }

  private static func special(_ name: String, _ all: [Argument]) -> (String, String?)? {
    let first = all.first?.text ?? ""
    let isNested = all.first?.shape == .matrix
    switch (name, all.count) {
    case ("sum", 1...):
      return (
        "A list has no sum in Swift: reduce adds its entries up",
        isNested ? "\(first).map { $0.reduce(0, +) }.reduce(0, +)" : "\(first).reduce(0, +)"
      )
    case ("mean", 1...), ("average", 1...):
      return (
        "A list has no mean in Swift: add up its entries and divide by Double of their count",
        "(\(first).reduce(0, +) / Double(\(first).count))"
      )
    case ("len", 1), ("size", 1):
      return ("How many entries a list has is its 'count'", "\(first).count")
    case ("max", 1), ("amax", 1):
      return (
        "The largest entry is list.max(), and '!' says that the list is not empty",
        "\(first).max()!"
      )
    case ("min", 1), ("amin", 1):
      return (
        "The smallest entry is list.min(), and '!' says that the list is not empty",
        "\(first).min()!"
      )
    case ("dot", 2), ("matmul", 2), ("inner", 2):
      return (
        "Swift has no dot: multiply the pairs that zip makes, and add them up",
        Elementwise.product(first, all[0].shape, all[1].text, all[1].shape)
      )
    case ("multiply", 2), ("add", 2), ("subtract", 2), ("divide", 2):
      let operations = ["multiply": "*", "add": "+", "subtract": "-", "divide": "/"]
      return (
        "Lists have no arithmetic in Swift: pair the entries with zip and use map",
        Elementwise.text(
          first, all[0].shape, operations[name] ?? "*", all[1].text, all[1].shape)
      )
    case ("outer", 2):
      return (
        "Swift has no outer: a map inside a map makes one row for each entry of the first",
        "\(first).map { a in \(all[1].text).map { b in a * b } }"
      )
    case ("maximum", 2), ("minimum", 2):
      let swift = name == "maximum" ? "max" : "min"
      guard all[0].shape == .number, all[1].shape != .number else { return nil }
      return (
        "'\(swift)' takes numbers; for every entry of a list, use map",
        Elementwise.map(all[1].text, shape: all[1].shape) { "\(swift)(\(first), \($0))" }
      )
    case ("power", 2), ("pow", 2):
      return (
        "Powers are pow(base, exponent), of numbers",
        all[0].shape == .number
          ? "pow(\(first), \(all[1].text))"
          : Elementwise.map(first, shape: all[0].shape) { "pow(\($0), \(all[1].text))" }
      )
    case ("zeros", 1), ("ones", 1), ("empty", 1):
      return (
        "A list is made with its entry repeated",
        repeated(first, name == "ones" ? "1" : "0")
      )
    case ("zeros_like", 1), ("ones_like", 1):
      let value = name == "ones_like" ? "1.0" : "0.0"
      return (
        "A list of the same length is made with map",
        isNested ? "\(first).map { $0.map { _ in \(value) } }" : "\(first).map { _ in \(value) }"
      )
    case ("array", 1), ("asarray", 1):
      return ("A list is an array already: write it in brackets alone", first)
    case ("arange", 1), ("range", 1):
      return ("The numbers from 0 below n are 0..<n", "Array(0..<\(first))")
    case ("transpose", 1):
      return ("Swift has no transpose: collect the entries of each column", transposed(first))
    case ("argmax", 1):
      return (
        "Swift has no argmax: look for the largest number among the indices",
        "\(first).indices.max { \(first)[$0] < \(first)[$1] }!"
      )
    case ("where", 3), ("eye", 1), ("concatenate", 1), ("clip", 3), ("diag", 1), ("reshape", 1...):
      return ("Swift has no '\(name)': write it as a map over the indices", nil)
    default: return nil
    }
  }

  static func transposed(_ matrix: String) -> String {
    "\(matrix)[0].indices.map { j in \(matrix).map { $0[j] } }"
  }

  /// A list, or for `(m, n)` a list of lists, with the same number everywhere.
  private static func repeated(_ size: String, _ value: String) -> String {
    let line = CodeLine(size)
    let sizes =
      size.hasPrefix("(") ? line.pieces(of: 1..<(line.count - 1)).map { line.text($0) } : [size]
    let row = "[Double](repeating: \(value), count: \(sizes.last ?? size))"
    return sizes.count == 2 ? "[[Double]](repeating: \(row), count: \(sizes[0]))" : row
  }
}
