import Exercises
import Formulas
import LocatedJSON
import TestSupport
import Testing

/// A `network` block at one step of its training, with PyTorch's values of that step.
struct GoldenStep: Sendable, CustomTestStringConvertible {
  let name: String
  /// The block as it stands in the file.
  let network: String
  /// PyTorch's value of each name, as the formula language writes it.
  let values: [(name: String, text: String)]

  var testDescription: String { name }

  /// What `Tests/Autograd/make_golden.py` has written.
  static func all() throws -> [GoldenStep] {
    let file = "Tests/ExercisesTests/Golden/training.json"
    let source = SourceText(name: file, text: try ProjectFolder.text(of: file))
    guard case .array(let steps) = try JSONText.parse(source).kind else { return [] }
    return try steps.map { step in
      guard case .string(let name)? = step["name"]?.kind,
        case .object(let members)? = step["values"]?.kind
      else { throw NotAStep() }
      return GoldenStep(
        name: name, network: source.spelling(of: try #require(step["network"]).range),
        values: members.compactMap { member in
          guard case .string(let text) = member.value.kind else { return nil }
          return (member.name, text)
        })
    }
  }

  private struct NotAStep: Error {}
}

/// Several steps each of PyTorch's `SGD`, with momentum, and `Adam`: penalties as weight decay, shared
/// biases, frozen parameters, and every activation.
@Suite("PyTorch's training")
struct GoldenTrainingTests {
  @Test("No step is lost")
  func count() throws {
    let steps = try GoldenStep.all()
    #expect(steps.count == 120)
    #expect(steps.allSatisfy { $0.values.count > 5 })
  }

  @Test("Formulas and engine agree with each step to 1e-12", arguments: try GoldenStep.all())
  func eachStep(golden: GoldenStep) throws {
    let exercise = try exercise(
      sample(##""network": \##(golden.network), "steps": [{ "name": "L" }]"##))
    #expect(Verification(exercise).problems.map(\.message) == [])
    let network = try #require(exercise.network)
    let engine = try Dictionary(
      uniqueKeysWithValues: network.engineValues(
        weights: #require(network.weights), biases: #require(network.biases)
      ).map { ($0.key.name, $0.value) })
    for (name, text) in golden.values {
      let expected = try value(text)
      let byFormula = try exercise.value(of: name)
      #expect(isClose(byFormula, expected), "formula of \(name): \(byFormula), not \(expected)")
      let byEngine = try #require(engine[name])
      #expect(isClose(byEngine, expected), "engine, \(name): \(byEngine), not \(expected)")
    }
  }

  private func value(_ text: String) throws -> Tensor {
    var builder = ProgramBuilder()
    let slot = try builder.side(Formula(text))
    var evaluation = Evaluation(builder.build())
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }

  /// To 1e-12 of each entry, or to the last digit of the largest, which is all that a difference has.
  private func isClose(_ found: Tensor, _ expected: Tensor) -> Bool {
    let scale = expected.entries.reduce(1) { max($0, abs($1)) }
    return found.shape == expected.shape
      && zip(found.entries, expected.entries).allSatisfy {
        abs($0 - $1) <= max(1e-12 * abs($1), 1e-15 * scale)
      }
  }
}
