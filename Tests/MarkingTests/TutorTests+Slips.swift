extension TutorTests {
  static let slips: [WorkedSlip] = [
    // Forward.
    WorkedSlip(
      "2-3-1 with update", .z(1), .biasForgotten, edits: "drop-term",
      says: "You left out the bias b1."),
    WorkedSlip(
      "XOR batch", .z(1), .biasForgotten, edits: "drop-term", says: "You left out the bias b1."),
    WorkedSlip(
      "2-3-1 with update", .z(1), .biasSubtracted, edits: "flip-sign",
      says: "You subtracted b1 where the forward pass adds it."),
    WorkedSlip(
      "2-2-2 tanh", .z(1), .weightsTransposed, edits: "add-transpose",
      says: "You transposed W1; the forward pass has it as it is."),
    WorkedSlip(
      "2-2-2 tanh", .z(2), .otherWeights("W1"), edits: "wrong-name",
      says: "You used W1 where the forward pass has W2."),
    WorkedSlip(
      "2-2-2 tanh", .z(2), .otherSource("z1"), edits: "wrong-name",
      says: "You used z1, from before the activation, where the forward pass has a1."),
    WorkedSlip(
      "2-2-2 tanh", .z(2), .otherSource("x"), edits: "wrong-name",
      says: "You used the input x where the forward pass has a1."),
    WorkedSlip(
      "2-2-2 tanh", .a(1), .activationForgotten, edits: "drop-function",
      says: "You did not apply tanh to z1."),
    WorkedSlip(
      "2-2-2 tanh", .a(1), .otherActivation(.sigmoid), edits: "wrong-function",
      says: "You used σ(z1) where the forward pass has tanh(z1)."),
    WorkedSlip(
      "3-4-2 softmax", .a(2), .notNormalised, edits: "wrong-function",
      says: "You did not divide the exponentials by their sum, as softmax does."),
    // The loss.
    WorkedSlip(
      "3-2-2-1", .loss, .halfForgotten, edits: "drop-factor", says: "You left out the factor ½."),
    WorkedSlip(
      "3-2-2-1", .loss, .halfTwice, edits: "extra-factor", says: "The factor ½ is in there twice."),
    WorkedSlip(
      "3-2-2-1", .loss, .notSquared, edits: "drop-power", says: "You did not square a3 − y."),
    WorkedSlip(
      "3-2-2-1", .loss, .doubledNotSquared, edits: "wrong-operation",
      says: "You doubled a3 − y where the loss squares it."),
    WorkedSlip(
      "XOR batch", .loss, .meanForgotten, edits: "drop-factor", says: "You did not divide by 4."),
    WorkedSlip(
      "diagonal flip 4-3-4", .loss, .meanForgotten, edits: "wrong-function",
      says: "You added up where the loss takes the mean."),
    WorkedSlip(
      "diagonal flip 4-3-4", .loss, .halfAdded, edits: "extra-factor",
      says: "There is a factor ½ too many."),
    WorkedSlip(
      "3-4-2 softmax", .loss, .baseTen, edits: "wrong-function",
      says: "You took the logarithm to base ten; the loss has the natural logarithm."),
    WorkedSlip(
      "3-4-2 softmax", .loss, .minusLost, edits: "flip-sign",
      says: "You lost the minus sign in front of sum(y ⊙ log(a2))."),
    WorkedSlip(
      "batch cross-entropy", .loss, .secondTermForgotten, edits: "drop-term",
      says: "You left out the term (1 − Y) ⊙ log(1 − A2)."),
    // Error signals.
    WorkedSlip(
      "2-2-2 tanh", .delta(2), .targetMinusOutput, edits: "swap-operands",
      says: "You used y − a2 where BP1 has a2 − y."),
    WorkedSlip(
      "2-2-2 tanh", .delta(2), .slopeForgotten, edits: "drop-factor",
      says: "You left out the factor tanh′(z2) (BP1)."),
    WorkedSlip(
      "2-2-2 tanh", .delta(2), .slopeAtActivation, edits: "wrong-argument",
      says: "The derivative is taken at a2; BP1 takes it at z2."),
    WorkedSlip(
      "2-2-2 tanh", .delta(2), .slopeAsFunction, edits: "wrong-function",
      says: "You used tanh(z2) itself where BP1 has its derivative tanh′(z2)."),
    WorkedSlip(
      "2-2-1 binary cross-entropy", .delta(2), .slopeKept, edits: "extra-factor",
      says: "The factor σ′(z2) does not belong here: this loss and this output leave none (BP1)."),
    WorkedSlip(
      "XOR batch", .delta(2), .averagedAlready, edits: "extra-factor",
      says: "You divided by 4, which does not belong here (BP1)."),
    WorkedSlip(
      "diagonal flip 4-3-4", .delta(2), .meanForgotten, edits: "drop-factor",
      says: "You did not divide by 4 (BP1)."),
    WorkedSlip(
      "diagonal flip 4-3-4", .delta(2), .twoForgotten, edits: "drop-factor",
      says: "You left out the factor 2 (BP1)."),
    WorkedSlip(
      "3-2-2-1", .delta(1), .weightsTransposed, edits: "drop-transpose",
      says: "You did not transpose W2; BP2 has W2ᵀ."),
    WorkedSlip(
      "2-3-1 with update", .delta(1), .updatedWeights("W2"), edits: "wrong-name",
      says: "You used W2 after the update; BP2 takes it as it was before."),
    WorkedSlip(
      "diagonal flip 4-3-4", .delta(1), .slopeForgotten, edits: "drop-factor",
      says: "You left out the factor relu′(z1) (BP2)."),
    WorkedSlip(
      "3-3-3 ReLU", .delta(1), .slopeAsFunction, edits: "wrong-function",
      says: "You used relu(z1) itself where BP2 has its derivative relu′(z1)."),
    // Gradients.
    WorkedSlip(
      "3-2-2-1", .dW(2), .outerTurned, edits: "swap-operands",
      says: "The outer product is the other way round: BP3 has δ2 a1ᵀ."),
    WorkedSlip(
      "XOR batch", .dW(1), .outerTurned, edits: "swap-operands",
      says: "The outer product is the other way round: BP3 has δ1 Xᵀ."),
    WorkedSlip(
      "3-2-2-1", .dW(2), .beforeActivation, edits: "wrong-name",
      says: "You used z1, from before the activation, where BP3 has a1."),
    WorkedSlip(
      "3-2-2-1", .dW(2), .otherSource("a2"), edits: "wrong-name",
      says: "You used a2 where BP3 has a1."),
    WorkedSlip(
      "3-2-2-1", .dW(1), .otherDelta("delta2"), edits: "wrong-name",
      says: "You used δ2 where BP3 has δ1."),
    WorkedSlip(
      "XOR batch", .dW(1), .meanForgotten, edits: "drop-factor",
      says: "You did not divide by 4 (BP3)."),
    WorkedSlip(
      "XOR batch", .dW(1), .meanTwice, edits: "extra-factor",
      says: "You divided by 4 once too often (BP3)."),
    WorkedSlip(
      "XOR batch", .db(1), .meanForgotten, edits: "wrong-function",
      says: "You added up where BP4 takes the mean."),
    WorkedSlip(
      "2-2-2 tanh", .db(1), .timesInput(0), edits: "extra-factor",
      says: "There is a factor x[1] too many (BP4)."),
    WorkedSlip(
      "2-2-2 tanh", .db(1), .timesActivation("x"), edits: "extra-factor",
      says: "There is a factor x too many (BP4)."),
    // The update.
    WorkedSlip(
      "2-3-1 with update", .newW(1), .uphill, edits: "flip-sign",
      says: "You added η·dW1 where gradient descent subtracts it."),
    WorkedSlip(
      "2-3-1 with update", .newW(2), .rateForgotten, edits: "drop-factor",
      says: "You left out the factor η."),
    WorkedSlip(
      "2-3-1 with update", .newW(2), .rateTwice, edits: "extra-factor",
      says: "The factor η is in there twice."),
    WorkedSlip(
      "2-2-2 tanh", .newW(1), .otherGradient("dW2"), edits: "wrong-name",
      says: "You used dW2 where gradient descent has dW1."),
    // Two at once.
    WorkedSlip(
      "3-2-2-1", .delta(1), .weightsTransposed, .slopeForgotten, edits: "drop-transpose",
      "drop-factor",
      says:
        "Two slips at once: you did not transpose W2; BP2 has W2ᵀ, and you left out the factor σ′(z1)."
    ),
    WorkedSlip(
      "2-3-1 with update", .newB(1), .uphill, .rateForgotten, edits: "flip-sign", "drop-factor",
      says:
        "Two slips at once: you added η·db1 where gradient descent subtracts it, and you left out the factor η."
    ),
    WorkedSlip(
      "XOR batch", .delta(2), .targetMinusOutput, .slopeForgotten, edits: "swap-operands",
      "drop-factor",
      says:
        "Two slips at once: you used Y − A2 where BP1 has A2 − Y, and you left out the factor σ′(Z2)."
    ),
  ]

  static let hidden: [WorkedSlip] = [
    WorkedSlip(
      "3-2-2-1", [(.delta(2), [.slopeForgotten])], seenIn: .dW(1), edits: "drop-factor",
      says: "This is what comes out if δ2 is computed without the factor σ′(z2)."),
    WorkedSlip(
      "3-2-2-1", [(.delta(1), [.weightsTransposed])], seenIn: .dW(1), edits: "drop-transpose",
      says: "This is what comes out if δ1 is computed without transposing W2."),
    WorkedSlip(
      "3-2-2-1", [(.delta(3), [.slopeAtActivation])], seenIn: .dW(2), edits: "wrong-argument",
      says:
        "This is what comes out if δ3 is computed with the derivative taken at a3 instead of z3."),
    WorkedSlip(
      "2-2-2 tanh", [(.z(1), [.biasForgotten])], seenIn: .dW(2), edits: "drop-term",
      says: "This is what comes out if z1 is computed without the bias b1."),
    WorkedSlip(
      "2-2-2 tanh", [(.z(2), [.biasSubtracted])], seenIn: .a(2), edits: "flip-sign",
      says: "This is what comes out if z2 is computed with b2 subtracted instead of added."),
    WorkedSlip(
      "3-4-2 softmax", [(.a(2), [.notNormalised])], seenIn: .dW(1), edits: "wrong-function",
      says:
        "This is what comes out if a2 is computed without dividing the exponentials by their sum."),
    WorkedSlip(
      "2-2-1 binary cross-entropy", [(.delta(2), [.slopeKept])], seenIn: .delta(1),
      edits: "extra-factor",
      says:
        "This is what comes out if δ2 is computed with the factor σ′(z2), though this loss and this output leave none."
    ),
    WorkedSlip(
      "XOR batch", [(.dW(2), [.meanForgotten])], seenIn: .newW(2), edits: "drop-factor",
      says: "This is what comes out if dW2 is computed without dividing by 4."),
    WorkedSlip(
      "2-3-1 with update", [(.delta(1), [.updatedWeights("W2")])], seenIn: .dW(1),
      edits: "wrong-name",
      says: "This is what comes out if δ1 is computed with W2 as it is after the update."),
    WorkedSlip(
      "2-2-2 tanh", [(.dW(1), [.outerTurned])], seenIn: .newW(1), edits: "swap-operands",
      says:
        "This is what comes out if dW1 is computed with the outer product δ1 xᵀ the other way round."
    ),
    WorkedSlip(
      "3-2-2-1",
      [
        (.delta(3), [.slopeForgotten]), (.delta(2), [.slopeForgotten]),
        (.delta(1), [.slopeForgotten]),
      ], seenIn: .dW(1), edits: "drop-factor",
      says:
        "This is what comes out if δ3 is computed without the factor σ′(z3), and δ2 and δ1 in the same way."
    ),
    WorkedSlip(
      "2-2-2 tanh", [(.z(1), [.biasForgotten]), (.z(2), [.biasForgotten])], seenIn: .a(2),
      edits: "drop-term",
      says: "This is what comes out if z1 is computed without the bias b1, and z2 in the same way."),
  ]

  static let ties: [WorkedSlip] = [
    WorkedSlip(
      "XOR batch", [(.delta(2), [.averagedAlready])], seenIn: .dW(1), edits: "extra-factor",
      says:
        "One of these: you divided by 4 once too often (BP3); or δ2 was computed with a division by 4 that does not belong there; or δ1 was computed with a division by 4 that does not belong there."
    ),
    WorkedSlip(
      "3-2-2-1", .a(2), .activationForgotten, edits: "drop-function",
      says:
        "One of these: you did not apply σ to z2; or you used relu(z2) where the forward pass has σ(z2)."
    ),
    WorkedSlip(
      "1-1-1", .db(1), .timesInput(0), edits: "extra-factor",
      says:
        "One of these: there is a factor x too many (BP4); or there is a factor 2 too many."),
  ]

  static let own: [OwnExercise] = [
    OwnExercise(
      members:
        #""given": { "p": 0.62, "q": 1.37 }, "steps": [ { "name": "v", "formula": "sigmoid(q) * p" } ]"#,
      answers: "v = 0.890799", edit: "swap-operands", says: "You exchanged p and q."),
    OwnExercise(
      members:
        #""given": { "p": 0.62, "q": 1.37, "r": 0.25 }, "steps": [ { "name": "v", "formula": "sigmoid(q) * p" }, { "name": "w", "formula": "square(v) + r" } ]"#,
      answers: "w = 1.043523", edit: "swap-operands",
      says: "This is what comes out if v is computed with p and q exchanged."),
    OwnExercise(
      members:
        #""given": { "u": 1.7313, "w": 2.3171, "t": 0.8192, "n": 1 }, "steps": [ { "name": "v", "formula": "u * w * t" } ]"#,
      answers: "v = 1.418281", edit: "drop-factor", says: "You left out the factor w."),
    OwnExercise(
      members:
        #""given": { "z": [0.3, 1.1, -0.4] }, "steps": [ { "name": "a", "formula": "softmax(z)" }, { "name": "J", "formula": "diag(a) - outer(a, a)" } ]"#,
      answers:
        "a = [0.26867, 0.59793, 0.13340]\nJ = [[0.26867, 0, 0], [0, 0.59793, 0], [0, 0, 0.13340]]",
      edit: "drop-term", says: "You left out the term outer(a, a)."),
    OwnExercise(
      members:
        #""given": { "z": [0.3, 1.1, -0.4] }, "steps": [ { "name": "a", "formula": "softmax(z)" }, { "name": "J", "formula": "diag(a) - outer(a, a)" } ]"#,
      answers:
        "a = [0.26867, 0.59793, 0.13340]\nJ = [[0.34085, 0.16065, 0.03584], [0.16065, 0.95545, 0.07976], [0.03584, 0.07976, 0.15120]]",
      edit: "flip-sign", says: "You added outer(a, a) where the formula subtracts it."),
    OwnExercise(
      members:
        #""given": { "W2": [[0.37, -0.61], [0.83, 0.29]], "delta2": [0.1731, -0.4127] }, "steps": [ { "name": "v", "formula": "W2[1, 2] * delta2[1] + W2[2, 2] * delta2[2]" } ]"#,
      answers: "v = -0.448132", edit: "wrong-index",
      says: "You used W2[2, 1] where the formula has W2[2, 2]."),
    OwnExercise(
      members:
        #""given": { "u": 1.7, "w": 2.31 }, "steps": [ { "name": "p", "formula": "u * w" }, { "name": "v", "formula": "p^3" } ]"#,
      answers: "p = 3.927\nv = 3.927000", edit: "drop-power",
      says: "You did not raise p to the power of 3."),
    OwnExercise(
      members:
        #""given": { "u": 1.7313, "w": 2.3171 }, "steps": [ { "name": "v", "formula": "u * w" } ]"#,
      answers: "v = 4.0484", edit: "wrong-operation",
      says: "You added u and w where the formula multiplies."),
    OwnExercise(
      members:
        #""given": { "A": [[1.37, 2.41], [0.53, 3.19]], "B": [[0.71, 1.93], [2.27, 0.87]] }, "steps": [ { "name": "v", "formula": "A @ B" } ]"#,
      answers: "v = [[0.9727, 4.6513], [1.2031, 2.7753]]", edit: "wrong-operation",
      says: "You multiplied A and B entry by entry where the formula has their matrix product."),
  ]
}
