// One of the three files of the core that reach outside of Swift, beside Kept and String+Composition.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mathematical functions that Swift itself does not have.
///
/// The C library computes them on a machine; in a web page it is JavaScript's `Math`, whose last
/// digit may differ.
package enum Math {
  /// The exponential function, eˣ.
  package static func exp(_ x: Double) -> Double { systemExp(x) }

  /// The natural logarithm.
  package static func log(_ x: Double) -> Double { systemLog(x) }

  /// The natural logarithm of 1 + x, exact also where x is tiny.
  package static func log1p(_ x: Double) -> Double { systemLog1p(x) }

  /// eˣ − 1, exact also where x is tiny.
  package static func expm1(_ x: Double) -> Double { systemExpm1(x) }

  /// The logarithm to base 2.
  package static func log2(_ x: Double) -> Double { systemLog2(x) }

  /// The logarithm to base 10.
  package static func log10(_ x: Double) -> Double { systemLog10(x) }

  /// The base to the power of the exponent.
  package static func pow(_ base: Double, _ exponent: Double) -> Double {
    // JavaScript has NaN for 1 to the power of NaN or ±∞, where C has 1.
    base == 1 ? 1 : systemPow(base, exponent)
  }

  /// The sine of an angle in radians.
  package static func sin(_ x: Double) -> Double { systemSin(x) }

  /// The hyperbolic tangent.
  package static func tanh(_ x: Double) -> Double { systemTanh(x) }
}

// Inside the enumeration a bare `exp` would be the enumeration's own.
#if arch(wasm32)
  @_extern(wasm, module: "Math", name: "exp") private func systemExp(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "log") private func systemLog(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "log1p") private func systemLog1p(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "expm1") private func systemExpm1(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "log2") private func systemLog2(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "log10") private func systemLog10(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "pow")
  private func systemPow(_ base: Double, _ exponent: Double) -> Double
  @_extern(wasm, module: "Math", name: "sin") private func systemSin(_ x: Double) -> Double
  @_extern(wasm, module: "Math", name: "tanh") private func systemTanh(_ x: Double) -> Double
#else
  private func systemExp(_ x: Double) -> Double { exp(x) }
  private func systemLog(_ x: Double) -> Double { log(x) }
  private func systemLog1p(_ x: Double) -> Double { log1p(x) }
  private func systemExpm1(_ x: Double) -> Double { expm1(x) }
  private func systemLog2(_ x: Double) -> Double { log2(x) }
  private func systemLog10(_ x: Double) -> Double { log10(x) }
  private func systemPow(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  private func systemSin(_ x: Double) -> Double { sin(x) }
  private func systemTanh(_ x: Double) -> Double { tanh(x) }
#endif
