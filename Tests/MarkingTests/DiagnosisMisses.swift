/// The flaws that are not named rightly, by the corpus and a line each; none may come to them.
enum KnownMisses {
  static let singles = """
    2-2-1 binary cross-entropy, db1: timesInput(1), 4 decimals
    2-2-1 binary cross-entropy, db1: timesActivation("x"), 4 decimals
    diagonal flip 4-3-4, db1: timesInput(1), 4 decimals
    diagonal flip 4-3-4, db2: timesActivation("x"), 4 decimals
    1-1-1, a2: otherActivation(relu), 4 decimals
    1-1-1, delta1: slopeOfLayer("z2"), 4 decimals
    2-2-2-2 sources first, a1: otherActivation(relu), 4 decimals
    2-2-1 binary cross-entropy, db1: timesInput(1), 5 significant digits
    2-2-1 binary cross-entropy, db1: timesActivation("x"), 5 significant digits
    diagonal flip 4-3-4, db1: timesInput(1), 5 significant digits
    diagonal flip 4-3-4, db2: timesActivation("x"), 5 significant digits
    1-1-1, a2: otherActivation(relu), 5 significant digits
    1-1-1, delta1: slopeOfLayer("z2"), 5 significant digits
    2-2-2-2 sources first, a1: otherActivation(relu), 5 significant digits
    2-2-1 binary cross-entropy, db1: timesInput(1), 6 decimals
    2-2-1 binary cross-entropy, db1: timesActivation("x"), 6 decimals
    diagonal flip 4-3-4, db1: timesInput(1), 6 decimals
    diagonal flip 4-3-4, db2: timesActivation("x"), 6 decimals
    1-1-1, a2: otherActivation(relu), 6 decimals
    1-1-1, delta1: slopeOfLayer("z2"), 6 decimals
    2-2-2-2 sources first, a1: otherActivation(relu), 6 decimals
    """

  static let hidden = """
    XOR batch, db2: meanTwice seen in b2_new, 4 decimals
    1-1-1, z1: otherWeights("W2") seen in dW2 alone, 4 decimals
    1-1-1, delta1: slopeOfLayer("z2") seen in dW1 alone, 4 decimals
    3-3-3 ReLU, a2: otherActivation(relu) seen in L, 4 decimals
    2-2-2-2 sources first, a3: otherActivation(tanh) seen in L, 4 decimals
    2-2-2-2 sources first, a3: otherActivation(relu) seen in L, 4 decimals
    1-1-1, z1: otherWeights("W2") seen in dW2 alone, 5 significant digits
    1-1-1, delta1: slopeOfLayer("z2") seen in dW1 alone, 5 significant digits
    1-1-1, z1: otherWeights("W2") seen in dW2 alone, 6 decimals
    1-1-1, delta1: slopeOfLayer("z2") seen in dW1 alone, 6 decimals
    2-2-1 binary cross-entropy, a2: otherActivation(relu) seen in L, 4 decimals
    2-2-1 binary cross-entropy, a2: otherActivation(relu) seen in L, 5 significant digits
    2-2-1 binary cross-entropy, a2: otherActivation(relu) seen in L, 6 decimals
    1-1-1, delta1: slopeOfLayer("z2") seen in dW1, 4 decimals
    1-1-1, delta1: slopeOfLayer("z2") seen in dW1, 5 significant digits
    1-1-1, delta1: slopeOfLayer("z2") seen in dW1, 6 decimals
    1-1-1, z1: otherWeights("W2") seen in a1, 4 decimals
    1-1-1, z1: otherWeights("W2") seen in a1, 5 significant digits
    1-1-1, z1: otherWeights("W2") seen in a1, 6 decimals
    3-2-2-1, a3: otherActivation(relu) seen in L, 4 decimals
    """

  static let pairs = """
    batch of three, L: notSquared and halfAdded, 4 decimals
    3-2-2-1, L: beforeActivation and halfTwice, 4 decimals
    3-2-2-1, delta3: targetMinusOutput and beforeActivation, 4 decimals
    3-2-2-1, delta3: beforeActivation and slopeOfOther(tanh), 4 decimals
    2-3-1 with update, delta2: beforeActivation and slopeOfOther(tanh), 4 decimals
    XOR batch, L: beforeActivation and halfTwice, 4 decimals
    XOR batch, L: beforeActivation and doubledNotSquared, 4 decimals
    XOR batch, L: meanForgotten and doubledNotSquared, 4 decimals
    XOR batch, L: meanTwice and halfTwice, 4 decimals
    XOR batch, b2_new: uphill and rateTwice, 4 decimals
    3-3-3 ReLU, L: notSquared and halfTwice, 4 decimals
    2-2-2-2 sources first, L: beforeActivation and halfTwice, 4 decimals
    2-2-2-2 sources first, L: notSquared and halfTwice, 4 decimals
    3-2-2-1, L: notSquared and halfTwice, 4 decimals
    2-2-1 binary cross-entropy, delta2: targetMinusOutput and slopeKept, 4 decimals
    2-2-1 binary cross-entropy, delta2: beforeActivation and slopeKept, 4 decimals
    2-3-1 with update, delta2: targetMinusOutput and slopeOfOther(tanh), 4 decimals
    XOR batch, L: beforeActivation and meanTwice, 4 decimals
    1-1-1, delta2: beforeActivation and slopeKept, 4 decimals
    3-3-3 ReLU, L: halfForgotten and doubledNotSquared, 4 decimals
    2-2-2-2 sources first, L: beforeActivation and doubledNotSquared, 4 decimals
    2-2-2-2 sources first, L: halfForgotten and doubledNotSquared, 4 decimals
    1-1-1, delta1: slopeOfOther(sigmoid) and otherWeights("W1"), 4 decimals
    1-1-1, delta1: slopeOfOther(tanh) and otherWeights("W1"), 4 decimals
    """
}
