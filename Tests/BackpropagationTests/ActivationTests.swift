import Backpropagation
import Testing

@Suite("Activation")
struct ActivationTests {
  @Test(
    "The names are those of exercise files",
    arguments: zip(Activation.allCases, ["sigmoid", "tanh", "relu", "identity", "softmax"]))
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
      (.relu, [1000, -1000], [1000, 0]), (.identity, [1000, -1000], [1000, -1000]),
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

  @Test("A relu hides no NaN")
  func notANumber() {
    #expect(Activation.relu.values(at: [.nan, 1])[0].isNaN)
  }
}
