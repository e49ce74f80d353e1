import Formulas
import Testing

@testable import FunctionMarking

@Suite("Formulas as Swift functions")
struct SwiftReferenceTests {
  private static func text(
    _ name: String, _ parameters: [(String, ValueType)], _ result: ValueType, _ formulas: String...
  ) throws -> String? {
    let signature = Signature(
      name: name,
      parameters: parameters.map { Signature.Parameter(label: nil, name: $0.0, type: $0.1) },
      result: result)
    return SwiftReference(signature, try formulas.map { try Formula($0) }, indexBase: 1).text
  }

  private static let vector = ValueType.array(.double)
  private static let matrix = ValueType.array(.array(.double))

  @Test("softmax is calculated once, and without overflow")
  func softmax() throws {
    #expect(
      try Self.text(
        "jacobian", [("z", Self.vector)], Self.matrix,
        "diag(softmax(z)) - outer(softmax(z), softmax(z))") == """
          import Foundation

          // Entry by entry: diag(softmax(z)) - outer(softmax(z), softmax(z))
          func jacobian(_ z: [Double]) -> [[Double]] {
            let logits = (0..<z.count).map { i in z[i] }
            // The largest is taken off first: the shares stay what they are, and no exponential overflows.
            let largest = logits.max() ?? 0
            let powers = logits.map { exp($0 - largest) }
            let total = powers.reduce(0, +)
            let shares = powers.map { $0 / total }
            return (0..<shares.count).map { i in (0..<shares.count).map { j in (i == j ? shares[i] : 0) - (shares[i] * shares[j]) } }
          }
          """)
  }

  @Test("products of matrices are sums, and numbers that are the same for every entry get a name")
  func products() throws {
    #expect(
      try Self.text(
        "back", [("W", Self.matrix), ("d", Self.vector), ("a", Self.vector)], Self.vector,
        "(W.T @ d) * (1 - a^2)")?.contains(
          "return (0..<W[0].count).map { i in ((0..<W.count).reduce(0.0) { sum, k1 in "
            + "sum + W[k1][i] * d[k1] }) * (1 - pow(a[i], 2)) }") == true)
    let error = try Self.text(
      "error", [("p", Self.vector), ("q", Self.vector)], .double, "norm(p - q) / norm(p)")
    #expect(error?.contains("  let norm2 = sqrt((0..<p.count).reduce(0.0)") == true)
    #expect(error?.contains("  return norm2 / norm4\n") == true)
    let result = ValueType.tuple([
      .init(label: "s", type: .double), .init(label: "w", type: Self.vector),
    ])
    #expect(
      try Self.text("two", [("x", .double), ("w", Self.vector)], result, "sigmoid'(x)", "x * w")?
        .contains("  return (s: 1 / (1 + exp(-x)) * (1 - 1 / (1 + exp(-x))), w: (0..<w.count).map")
        == true)
  }

  @Test("what has no spelling has none as a whole")
  func none() throws {
    #expect(try Self.text("f", [("x", Self.vector)], .double, "x[1]") == nil)
    #expect(try Self.text("f", [("x", Self.vector)], .int, "sum(x)") == nil)
  }
}
