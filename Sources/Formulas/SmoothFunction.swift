import LocatedJSON

/// A function of one number of which nothing is known but that it is smooth: the f of `f'(z) * w`.
///
/// It is tried as f(x) = a + b x + c x² + d tanh(p x + q), with other constants each time: so f and
/// f′ go their own ways, and what holds of all of these holds of any. The constants are values of the
/// program, under names that nobody can write.
package enum SmoothFunction {
  /// From where to where each constant is drawn; f is positive near 0, so that it has a logarithm.
  package static let ranges: [ClosedRange<Double>] = [
    1.8...2.6, -0.5...0.5, 0.05...0.3, 0.3...0.9, 0.6...1.4, -0.6...0.6,
  ]

  /// The names of a function's constants.
  package static func constants(of name: String) -> [String] {
    ranges.indices.map { "\(name)#\($0)" }
  }

  package static func isConstant(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "#")) }
}

extension ProgramBuilder {
  /// Declares the constants of a smooth function of that name, which formulas may then use.
  package mutating func smoothFunction(_ name: String) -> [Program.Slot] {
    SmoothFunction.constants(of: name).map { input($0, .scalar) }
  }
}

extension Compiler {
  /// f(x), or f′(x).
  mutating func smooth(
    _ name: String, isSlope: Bool, of x: NodeID, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let constants = SmoothFunction.constants(of: name).compactMap { scope[$0] }
    guard constants.count == SmoothFunction.ranges.count else {
      throw .unknownFunction(name, at: range)
    }
    let (a, b, c, d, p, q) = (
      constants[0], constants[1], constants[2], constants[3], constants[4], constants[5]
    )
    func product(_ left: NodeID, _ right: NodeID) throws(FormulaError) -> NodeID {
      try binary(.multiply, left, right, at: range)
    }
    func sum(_ left: NodeID, _ right: NodeID) throws(FormulaError) -> NodeID {
      try binary(.add, left, right, at: range)
    }
    let argument = try sum(product(p, x), q)
    if isSlope {
      let linear = try sum(b, product(product(graph.constant(2), c), x))
      let slope = try product(product(d, p), graph.unary(.tanhDerivative, argument))
      return try sum(linear, slope)
    }
    let quadratic = try product(sum(b, product(c, x)), x)
    return try sum(sum(a, quadratic), product(d, graph.unary(.tanh, argument)))
  }
}
