import Exercises
import Formulas
import Reports
import Testing

@Suite("Numbers of one's own")
struct OwnNumbersTests {
  private static let givens = sample(
    """
      "given": {
        "x": { "random": { "shape": [3], "from": -1, "to": 1 } }, "c": 5,
        "n": { "random": { "from": 2, "to": 9, "integer": true } },
        "A": { "random": { "shape": [2, 2], "from": 0.5, "to": 2.5, "decimals": 3 } },
        "s": { "random": { "shape": [4], "from": -1, "to": 1, "decimals": 0, "not": [0] } }
      },
      "steps": [{ "name": "u", "formula": "sum(A) + sum(x) * n + c + sum(s)" }]
    """)

  private static let network = sample(
    """
      "given": { "k": { "random": { "from": 0, "to": 1 } } },
      "network": {
        "sizes": [2, 2, 1], "activations": ["tanh", "sigmoid"], "loss": "half-squared-error",
        "inputs": [{ "random": { "from": 1, "to": 2 } }, [3, 4]],
        "targets": [[1], { "random": { "shape": [1], "from": 0, "to": 1, "integer": true } }],
        "weights": [{ "random": { "from": -1, "to": 1 } }, [[0.5, -0.5]]],
        "biases": [[0, 0.25], { "random": { "from": 5, "to": 6, "decimals": 1 } }]
      },
      "steps": [{ "name": "dW1" }]
    """)

  private func numbers(_ text: String, _ student: String) throws -> [String] {
    try exercise(text).dealt(to: student).ownNumbers.map { "\($0.name) = \($0.value.inDecimals)" }
  }

  // Calculated by a program of its own in another language; they must never change.
  @Test(
    "The numbers of a student, for ever",
    arguments: [
      (
        "ada",
        [
          "x = [-0.02, -0.76, -0.77]", "n = 6", "A = [[1.55, 1.623], [1.641, 1.542]]",
          "s = [1, -1, 1, 1]",
        ]
      ),
      (
        "zoë@example.edu",
        [
          "x = [-0.71, -0.3, -0.17]", "n = 9", "A = [[1.738, 1.998], [1.598, 1.237]]",
          "s = [-1, 1, 1, 1]",
        ]
      ),
    ])
  func golden(student: String, expected: [String]) throws {
    #expect(try numbers(Self.givens, student) == expected)
  }

  @Test("In a network, draws are made in the order of the file, not of the values")
  func goldenNetwork() throws {
    #expect(
      try numbers(Self.network, "ada") == [
        "X = [[1.12, 3], [1.11, 4]]", "Y = [[1, 1]]", "W1 = [[0.05, 0.12], [0.14, 0.04]]",
        "b2 = [5.8]", "k = 0.49",
      ])
  }

  @Test(
    "Spaces around an id and the encoding of its accents make no difference; capitals do",
    arguments: ["zoë", " zoë\t", "zoe\u{308}", "\u{A0}zoë\r\n"])
  func normalisation(student: String) throws {
    #expect(try numbers(Self.givens, student) == numbers(Self.givens, "zoë"))
    #expect(try numbers(Self.givens, student.uppercased()) != numbers(Self.givens, "zoë"))
  }

  @Test("Other students and other exercises have other numbers")
  func differ() throws {
    let all = try (1...200).map { try numbers(Self.givens, "student-\($0)") }
    #expect(Set(all).count == 200)
    let other = Self.givens.replacing(#""id": "t""#, with: #""id": "u""#)
    #expect(try numbers(other, "ada") != numbers(Self.givens, "ada"))
    #expect(try numbers(Self.network, "ada") != numbers(Self.network, "bob"))
  }

  @Test("Every number is a decimal of so many digits between the ends, none is −0")
  func rounding() throws {
    let exercise = try exercise(Self.givens)
    var seen: [String: Set<Double>] = [:]
    for student in 0..<500 {
      for (name, value) in exercise.dealt(to: "\(student)").ownNumbers {
        for entry in value.entries {
          seen[name, default: []].insert(entry)
          #expect(entry != 0 || entry.sign == .plus)
        }
      }
    }
    #expect(seen["x"] == Set((-100...100).map { Double($0) / 100 }))
    #expect(seen["n"] == Set((2...9).map(Double.init)))
    #expect(seen["s"] == [-1, 1])
    let A = try #require(seen["A"])
    #expect(A.isSubset(of: (500...2500).map { Double($0) / 1000 }))
    #expect(A.count > 1000)
    // What is printed is what is calculated with.
    #expect(A.allSatisfy { Double(Tensor($0).inDecimals) == $0 })
  }

  @Test("Ends that are no such decimal lie outside; ends that are one belong to it")
  func ends() throws {
    let text = sample(
      """
        "given": { "x": { "random": { "shape": [40], "from": 0.07, "to": 0.099, "decimals": 2 } } },
        "steps": [{ "name": "u", "formula": "sum(x)" }]
      """)
    let value = try #require(exercise(text).dealt(to: "a").ownNumbers.first?.value)
    #expect(Set(value.entries) == [0.07, 0.08, 0.09])
  }

  @Test("An evaluation for a student is on the student's numbers")
  func evaluation() throws {
    let exercise = try exercise(Self.network)
    for student in ["ada", "bob"] {
      let dealt = exercise.dealt(to: student)
      let evaluation = exercise.evaluation(for: student)
      for given in dealt.givens { #expect(evaluation.value(of: given.slot) == given.value) }
      #expect(dealt.student == student && exercise.student == nil)
    }
  }

  @Test("Without draws nothing depends on the student")
  func nothingDrawn() throws {
    let plain = try exercise(
      sample(#""given": { "x": 1 }, "steps": [{ "name": "u", "formula": "x" }]"#))
    #expect(!plain.hasOwnNumbers && !plain.isUndealt)
    #expect(plain.dealt(to: "ada").student == nil)
    #expect(plain.ownNumbers.isEmpty)
  }

  @Test("A statement shows the value of a given in double braces, drawn or not")
  func statement() throws {
    let text = Self.givens.replacing(
      #""statement": "S""#, with: #""statement": "n = {{n}}, c = {{c}}, {{u}}, {{ n }}, {n}""#)
    let exercise = try exercise(text)
    let n = try #require(exercise.dealt(to: "ada").ownNumbers.first { $0.name == "n" }?.value[0])
    #expect(
      exercise.dealt(to: "ada").statement == "n = \(Int(n)), c = 5, {{u}}, {{ n }}, {n}")
  }

  @Test(
    "Values are printed as they are typed",
    arguments: [
      (0, "0"), (-2, "-2"), (0.5, "0.5"), (0.00001, "0.00001"), (-0.0000123, "-0.0000123"),
      (1e-10, "0.0000000001"), (123_456.75, "123456.75"), (1e-20, "1e-20"), (1e20, "1e+20"),
    ])
  func decimals(number: Double, text: String) {
    #expect(Tensor(number).inDecimals == text)
  }
}
