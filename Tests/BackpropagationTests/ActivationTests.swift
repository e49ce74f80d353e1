import Backpropagation
import Testing

@Suite("Activation")
struct ActivationTests {
  @Test(
    "The names are those of exercise files",
    arguments: zip(
      Activation.allCases,
      [
        "sigmoid", "tanh", "relu", "leaky-relu", "elu", "swish", "gelu", "softplus", "identity",
        "softmax",
      ]))
  func name(activation: Activation, name: String) {
    #expect(activation.rawValue == name)
  }

  @Test(
    "The chapter's values of sigmoid and its slope",
    arguments: [(0.0, "0.5000", "0.2500"), (2.0, "0.8808", "0.1050")])
  func sigmoid(z: Double, value: String, slope: String) throws {
    #expect(try isPrinted(Activation.sigmoid.values(at: [z])[0], as: value))
    #expect(try isPrinted(Activation.sigmoid.jacobian(at: [z])[0, 0], as: slope))
  }

  @Test(
    "Far from 0 every value is finite and the limit",
    arguments: [
      (Activation.sigmoid, [1000, -1000], [1, 0]), (.tanh, [1000, -1000], [1, -1]),
      (.relu, [1000, -1000], [1000, 0]), (.leakyRelu, [1000, -1000], [1000, -10]),
      (.elu, [1000, -1000], [1000, -1]), (.swish, [1000, -1000], [1000, 0]),
      (.gelu, [1000, -1000], [1000, 0]), (.softplus, [1000, -1000], [1000, 0]),
      (.identity, [1000, -1000], [1000, -1000]),
      (.softmax, [1000, -1000], [1, 0]), (.softmax, [1000, 1000], [0.5, 0.5]),
    ])
  func saturation(activation: Activation, z: [Double], a: [Double]) {
    #expect(activation.values(at: z) == a)
  }

  @Test("Softmax has the Jacobian diag(a) − a aᵀ")
  func softmaxJacobian() {
    let z = [1.0, 2, 3]
    let a = Activation.softmax.values(at: z)
    let jacobian = Activation.softmax.jacobian(at: z)
    for i in 0..<3 {
      for j in 0..<3 {
        #expect(abs(jacobian[i, j] - ((i == j ? a[i] : 0) - a[i] * a[j])) < 1e-16)
      }
    }
  }

  @Test("Every Jacobian is the central difference of the values", arguments: Activation.allCases)
  func derivative(activation: Activation) {
    let z = [-1.5, -0.2, 0.3, 2]
    let jacobian = activation.jacobian(at: z)
    for column in z.indices {
      var (above, below) = (z, z)
      above[column] += 1e-6
      below[column] -= 1e-6
      let (high, low) = (activation.values(at: above), activation.values(at: below))
      for row in z.indices {
        #expect(abs(jacobian[row, column] - (high[row] - low[row]) / 2e-6) < 1e-9)
      }
    }
  }

  @Test(
    "A relu is dead within 1e-10 of 0, whatever the other units of its layer",
    arguments: [
      ([0.2 + 0.1 - 0.4 + 0.1, 0], 0.0), ([0.9e-10, 0], 0), ([1.1e-10, 0], 1), ([0, 0], 0),
      ([0.9e-8, 100], 1), ([1e-9, 1000], 1), ([0.9e-10, 1e6], 0), ([1.1e-8, -100], 1),
      ([1e-300, 1e-300], 0), ([.infinity, 1], 1),
    ] as [([Double], Double)])
  func kink(z: [Double], slope: Double) {
    #expect(Activation.relu.jacobian(at: z)[0, 0] == slope)
    #expect(Activation.relu.values(at: z)[0] == (slope == 0 ? 0 : z[0]))
  }

  /// The values of `jax.nn.leaky_relu`, `elu`, `silu`, `gelu(approximate=False)` and `softplus` in
  /// double precision, with their slopes by `jax.grad`.
  @Test(
    "The further activations are another library's, and so are their slopes",
    arguments: [
      (Activation.leakyRelu, [-0.03, -0.005, 0.25, 2], [0.01, 0.01, 1, 1]),
      (
        .elu, [-0.950212931632136, -0.3934693402873665, 0.25, 2],
        [0.04978706836786395, 0.6065306597126334, 1, 1]
      ),
      (
        .swish,
        [-0.14227761953270035, -0.1887703343990727, 0.14054412522144952, 1.7615941559557646],
        [-0.08810410601516963, 0.2600388126973482, 0.6237100215701976, 1.0907842487848955]
      ),
      (
        .gelu,
        [-0.004049694094890279, -0.15426876936299344, 0.14967658142073093, 1.9544997361036416],
        [-0.01194564720418392, 0.13250487534383715, 0.695373354883636, 1.085231801078197]
      ),
      (
        .softplus,
        [0.04858735157374206, 0.4740769841801067, 0.8259394198788437, 2.1269280110429727],
        [0.04742587317756678, 0.3775406687981454, 0.5621765008857981, 0.8807970779778823]
      ),
    ])
  func golden(activation: Activation, values: [Double], slopes: [Double]) {
    let z = [-3.0, -0.5, 0.25, 2]
    for (found, expected) in zip(
      activation.values(at: z) + activation.slopes(at: z), values + slopes)
    {
      #expect(abs(found - expected) <= 1e-14 * max(1e-2, abs(expected)), "\(activation)")
    }
  }

  @Test("A leaky relu has its lower slope within 1e-10 of 0")
  func leakyKink() {
    #expect(Activation.leakyRelu.slopes(at: [0, 0.9e-10, 1.1e-10, -1]) == [0.01, 0.01, 1, 0.01])
  }

  @Test("A relu hides no NaN")
  func notANumber() {
    #expect(Activation.relu.values(at: [.nan, 1])[0].isNaN)
  }
}
