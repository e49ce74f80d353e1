import Answers
import Exercises
import Formulas
import TestSupport
import Testing

@testable import Diagnosis
@testable import Marking

@Suite("What slips are called in a class")
struct EditGistTests {
  private static let writer: FormulaWriter = {
    var builder = ProgramBuilder()
    for name in [
      "x", "y", "W1", "W3", "b2", "a1", "a2", "a3", "z1", "z2", "delta2", "delta3", "dW1", "eta",
      "left", "right",
    ] {
      builder.input(name, .vector(2))
    }
    return FormulaWriter(builder.build())
  }()

  private static func gist(_ kind: EditKind, _ change: Change, of formula: String) throws -> String
  {
    let edit = Mutation.Edit(kind: kind, change: change, cost: 1)
    return EditGist(edit, formula: try Formula(formula).expression, writer: writer).message.text
  }

  private static func part(_ text: String) throws -> Expression { try Formula(text).expression }

  @Test(
    "What is left out or put in, without layers",
    arguments: [
      (EditKind.dropFactor, "sigmoid'(z1)", "left out σ′"),
      (.dropFactor, "sigmoid'(z2)", "left out σ′"), (.dropFactor, "tanh'(z2)", "left out tanh′"),
      (.dropFactor, "eta", "left out the factor η"), (.dropFactor, "0.5", "left out the factor ½"),
      (.dropFactor, "1 / 4", "did not divide by how many there are"),
      (.dropFactor, "1 / 3", "did not divide by how many there are"),
      (.dropFactor, "1 / 2", "did not divide by 2"), (.dropTerm, "b2", "left out a bias"),
      (.dropTerm, "a1[2] * a2", "left out the term a · a"),
      (.dropTranspose, "W3.T", "did not transpose W"),
      (.dropFunction, "relu(z1)", "did not apply relu"),
      (.dropPower, "a3^2", "left out a square or another power"),
      (.flipSign, "-a3", "lost a minus sign"),
    ])
  func dropped(_ kind: EditKind, _ part: String, _ gist: String) throws {
    #expect(try Self.gist(kind, .dropped(Self.part(part)), of: "W3 @ a2 + b2") == gist)
  }

  @Test(
    "What is put in, or stands in the place of something else",
    arguments: [
      (EditKind.extraFactor, "", "sigmoid'(z2)", "put in a factor σ′ too many"),
      (.extraFactor, "", "1 / 4", "divided by how many there are once too often"),
      (.addTranspose, "W3", "W3.T", "transposed W where it stands as it is"),
      (.flipSign, "eta * dW1", "-eta * dW1", "subtracted what is added"),
      (.flipSign, "W3 @ a2", "-(W3 @ a2)", "got the sign of a whole value the wrong way round"),
      (.wrongName, "a1", "z1", "used z in place of a"),
      (.wrongName, "a1", "x", "used x in place of a"),
      (.wrongName, "W1", "W3", "took W of another layer or step"),
      (.wrongFunction, "sigmoid'(z1)", "sigmoid(z1)", "used σ(z) in place of σ′"),
      (.wrongFunction, "mean(a3)", "sum(a3)", "took the sum in place of the mean"),
      (.wrongArgument, "sigmoid'(z1)", "sigmoid'(a1)", "took σ′ at a, where it does not belong"),
      (.wrongOperation, "left * right", "left + right", "added where the formula multiplies"),
      (
        .wrongFunction, "correlate(X, K)", "convolve(X, K)", "turned the kernel by 180°"
      ),
      (
        .wrongFunction, "maxPool(X, 2)", "4 * averagePool(X, 2)",
        "counted every entry of a window, and not the largest alone"
      ),
      (
        .wrongFunction, "rowSums(S)", "columnSums(S)",
        "went down the columns in place of along the rows"
      ),
      (
        .wrongIndex, "correlate(X, K, 2)", "correlate(X, K)", "used another stride or padding"
      ),
      (.swapOperands, "a3 - y", "y - a3", "used y − a in place of a − y"),
      (.swapOperands, "left - right", "right - left", "took a difference the wrong way round"),
      (
        .swapOperands, "outer(delta2, a1)", "outer(a1, delta2)",
        "multiplied matrices the other way round"
      ),
    ])
  func replaced(_ kind: EditKind, _ before: String, _ after: String, _ gist: String) throws {
    let change: Change =
      before.isEmpty
      ? .added(try Self.part(after)) : .replaced(try Self.part(before), by: try Self.part(after))
    #expect(try Self.gist(kind, change, of: "W3 @ a2") == gist)
  }

  @Test("Slips of the pen and conventions have one of their own each")
  func others() {
    let gists = Slips.all.map(\.gist.text) + Convention.all.map(\.gist.text)
    #expect(gists.allSatisfy { !$0.isEmpty && $0.first?.isLowercase == true && $0.last != "." })
    #expect(Set(gists).count == gists.count)
  }

  @Test("The reason is there beside the words, and beside an author's where both tell the same")
  func feedback() throws {
    let exercise = try #require(Shipped.all.first { $0.id == "16.2" })
    var marker = try exercise.marker()
    let text = try exercise.model().source
    let model = text.spelling(of: 0..<text.bytes.count)
    // a − y alone, which the author foresaw, and δ1 without its slope, which nobody did.
    let lines = model.split(separator: "\n").map { line -> String in
      if line.hasPrefix("delta2 =") {
        return "delta2 = [[0.498173, -0.425557, -0.419581, 0.652269]]"
      }
      return String(line)
    }
    let foreseen = marker.mark(try Submission(answers: lines.joined(separator: "\n")))
    let step = try #require(foreseen.step("delta2"))
    #expect(step.diagnosis?.kind == .mistake)
    #expect(step.diagnosis?.gists.texts == ["left out σ′"])
    let other = try Exercise.sample(
      #"""
      "given": { "z": [0.5, -1] }, "steps": [ { "name": "p", "formula": "3 * tanh(z)" } ]
      """#)
    #expect(
      try other.feedback(on: "p = [1.5, -3]").steps[0].diagnosis?.gists.texts
        == ["did not apply tanh"])
  }

  @Test("Of reasons that fit equally well only what they have in common is sure")
  func several() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": 3 }, "steps": [ { "name": "p", "formula": "3 * x + 2" } ]
      """#)
    let diagnosis = try #require(exercise.feedback(on: "p = 6").steps[0].diagnosis)
    #expect(!diagnosis.alternatives.isEmpty)
    #expect(diagnosis.alternatives.allSatisfy { !$0.gists.isEmpty })
    for gist in diagnosis.gists {
      #expect(diagnosis.alternatives.allSatisfy { $0.gists.contains(gist) })
    }
  }
}
