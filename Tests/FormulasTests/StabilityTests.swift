import Formulas
import Testing

@Suite("Stability")
struct StabilityTests {
  @Test(
    "Far from 0 every function keeps its limit",
    arguments: [
      ("sigmoid([-800, 800])", "[0, 1]"), ("sigmoid'([-800, 800])", "[0, 0]"),
      ("sigmoid(-40)", "4.248354255291589e-18"), ("sigmoid'(40)", "4.248354255291589e-18"),
      ("tanh([-800, 800])", "[-1, 1]"), ("tanh'(800)", "0"), ("softplus([-800, 800])", "[0, 800]"),
      ("swish([-800, 800])", "[0, 800]"), ("gelu([-40, 40])", "[0, 40]"), ("elu(-800)", "-1"),
      ("elu(-1e-12)", "-9.999999999995e-13"),
      ("swish'([-800, 800])", "[0, 1]"), ("gelu'([-40, 40])", "[0, 1]"), ("leakyRelu'(0)", "0.01"),
      ("softplus(-40)", "4.248354255291589e-18"), ("softmax([1000, 1000])", "[0.5, 0.5]"),
      ("softmax([1000, -1000])", "[1, 0]"), ("softmax([[1000, 0], [0, 1000]])", "eye(2)"),
      ("logsumexp([1000, 1000])", "1000.6931471805599"), ("log(softmax([1000, 0]))", "[0, -1000]"),
      ("log(softmax([[1000], [0]]))", "[[0], [-1000]]"), ("log(sigmoid(-800))", "-800"),
      ("log(sigmoid(800))", "0"), ("log(1 - sigmoid(800))", "-800"), ("log(1 - σ(-800))", "0"),
      ("norm([3e200, 4e200])", "5e200"), ("norm([3e-200, 4e-200])", "5e-200"),
      ("norm(zeros(3))", "0"),
    ])
  func value(formula: String, value: String) throws {
    let (found, expected) = (try tensor(formula), try tensor(value))
    #expect(found.shape == expected.shape)
    for (entry, limit) in zip(found.entries, expected.entries) {
      #expect(abs(entry - limit) <= 1e-15 * abs(limit), "\(found) is not \(expected)")
    }
  }

  @Test(
    "Far from 0 every gradient keeps its limit",
    arguments: [
      ("sum(log(softmax(z)) * [0, 1])", "[1000, 0]", "[-1, 1]"),
      ("-log(softmax(z)[1])", "[1000, 0]", "[0, 0]"),
      ("log(sigmoid(z[1]))", "[-800, 0]", "[1, 0]"),
      ("log(1 - sigmoid(z[1]))", "[800, 0]", "[-1, 0]"),
      ("logsumexp(z)", "[1000, 1000]", "[0.5, 0.5]"), ("sum(softplus(z))", "[800, -800]", "[1, 0]"),
      ("sum(sigmoid(z))", "[800, -800]", "[0, 0]"), ("norm(z)", "[3e200, 4e200]", "[0.6, 0.8]"),
      ("norm(z)", "[0, 0]", "[0, 0]"), ("sum(z^0)", "[0, 2]", "[0, 0]"),
      ("sum(z^1)", "[0, 2]", "[1, 1]"), ("sum(z^2)", "[0, 2]", "[0, 4]"),
    ])
  func gradient(loss: String, z: String, value: String) throws {
    let inputs: Inputs = ["z": z]
    let (found, expected) = (try inputs.value(of: "grad(\(loss), z)"), try tensor(value))
    #expect(isClose(found, expected, within: 1e-14), "\(found) is not \(expected)")
  }

  @Test(
    "A value within rounding noise of a kink counts as on it",
    arguments: [
      ("relu(0.2 + 0.1 - 0.4 + 0.1)", "0"), ("relu'(0.2 + 0.1 - 0.4 + 0.1)", "0"),
      ("relu'([0, -0.0, 1e-11, 1e-9, -1e-9])", "[0, 0, 0, 1, 0]"),
      ("relu'([1e6, 1e-5, 1e-9])", "[1, 1, 1]"), ("relu([1e6, 1e-5, 1e-9])", "[1e6, 1e-5, 1e-9]"),
      ("relu'([1e6, 1e-11, -1e-9])", "[1, 0, 0]"), ("grad(sum(abs([k, 1, 1e4] + 1e-9)), k)", "1"),
      ("grad(abs(k), k)", "0"), ("grad(relu(k), k)", "0"), ("grad(max(k, 0), k)", "0"),
      ("grad(max(0, k), k)", "0"), ("grad(min(0, k), k)", "0"), ("grad(min(k, 0), k)", "0"),
      ("grad(max(k, k), k)", "1"), ("grad(min(k, k), k)", "1"), ("grad(max(k, 2 * k), k)", "2"),
      ("grad(max([k, k]), k)", "1"), ("relu([1 / 0, 1, -1 / 0])", "[1 / 0, 1, 0]"),
      ("relu'([1 / 0, 1])", "[1, 1]"),
    ])
  func kinks(formula: String, value: String) throws {
    let inputs: Inputs = ["k": "0.2 + 0.1 - 0.4 + 0.1"]
    #expect(try inputs.value(of: formula) == tensor(value))
  }

  @Test(
    "What is not a number stays so, and infinities behave as in NumPy",
    arguments: [
      "n + 1", "relu(n)", "relu'(n)", "max(n, 1)", "max(1, n)", "min(n, 1)", "min(1, n)",
      "max([1, n, 3])", "min([1, n])", "softmax([n, 1])[2]", "logsumexp([1, n])", "norm([n, 1])",
      "softplus(n)", "sigmoid(n)", "abs(n)", "sqrt(-1)", "log(-1)", "(-8)^(1/3)", "0/0",
      "onehot(sum(n), 2)[1]", "grad(abs(n), n)", "grad(relu(n), n)",
    ])
  func notANumber(formula: String) throws {
    let inputs: Inputs = ["n": "log(-1)"]
    #expect(try inputs.value(of: formula)[0].isNaN)
  }

  @Test(
    "Division by zero and overflow are infinite", arguments: ["1/0", "-log(0)", "exp(800)", "0^-1"])
  func infinite(formula: String) throws {
    #expect(try tensor(formula) == Tensor(.infinity))
  }
}
