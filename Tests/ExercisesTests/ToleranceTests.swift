import Exercises
import Reports
import Testing

@Suite("Tolerance")
struct ToleranceTests {
  /// A rule, an expected number, and how far from it an answer may lie.
  struct Bound: Sendable, CustomTestStringConvertible {
    let rule: Tolerance
    let expected: Double
    let bound: Double

    init(_ rule: Tolerance, _ expected: Double, _ bound: Double) {
      (self.rule, self.expected, self.bound) = (rule, expected, bound)
    }

    var testDescription: String { "\(rule) of \(expected)" }
  }

  static let bounds = [
    Bound(.absolute(0.2), 45.8, 0.2), Bound(.absolute(1e-4), 0, 1e-4),
    Bound(.absolute(1e-4), 2.8e-17, 1e-4), Bound(.absolute(1e-4), -0.0, 1e-4),
    Bound(.relative(0.02), 50, 1), Bound(.relative(1e-3), 2e-300, 1e-12),
    Bound(.relative(1e-3), 1e300, 1e297), Bound(.relative(0.5), 0, 1e-12),
    Bound(.both(absolute: 1e-9, relative: 1e-7), 1, 1.01e-7),
    Bound(.both(absolute: 0.5, relative: 0.25), 8, 2.5),
    Bound(.both(absolute: 1e-9, relative: 1e-7), 0, 1e-9),
    Bound(.decimals(4), 0.5622, 1e-4), Bound(.decimals(0), 3, 1), Bound(.decimals(4), 1234.5, 1e-4),
    Bound(.decimals(15), 0, 1e-15),
    Bound(.significant(3), 0.00212, 1e-5), Bound(.significant(3), 46.0, 0.1),
    Bound(.significant(1), 7e22, 1e22), Bound(.significant(3), 0, 1e-12),
    Bound(.significant(3), 2.8e-17, 1e-12), Bound(.significant(15), 1e-300, 1e-12),
    Bound(.typedByHand, 0.5622, 1e-3), Bound(.typedByHand, 0.00212, 1e-5),
    Bound(.typedByHand, 0, 1e-12), Bound(.typedByHand, 2.8e-17, 1e-12),
    Bound(.typedByHand, 123.456, 1), Bound(.asTyped(4), 123.456, 1e-2),
    Bound(.finest(decimals: 2, significant: 3), 5, 1e-2),
    Bound(.finest(decimals: 2, significant: 3), 0.5, 1e-3),
    // The unit of a significant digit changes at powers of ten, on neither side of them too soon.
    Bound(.significant(3), 0.1, 1e-3), Bound(.significant(3), 0.1.nextDown, 1e-4),
    Bound(.significant(3), 0.001, 1e-5), Bound(.significant(3), 0.001.nextDown, 1e-6),
    Bound(.significant(3), 1000, 10), Bound(.significant(3), 1000.0.nextDown, 1),
    Bound(.significant(3), 9.9999999e-4, 1e-6), Bound(.significant(3), 1e-5, 1e-7),
    Bound(.significant(3), 1e15, 1e13), Bound(.significant(3), 1e22, 1e20),
    Bound(.significant(3), 1, 1e-2), Bound(.significant(3), 1.0.nextDown, 1e-3),
  ]

  @Test("An answer may lie within the bound and on it, on either side", arguments: bounds)
  func withinBound(bound: Bound) {
    let near = [0, 0.5, 0.9, 1].map { $0 * bound.bound }
    for (sign, distance) in near.flatMap({ [(1.0, $0), (-1.0, $0)] }) {
      let submitted = bound.expected + distance
      #expect(bound.rule.accepts(sign * submitted, for: sign * bound.expected), "\(submitted)")
      let below = bound.expected - distance
      #expect(bound.rule.accepts(sign * below, for: sign * bound.expected), "\(below)")
    }
  }

  @Test("An answer beyond the bound is not accepted, on either side", arguments: bounds)
  func beyondBound(bound: Bound) {
    for sign in [1.0, -1] {
      for factor in [1.1, 2, 1000] {
        let distance = factor * bound.bound
        let above = bound.expected + distance
        #expect(!bound.rule.accepts(sign * above, for: sign * bound.expected), "\(above)")
        let below = bound.expected - distance
        // Where the key is mere noise, its negative is as near.
        #expect(!bound.rule.accepts(sign * below, for: sign * bound.expected), "\(below)")
      }
    }
  }

  @Test("The bound is what the rule states", arguments: bounds)
  func bound(bound: Bound) {
    let found = bound.rule.bound(for: bound.expected)
    #expect(abs(found - bound.bound) <= 1e-14 * bound.bound, "\(found)")
    #expect(found == bound.rule.bound(for: -bound.expected))
  }

  private static let rules: [Tolerance] = [
    .absolute(1e-4), .absolute(1e308), .relative(0.1), .both(absolute: 1e308, relative: 1),
    .decimals(4), .significant(3), .typedByHand, .exact,
  ]

  @Test("What is not finite is never right, not even for itself", arguments: rules)
  func notFinite(rule: Tolerance) {
    for odd in [Double.nan, .infinity, -.infinity, .signalingNaN] {
      for expected in [odd, 0, 1, .greatestFiniteMagnitude] {
        #expect(!rule.accepts(odd, for: expected))
        #expect(!rule.accepts(expected, for: odd))
      }
    }
  }

  @Test("Every finite number is right for itself", arguments: rules)
  func itself(rule: Tolerance) {
    let numbers = [
      0, -0.0, 1, 0.1, -2.8e-17, 1e-308, .leastNonzeroMagnitude, 1e308, .greatestFiniteMagnitude,
      1.0 / 3,
    ]
    for number in numbers {
      #expect(rule.accepts(number, for: number), "\(number)")
    }
    #expect(rule.accepts(0, for: -0.0))
    #expect(rule.accepts(-0.0, for: 0))
  }

  @Test("Rounding noise stands for 0", arguments: rules)
  func noise(rule: Tolerance) {
    #expect(rule.accepts(0, for: 2.8e-17))
    #expect(rule.accepts(-0.0, for: -2.8e-17))
    #expect(rule.accepts(0, for: .leastNonzeroMagnitude))
  }

  @Test("46.0 is within 45.8 ± 0.2, and 0.3 is 0.1 + 0.2, in spite of binary rounding")
  func binaryRounding() {
    #expect(Tolerance.absolute(0.2).accepts(46.0, for: 45.8))
    #expect(Tolerance.absolute(0.2).accepts(45.6, for: 45.8))
    #expect(!Tolerance.absolute(0.2).accepts(46.01, for: 45.8))
    #expect(Tolerance.exact.accepts(0.3, for: 0.1 + 0.2))
    #expect(!Tolerance.exact.accepts(0.300001, for: 0.1 + 0.2))
    #expect(!Tolerance.exact.accepts(11, for: 12))
    #expect(!Tolerance.exact.accepts(1e-13, for: 0))
  }

  @Test("Numbers with all their digits: 0.5622 to ±0.001, −0.00212 to ±0.00001")
  func typedByHand() {
    let rule = Tolerance.typedByHand
    for (submitted, isRight) in [(0.5612, true), (0.5632, true), (0.5633, false), (0.5611, false)] {
      #expect(rule.accepts(submitted, for: 0.5622) == isRight, "\(submitted)")
    }
    for (submitted, isRight) in [
      (-0.00211, true), (-0.00213, true), (-0.0021, false), (-0.00214, false), (0.00212, false),
    ] {
      #expect(rule.accepts(submitted, for: -0.00212) == isRight, "\(submitted)")
    }
  }

  @Test(
    "Every form of a file is read as its rule",
    arguments: [
      (#""exact""#, .exact), (#"{ "absolute": 0 }"#, .absolute(0)),
      (#"{ "absolute": 1e-4 }"#, .absolute(1e-4)), (#"{ "relative": 0.02 }"#, .relative(0.02)),
      (
        #"{ "both": { "absolute": 1e-9, "relative": 1e-7 } }"#,
        .both(absolute: 1e-9, relative: 1e-7)
      ),
      (#"{ "decimals": 4 }"#, .decimals(4)), (#"{ "decimals": 0 }"#, .decimals(0)),
      (#"{ "decimals": 15 }"#, .decimals(15)), (#"{ "significant": 1 }"#, .significant(1)),
      (#"{ "significant": 15.0 }"#, .significant(15)),
      (#"{ "significant": 3, "decimals": 4 }"#, .finest(decimals: 4, significant: 3)),
    ] as [(String, Tolerance)])
  func reading(text: String, rule: Tolerance) throws {
    let exercise = try exercise(
      sample(
        """
        "tolerance": \(text),
        "steps": [
          { "name": "a", "formula": "1" },
          { "name": "b", "formula": "1", "tolerance": \(text) },
          { "name": "c", "formula": "1", "tolerance": { "absolute": 77 } },
          { "name": "n", "kind": "count", "formula": "1" },
          { "name": "m", "kind": "count", "formula": "1", "tolerance": { "absolute": 77 } }
        ]
        """))
    #expect(
      exercise.valueSteps.map(\.tolerance) == [rule, rule, .absolute(77), .exact, .absolute(77)])
  }

  @Test("Without a word about it, values are typed by hand and counts are exact")
  func defaults() throws {
    let exercise = try exercise(
      sample(
        """
        "steps": [{ "name": "a", "formula": "1" }, { "name": "n", "kind": "count", "formula": "1" }]
        """))
    #expect(exercise.valueSteps.map(\.tolerance) == [.typedByHand, .exact])
  }
}
