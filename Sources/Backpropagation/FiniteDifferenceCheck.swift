/// Compares every entry of a gradient with a central difference of the loss.
///
/// The numerical gradient of a parameter w is `(ℒ(w + ε) − ℒ(w − ε)) / 2ε`; the relative error is
/// `|g − n| / (|g| + |n| + 10⁻⁸)`, as in the chapter, where below 10⁻⁷ is right.
package struct FiniteDifferenceCheck: Equatable, Sendable {
  /// One row for each parameter, in the network's order.
  package let rows: [FiniteDifference]
  /// ε.
  package let step: Double

  /// Checks all parameters, with two forward passes for each.
  ///
  /// - Parameter analytical: the gradient to check, one entry for each parameter in the network's
  ///   order; without it, the network's own from BP1 to BP4.
  /// - Throws: ``NetworkError`` when the samples, or the gradient, do not fit the network.
  package init(
    of network: Network, on samples: Samples, analytical: [Double]? = nil, step: Double = 1e-5
  ) throws(NetworkError) {
    var workspace = Workspace(for: network.architecture, sampleCount: samples.count)
    try workspace.load(samples)
    workspace.forward(network)
    workspace.backward(network)
    let gradient = analytical ?? workspace.parameterGradients
    guard gradient.count == network.parameterCount else {
      throw .parameterCount(found: gradient.count, expected: network.parameterCount)
    }
    self.step = step
    self.rows = Self.rows(&workspace, network, gradient, step)
  }

  /// The largest relative error where the loss is differentiable; 0 if it is so nowhere.
  package var largestRelativeError: Double {
    rows.reduce(0) { $1.isDifferentiable ? max($0, $1.relativeError) : $0 }
  }

  private static func rows(
    _ workspace: inout Workspace, _ network: Network, _ gradient: [Double], _ step: Double
  ) -> [FiniteDifference] {
    var kinks = Kinks(workspace)
    var tally = Tally<NoCounter>()
    var moved = network.parameters
    var rows: [FiniteDifference] = []
    rows.reserveCapacity(gradient.count)
    for (index, parameter) in network.architecture.parameters.enumerated() {
      func loss(at value: Double) -> Double {
        moved[index] = value
        return moved.withUnsafeBufferPointer { parameters in
          parameters.baseAddress.map { workspace.forward($0, &tally) } ?? .nan
        }
      }
      let value = moved[index]
      let above = loss(at: value + step)
      kinks.remember(workspace)
      let below = loss(at: value - step)
      moved[index] = value
      rows.append(
        FiniteDifference(
          parameter: parameter, analytical: gradient[index], lossAbove: above, lossBelow: below,
          step: step, isDifferentiable: !kinks.areCrossed(by: workspace)))
    }
    return rows
  }
}

/// One row of the check: a parameter, its gradient, and the central difference.
package struct FiniteDifference: Equatable, Sendable {
  package let parameter: Parameter
  package let analytical: Double
  /// ℒ(w + ε).
  package let lossAbove: Double
  /// ℒ(w − ε).
  package let lossBelow: Double
  package let step: Double
  /// False at the kink of a relu, where any slope between the two one-sided ones is fair.
  package let isDifferentiable: Bool

  package var numerical: Double { (lossAbove - lossBelow) / (2 * step) }

  package var relativeError: Double {
    abs(analytical - numerical) / (abs(analytical) + abs(numerical) + 1e-8)
  }
}

// MARK: - CustomStringConvertible

extension FiniteDifference: CustomStringConvertible {
  package var description: String {
    let comparison = "\(parameter): analytical \(analytical), numerical \(numerical)"
    return isDifferentiable
      ? "\(comparison), relative error \(relativeError)" : "\(comparison), not differentiable here"
  }
}
