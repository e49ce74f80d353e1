import Exercises
import TestSupport
import Testing

@testable import Diagnosis
@testable import FunctionMarking

@Suite("Slips in backward passes and counts")
struct CodeSlipTests {
  private static func step(_ reference: String, _ parameters: String, _ network: NetworkCase) throws
    -> Exercise
  {
    try Exercise.code(
      """
      { "name": "backward", "kind": "code", "reference": "\(reference)", \(network.json),
        "function": "func backward(_ weights: [[[Double]]], _ biases: [[Double]], \(parameters)) -> (dW: [[[Double]]], db: [[Double]])",
        "inputs": { "random": { "count": 60, "network": { "layers": [1, 4], "units": [2, 3] } } } }
      """)
  }

  private static func play(
    _ network: NetworkCase, _ slip: BackwardSlip?, batch: Bool
  ) -> PlayedFunction {
    { arguments in
      let pass = PlainBackward(arguments, network.setting, slip)
      let samples =
        batch
        ? zip(arguments[2].columns, arguments[3].columns).map { (x: $0, y: $1) }
        : [(arguments[2].numbers, arguments[3].numbers)]
      return pass.gradients(samples).map { .returned($0) } ?? .crashed(nil)
    }
  }

  /// The slip whose words must be said: another one where both come to the same.
  private static func told(_ slip: BackwardSlip, in network: NetworkCase) -> BackwardSlip? {
    let cancels = network.loss == .binaryCrossEntropy || network.loss == .crossEntropy
    switch slip {
    case .noOutputSlope: return cancels || network.output == .identity ? nil : slip
    case .noSlopes:
      return cancels || network.output == .identity ? .noHiddenSlopes : slip
    case .slopeAtActivation:
      // The slope of relu is the same at z and at a = relu(z).
      return network.hidden == .relu && network.output == .relu ? nil : slip
    default: return slip
    }
  }

  @Test("a pass without a slip earns full marks", arguments: NetworkCase.all + [.hinge])
  func right(_ network: NetworkCase) throws {
    let one = try Self.step("network.gradients", "x: [Double], y: [Double]", network)
    #expect(
      try one.verdicts(playing: ["backward": Self.play(network, nil, batch: false)])
        == ["backward correct 1.0"])
    let many = try Self.step("network.batchGradients", "X: [[Double]], Y: [[Double]]", network)
    #expect(
      try many.verdicts(playing: ["backward": Self.play(network, nil, batch: true)])
        == ["backward correct 1.0"])
  }

  @Test("every slip earns exactly its own words", arguments: BackwardSlip.all, NetworkCase.all)
  func slips(_ slip: BackwardSlip, _ network: NetworkCase) throws {
    let exercise = try Self.step("network.gradients", "x: [Double], y: [Double]", network)
    let feedback = try exercise.feedback(
      from: .playing(["backward": Self.play(network, slip, batch: false)])
    ).steps[0]
    guard let told = Self.told(slip, in: network) else {
      #expect(feedback.status == .correct)
      return
    }
    #expect(feedback.status == .incorrect)
    #expect(feedback.says.texts.first == told.says.text)
    #expect(feedback.diagnosis?.edits == [told.id])
    let words = Set(BackwardSlip.all.map(\.says.text))
    #expect(feedback.says.texts.filter(words.contains) == [told.says.text])
  }

  @Test(
    "under the hinge loss a turned sign is told, and no difference", arguments: BackwardSlip.all)
  func hinge(_ slip: BackwardSlip) throws {
    let exercise = try Self.step(
      "network.gradients", "x: [Double], y: [Double]", NetworkCase.hinge)
    let feedback = try exercise.feedback(
      from: .playing(["backward": Self.play(.hinge, slip, batch: false)])
    ).steps[0]
    let isTurned = slip == .targetMinusOutput
    #expect(
      feedback.says.texts.first
        == (isTurned ? "The sign of every gradient is turned." : slip.says.text))
    #expect(feedback.diagnosis?.edits == [isTurned ? "scale-negative" : slip.id])
  }

  @Test(
    "every slip of a batch earns exactly its own words",
    arguments: BackwardSlip.all + BackwardSlip.ofBatches)
  func batchSlips(_ slip: BackwardSlip) throws {
    let network = NetworkCase.all[0]
    let exercise = try Self.step(
      "network.batchGradients", "X: [[Double]], Y: [[Double]]", network)
    let feedback = try exercise.feedback(
      from: .playing(["backward": Self.play(network, slip, batch: true)])
    ).steps[0]
    #expect(feedback.says.texts.first == slip.says.text)
    #expect(feedback.diagnosis?.edits == [slip.id])
  }

  @Test("two slips at once are not taken for one of them, but named")
  func twoSlips() throws {
    let network = NetworkCase.all[0]
    let exercise = try Self.step("network.gradients", "x: [Double], y: [Double]", network)
    let feedback = try exercise.feedback(
      from: .playing([
        "backward": { arguments in
          let pass = PlainBackward(arguments, network.setting, .noHiddenSlopes)
          let value = pass.gradients([(arguments[2].numbers, arguments[3].numbers)])
          guard let value else { return .crashed(nil) }
          let negated = value.items.map { $0.mapped { -$0 } }
          return .returned(.tuple(negated))
        }
      ])
    ).steps[0]
    #expect(feedback.status == .incorrect)
    #expect(feedback.diagnosis?.edits == ["target-minus-output", "no-hidden-slopes"])
    #expect(
      feedback.says.texts.first
        == "Two slips at once: δ at the output begins with y − a where BP1 has a − y, and you left "
        + "out the factor f′(z) in the hidden layers (BP2).")
  }

  @Test(
    "slips in counts earn their words",
    arguments: [
      CodeReference(ForwardMultiplyAddsReference.self),
      CodeReference(BackwardMultiplyAddsReference.self),
    ])
  func counts(_ reference: CodeReference) throws {
    let exercise = try Exercise.code(
      """
      { "name": "count", "kind": "code", "reference": "\(reference.name)",
        "function": "func count(_ sizes: [Int]) -> Int",
        "inputs": [{ "sizes": [3, 2, 2, 1] }, { "sizes": [5, 10, 8, 3] },
          { "random": { "count": 10, "shape": [5], "from": 1, "to": 9 } }] }
      """)
    let signature = exercise.codeTasks[0].signature
    for slip in reference.slips {
      let feedback = try exercise.feedback(
        from: .playing([
          "count": { arguments in
            let arguments = ReferenceArguments(signature, arguments, NetworkSetting())
            return slip.value(arguments).map { .returned($0) } ?? .crashed(nil)
          }
        ])
      ).steps[0]
      #expect(feedback.says.texts.first == slip.says.text)
      #expect(feedback.diagnosis?.edits == [slip.id])
    }
  }

  @Test("steps uphill and with every slip earn their words")
  func steps() throws {
    let exercise = try Exercise.code(
      """
      { "name": "step", "kind": "code", "reference": "network.step",
        "function": "func step(_ weights: [[[Double]]], _ biases: [[Double]], x: [Double], y: [Double], learningRate: Double) -> (weights: [[[Double]]], biases: [[Double]])",
        "inputs": { "random": { "count": 60, "network": { "units": [2, 3] } } } }
      """)
    let signature = exercise.codeTasks[0].signature
    func says(_ slip: BackwardSlip?, along sign: Double) throws -> String? {
      try exercise.feedback(
        from: .playing([
          "step": { arguments in
            let pass = PlainBackward(arguments, NetworkSetting(), slip)
            let gradients = pass.gradients([(arguments[2].numbers, arguments[3].numbers)])
            guard let gradients else { return .crashed(nil) }
            let rate = sign * arguments[4].numbers[0]
            var slopes = gradients.numbers.makeIterator()
            return .returned(
              .tuple(arguments[0..<2].map { $0.mapped { $0 - rate * (slopes.next() ?? 0) } }))
          }
        ])
      ).steps[0].says.texts.first
    }
    #expect(signature.parameters.count == 5)
    #expect(try says(nil, along: 1) == nil)
    #expect(
      try says(nil, along: -1)
        == "This goes uphill: η times the gradient is added where descent subtracts it, or δ "
        + "begins with y − a.")
    for slip in BackwardSlip.all {
      // Downhill along y − a is uphill along a − y: which of the two it was cannot be told.
      let expected = slip == .targetMinusOutput ? try says(nil, along: -1) : slip.says.text
      #expect(try says(slip, along: 1) == expected)
    }
  }
}

extension FunctionValue {
  /// The value with every number changed, in order.
  func mapped(_ change: (Double) -> Double) -> FunctionValue {
    switch self {
    case .double(let number): .double(change(number))
    case .int, .bool: self
    case .array(let items): .array(items.map { $0.mapped(change) })
    case .tuple(let items): .tuple(items.map { $0.mapped(change) })
    }
  }
}
