/// Names that Swift does not know, or not without an import.
extension CompilerAdvice {
  static let names = [
    foundation, module, range, numPy, numPyName, member, constants, unfinishedName,
  ]

  private static let ofFoundation: Set<String> = [
    "exp", "log", "log2", "log10", "sqrt", "pow", "tanh", "sinh", "cosh", "sin", "cos", "tan",
    "floor", "ceil", "round", "fabs", "fmax", "fmin", "exp2", "log1p", "expm1", "erf", "atan",
    "Date", "UUID", "NumberFormatter", "M_PI", "M_E", "cbrt",
  ]

  private static let foundation = CompilerAdvice(
    "foundation",
    [
      .program(
        "func f(_ x: Double) -> Double {\n  return 1 / (1 + exp(-x))\n}\n",
        mends: "import Foundation\nfunc f(_ x: Double) -> Double {")
    ]
  ) { complaint in
    guard let found = complaint.fits("cannot find '*' in scope"), ofFoundation.contains(found[0]),
      !complaint.program.contains(where: { $0.hasPrefix("import Foundation") })
    else { return nil }
    return complaint.mended(
      "exp, log, pow and the like are in Foundation: write 'import Foundation' in the first line",
      line: 1, "import Foundation\n\(complaint.program.first ?? "")")
  }

  private static let elsewhere: Set<String> = [
    "Accelerate", "Darwin", "UIKit", "AppKit", "SwiftUI", "CoreML", "Cocoa", "simd", "XCTest",
    "PlaygroundSupport", "CoreGraphics", "Numerics", "TensorFlow", "PythonKit", "numpy", "math",
    "Testing", "torch", "Surge", "MachineLearning", "os", "Combine", "CreateML",
  ]

  private static let module = CompilerAdvice(
    "module",
    [
      .program(
        "import Accelerate\nfunc f(_ x: Double) -> Double { exp(x) }\n", mends: "import Foundation"),
      .program(
        "import Darwin\nfunc f(_ x: Double) -> Double { exp(x) }\n", mends: "import Foundation"),
    ]
  ) { complaint in
    guard let found = complaint.fits("import * is not available here") else { return nil }
    let isKnown = elsewhere.contains(found[0])
    let sentence =
      "Here are Foundation, Dispatch, Synchronization and RegexBuilder: "
      + "for exp, log and the like write 'import Foundation'"
    return isKnown
      ? complaint.mended(sentence, about: found[0], "import Foundation")
      : complaint.told(sentence, about: found[0])
  }

  private static let range = CompilerAdvice(
    "range",
    [
      .body(
        "_ z: [Double]) -> Double",
        "  var s = 0.0\n  for i in range(z.count) {\n    s += z[i]\n  }\n  return s",
        mends: "  for i in 0..<z.count {"),
      .body(
        "_ z: [Double]) -> Double",
        "  var s = 0.0\n  for i in range(1, z.count) { s += z[i] }\n  return s",
        mends: "  for i in 1..<z.count { s += z[i] }"),
      .body(
        "_ z: [Double]) -> Double",
        "  var s = 0.0\n  for i in range(0, z.count, 2) { s += z[i] }\n  return s",
        mends: "  for i in stride(from: 0, to: z.count, by: 2) { s += z[i] }"),
      .body(
        "_ z: [Double]) -> Double",
        "  var s = 0.0\n  for i in z.count { s += z[i] }\n  return s",
        mends: "  for i in 0..<z.count { s += z[i] }"),
    ]
  ) { complaint in
    let line = complaint.line
    let sentence = "A loop runs over a list or a range, and the numbers from 0 below n are 0..<n"
    if complaint.fits("for-in loop requires 'Int' to conform to 'Sequence'") != nil,
      let word = line.range(ofWord: "in"), let term = line.term(from: word.upperBound)
    {
      return complaint.mended(sentence, term, with: "0..<\(line.text(term))")
    }
    guard complaint.fits("cannot find 'range' in scope") != nil,
      let call = line.call(at: complaint.place)
    else { return nil }
    let bounds = call.arguments.map { line.text($0) }
    let text: String
    switch bounds.count {
    case 1: text = "0..<\(bounds[0])"
    case 2: text = "\(bounds[0])..<\(bounds[1])"
    case 3: text = "stride(from: \(bounds[0]), to: \(bounds[1]), by: \(bounds[2]))"
    default: return nil
    }
    let isHead = line.text(0..<call.name.lowerBound).hasSuffix("in ")
    return complaint.mended(
      sentence, about: "range", call.whole, with: isHead ? text : "(\(text))")
  }

  // MARK: NumPy

  private static let numPy = CompilerAdvice(
    "numpy",
    [
      .body("_ x: Double) -> Double", "  return np.exp(x)", mends: "  return exp(x)"),
      .body(
        "_ z: [Double]) -> [Double]", "  return np.exp(z)", mends: "  return z.map { exp($0) }"),
      .body(
        "_ W: [[Double]], _ x: [Double]) -> [Double]", "  return np.dot(W, x)",
        mends: "  return W.map { row in zip(row, x).map(*).reduce(0, +) }"),
      .body(
        "_ n: Int) -> [[Double]]", "  let r = np.zeros((n, 3))\n  return r",
        mends:
          "  let r = [[Double]](repeating: [Double](repeating: 0, count: 3), count: n)"),
      .body(
        "_ z: [Double]) -> [Double]", "  return numpy.maximum(0, z)",
        mends: "  return z.map { max(0, $0) }"),
      .body("_ x: Double) -> Double", "  return math.exp(x)", mends: "  return exp(x)"),
      .body("_ x: Double) -> Double", "  return 1 / Math.exp(x)", mends: "  return 1 / exp(x)"),
      .body("_ x: Double) -> Double", "  return x * math.pi", mends: "  return x * Double.pi"),
    ]
  ) { complaint in
    guard let found = complaint.fits("cannot find '*' in scope"),
      ["np", "numpy", "math", "Math", "torch", "tf"].contains(found[0]),
      let module = complaint.line.word(at: complaint.place),
      let name = complaint.line.word(at: module.upperBound + 1)
    else { return nil }
    let function = complaint.line.text(name)
    if let constant = constant(function) {
      return complaint.mended(
        "There is no '\(found[0])' in Swift: \(constant) is the number's own", about: function,
        module.lowerBound..<name.upperBound, with: constant)
    }
    if let call = complaint.line.call(at: name.lowerBound),
      let swift = NumPyFunction(function, complaint.arguments(of: call))
    {
      guard let text = swift.text else { return complaint.told(swift.sentence, about: function) }
      return complaint.mended(
        swift.sentence, about: function, module.lowerBound..<call.whole.upperBound, with: text)
    }
    return complaint.told(
      "There is no '\(found[0])' in Swift: write \(function) yourself, as a map over the entries",
      about: function)
  }

  private static let numPyName = CompilerAdvice(
    "numpy-name",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  let s = sum(z)\n  return z.map { $0 / s }",
        mends: "  let s = z.reduce(0, +)"),
      .body(
        "_ z: [Double]) -> Double", "  let n = len(z)\n  return Double(n)",
        mends: "  let n = z.count"),
      .body(
        "_ z: [Double]) -> [Double]", "  let m = max(z)\n  return z.map { $0 - m }",
        mends: "  let m = z.max()!"),
      .body(
        "_ d: [Double], _ x: [Double]) -> [[Double]]", "  return outer(d, x)",
        mends: "  return d.map { a in x.map { b in a * b } }"),
    ]
  ) { complaint in
    let isUnknown = complaint.fits("cannot find '*' in scope") != nil
    let isOfList =
      complaint.fits("global function '*' requires that '[Double]' conform to 'Comparable'") != nil
    guard isUnknown || isOfList, let call = complaint.line.call(at: complaint.place) else {
      return nil
    }
    let name = complaint.line.text(call.name)
    guard isUnknown ? !ofFoundation.contains(name) : call.arguments.count == 1,
      let swift = NumPyFunction(name, complaint.arguments(of: call))
    else { return nil }
    guard let text = swift.text else { return complaint.told(swift.sentence, about: name) }
    return complaint.mended(swift.sentence, about: name, call.whole, with: text)
  }

  private static let member = CompilerAdvice(
    "numpy-member",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  let s = z.sum()\n  return z.map { $0 / s }",
        mends: "  let s = z.reduce(0, +)"),
      .body(
        "_ z: [Double]) -> Double", "  return z.mean()",
        mends: "  return (z.reduce(0, +) / Double(z.count))"),
      .body("_ z: [Double]) -> Int", "  return z.length", mends: "  return z.count"),
      .body("_ z: [Double]) -> Int", "  return z.shape[0]", mends: "  return z.count"),
      .body(
        "_ W: [[Double]]) -> [[Double]]", "  return W.T",
        mends: "  return W[0].indices.map { j in W.map { $0[j] } }"),
      .body(
        "_ w: [Double], _ x: [Double]) -> Double", "  return w.dot(x)",
        mends: "  return zip(w, x).map(*).reduce(0, +)"),
    ]
  ) { complaint in
    guard let found = complaint.fits("value of type '*' has no member '*'"),
      let shape = Complaint.Shape(type: found[0]), shape != .number,
      let name = complaint.line.word(at: complaint.place),
      let owner = complaint.line.operand(before: name.lowerBound - 1, of: "*")
    else { return nil }
    let list = complaint.line.text(owner)
    let end = complaint.line.term(from: owner.lowerBound)?.upperBound ?? name.upperBound
    let about = "member \(found[1])"
    switch found[1] {
    case "length", "size", "len":
      let call = complaint.line.call(at: name.lowerBound)?.whole.upperBound
      return complaint.mended(
        "How many entries a list has is its 'count'", about: about,
        owner.lowerBound..<(call ?? name.upperBound), with: "\(list).count")
    case "shape":
      let isOfColumns = complaint.line.text(name.upperBound..<complaint.line.count).hasPrefix("[1]")
      return complaint.mended(
        "A list has no shape: its 'count' says how many rows or entries it has", about: about,
        owner.lowerBound..<end, with: isOfColumns ? "\(list)[0].count" : "\(list).count")
    case "T":
      return complaint.mended(
        "Swift has no transpose: collect the entries of each column", about: about,
        owner.lowerBound..<name.upperBound, with: NumPyFunction.transposed(list))
    case "copy", "tolist":
      return complaint.mended(
        "An assignment copies a list already", about: about,
        owner.lowerBound..<end, with: list)
    default: break
    }
    guard let call = complaint.line.call(at: name.lowerBound),
      let swift = NumPyFunction(
        found[1], [.init(text: list, shape: shape)] + complaint.arguments(of: call))
    else { return nil }
    guard let text = swift.text else { return complaint.told(swift.sentence, about: about) }
    return complaint.mended(
      swift.sentence, about: about, owner.lowerBound..<call.whole.upperBound, with: text)
  }

  // MARK: Constants

  private static func constant(_ name: String) -> String? {
    switch name {
    case "pi": "Double.pi"
    case "inf", "infinity", "Inf": "Double.infinity"
    case "nan", "NaN": "Double.nan"
    case "e": "exp(1.0)"
    default: nil
    }
  }

  private static let constants = CompilerAdvice(
    "constant",
    [
      .body("_ x: Double) -> Double", "  return x * pi", mends: "  return x * Double.pi"),
      .body("_ x: Double) -> Bool", "  let b = True\n  return b", mends: "  let b = true"),
      .body(
        "_ x: Double) -> Double", "  let b: Double? = None\n  return b ?? x",
        mends: "  let b: Double? = nil"),
    ]
  ) { complaint in
    guard let found = complaint.fits("cannot find '*' in scope"),
      let word = complaint.line.word(at: complaint.place)
    else { return nil }
    let literals = ["True": "true", "False": "false", "None": "nil"]
    guard let swift = literals[found[0]] ?? (found[0] == "e" ? nil : constant(found[0])) else {
      return nil
    }
    return complaint.mended(
      "Swift writes this \(swift)", about: found[0], word, with: swift)
  }

  private static let unfinishedName = CompilerAdvice(
    "own-name",
    [
      .body(
        "_ x: Double) -> Double", "  return self.g(x)\n}\nfunc g(_ x: Double) -> Double {\n  x",
        mends: "  return g(x)")
    ]
  ) { complaint in
    guard complaint.fits("cannot find 'self' in scope") != nil,
      let word = complaint.line.word(at: complaint.place)
    else { return nil }
    return complaint.mended(
      "Outside a class or struct there is no 'self': call the function by its name", about: "self",
      word.lowerBound..<min(word.upperBound + 1, complaint.line.count), with: "")
  }
}

extension Complaint {
  /// The arguments of a call with their shapes, without those that have a name as Python's `axis=0`.
  func arguments(of call: CodeLine.Call) -> [NumPyFunction.Argument] {
    call.arguments.map { line.text($0) }
      .filter { !$0.contains("=") || $0.contains("==") }
      .map { NumPyFunction.Argument(text: $0, shape: shape(of: $0)) }
  }
}
