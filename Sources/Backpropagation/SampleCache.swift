/// What one sample leaves behind on its way through a network: z, a and δ of every layer.
///
/// Each points to the numbers of all layers, one after another, from layer 0 on; that of `a` is x,
/// and that of δ is ∂ℒ/∂x. ``LayerLayout/neurons`` says where a layer begins.
struct SampleCache {
  let z: UnsafeMutablePointer<Double>
  let a: UnsafeMutablePointer<Double>
  let delta: UnsafeMutablePointer<Double>
  let y: UnsafeMutablePointer<Double>

  /// `z(l) = W(l) a(l−1) + b(l)` and `a(l) = f(z(l))`.
  func activate(_ layer: LayerLayout, _ parameters: UnsafePointer<Double>) {
    multiply(
      parameters + layer.weights, rows: layer.outputs, columns: layer.inputs,
      by: a + layer.sources, adding: parameters + layer.biases,
      into: z + layer.neurons)
    layer.activation.apply(to: z + layer.neurons, into: a + layer.neurons, count: layer.outputs)
  }

  /// ℒ, from the pre-activations where activation and loss cancel.
  package func loss(of last: LayerLayout, _ architecture: Architecture) -> Double {
    if let cancellation = architecture.cancellation {
      cancellation.value(z + last.neurons, y, count: last.outputs)
    } else {
      architecture.loss.value(a + last.neurons, y, count: last.outputs)
    }
  }
}

// MARK: - The four equations of backpropagation

extension SampleCache {
  /// BP1: `δ(L) = ∇ₐℒ ⊙ f′(z(L))`, the error signal of the output layer.
  ///
  /// Where activation and loss cancel, `δ(L) = a − y` without going through `∇ₐℒ`.
  func outputErrorSignal(of last: LayerLayout, _ architecture: Architecture) {
    let (a, delta) = (a + last.neurons, delta + last.neurons)
    if let cancellation = architecture.cancellation {
      cancellation.errorSignal(a, y, into: delta, count: last.outputs)
    } else {
      architecture.loss.derivative(a, y, into: delta, count: last.outputs)
      last.activation.multiplyByDerivative(
        delta, at: a, from: z + last.neurons, count: last.outputs)
    }
  }

  /// BP2: `δ(l) = (W(l+1)ᵀ δ(l+1)) ⊙ f′(z(l))`, from a layer to the one below it.
  func errorSignal(
    of layer: LayerLayout, from next: LayerLayout, _ parameters: UnsafePointer<Double>
  ) {
    propagateError(of: next, parameters)
    layer.activation.multiplyByDerivative(
      delta + layer.neurons, at: a + layer.neurons, from: z + layer.neurons, count: layer.outputs)
  }

  /// BP3: `∂ℒ/∂W(l) = δ(l) a(l−1)ᵀ + λ W(l)`, written or added to the samples before.
  func weightGradient(
    of layer: LayerLayout, _ parameters: UnsafePointer<Double>, penalty: Double,
    into gradients: UnsafeMutablePointer<Double>, adding: Bool
  ) {
    outerProduct(
      delta + layer.neurons, rows: layer.outputs, a + layer.sources, columns: layer.inputs,
      into: gradients + layer.weights, adding: adding)
    guard penalty != 0 else { return }
    for index in layer.weightRange { gradients[index] += penalty * parameters[index] }
  }

  /// BP4: `∂ℒ/∂b(l) = δ(l)`, written or added to the samples before.
  func biasGradient(
    of layer: LayerLayout, into gradients: UnsafeMutablePointer<Double>, adding: Bool
  ) {
    let (delta, gradient) = (delta + layer.neurons, gradients + layer.biases)
    for j in 0..<layer.outputs { gradient[j] = adding ? gradient[j] + delta[j] : delta[j] }
  }

  /// The product in BP2: `Wᵀ δ`, which is `∂ℒ/∂a` of the layer below; for layer 1, `∂ℒ/∂x`.
  func propagateError(of layer: LayerLayout, _ parameters: UnsafePointer<Double>) {
    multiplyTransposed(
      parameters + layer.weights, rows: layer.outputs, columns: layer.inputs,
      by: delta + layer.neurons, into: delta + layer.sources)
  }
}
