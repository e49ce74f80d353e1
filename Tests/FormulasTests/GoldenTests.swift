import Formulas
import Testing

@Suite("Golden values")
struct GoldenTests {
  @Test(
    "Every formula has NumPy's value and shape", arguments: NumPyGolden.values + NumPyGolden.parts)
  func numPy(formula: String, value: String) throws {
    let found = try NumPyGolden.inputs.value(of: formula)
    let expected = try tensor(value)
    #expect(isClose(found, expected, within: 1e-14), "\(found) is not \(expected)")
  }

  @Test("The formulas of the table use every function")
  func completeness() throws {
    let formulas = NumPyGolden.values + NumPyGolden.parts
    let used = Set(
      formulas.map(\.formula).joined(separator: " ").split { !$0.isLetter && !$0.isNumber })
    #expect(Function.allCases.filter { !used.contains($0.rawValue[...]) }.isEmpty)
  }

  @Test("Every gradient is PyTorch's", arguments: PyTorchGolden.gradients)
  func gradient(loss: String, parameter: String, value: String) throws {
    let found = try NumPyGolden.inputs.value(of: "grad(\(loss), \(parameter))")
    let expected = try tensor(value)
    #expect(isClose(found, expected, within: 1e-13), "\(found) is not \(expected)")
  }

  @Test("Every gradient of a gradient is PyTorch's", arguments: PyTorchGolden.secondDerivatives)
  func secondDerivative(loss: String, parameter: String, value: String) throws {
    let inner = "grad(\(loss), \(parameter))"
    let found = try NumPyGolden.inputs.value(of: "grad(sum(\(inner)^2), \(parameter))")
    let expected = try tensor(value)
    #expect(isClose(found, expected, within: 1e-12), "\(found) is not \(expected)")
  }

  @Test("No case of the file is lost")
  func count() throws {
    #expect(try PyTorchGolden.cases().count == 63)
  }

  @Test(
    "Activations, windows, normalisation, recurrent steps and attention are PyTorch's, with gradients",
    arguments: try PyTorchGolden.cases())
  func eachCase(golden: PyTorchGolden.Case) throws {
    let (evaluation, slots) = try Inputs(golden.inputs).defining(
      golden.steps.map { ($0.name, $0.formula) })
    for step in golden.steps {
      let found = evaluation.value(of: try #require(slots[step.name]))
      let expected = try tensor(step.value)
      #expect(
        isClose(found, expected, within: 1e-12),
        "\(step.name) = \(step.formula): \(found) is not \(expected)")
    }
  }
}
