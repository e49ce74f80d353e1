/// Steps that ask for functions.
extension Rejection {
  /// A step that asks for a function, with these members.
  private static func code(_ name: String, _ members: String, _ problems: String) -> Rejection {
    Rejection(
      name,
      """
        "steps": [{ "name": "f", "kind": "code",
      \(members) }]
      """, problems)
  }

  private static let scalar = #""function": "func f(_ x: Double, y: Double) -> Double""#
  private static let pair = #""function": "func f(_ x: [Double]) -> (a: Double, b: [Double])""#

  static let ofCode: [Rejection] = [
    code(
      "A function needs a declaration",
      #" "formula": "1" "#,
      #"""
      2:13: a step of kind 'code' needs the key 'function'
      """#),
    code(
      "A declaration is a text",
      #" "function": 1, "formula": "x", "inputs": [{}] "#,
      #"""
      3:14: 'function' must be a string, but it is 1
      """#),
    code(
      "A declaration is read to its end",
      #" "function": "func f(_ x: Float) -> Double", "formula": "x", "inputs": [{}] "#,
      #"""
      3:27: expected Int, Bool, Double or an array of them, not 'Float'
      """#),
    code(
      "A character of a declaration is found behind escapes",
      #" "function": "func f(_ \u03b4: Double, d: Intt) -> Double", "formula": "x" "#,
      #"""
      3:43: expected Int, Bool, Double or an array of them, not 'Intt'
      """#),
    code(
      "Parameters are one name in formulas",
      #" "function": "func f(_ δ: Double, delta: Double) -> Double", "formula": "1", "inputs": [{ "δ": 1, "delta": 2 }] "#,
      #"""
      3:14: 'δ' and 'delta' are one name in formulas
      """#),
    code(
      "A function needs a key and inputs",
      scalar,
      #"""
      2:13: a function needs the key 'formula' or 'reference'
      2:13: a step of kind 'code' needs the key 'inputs'
      """#),
    code(
      "A function has one key",
      #"\#(scalar), "formula": "x", "reference": "network.loss", "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:68: a function has a 'formula' or a 'reference', not both
      """#),
    code(
      "A formula has no network",
      #"\#(scalar), "formula": "x", "network": {}, "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:84: 'network' belongs to a 'reference'; a formula has none
      """#),
    code(
      "A key names parameters",
      #"\#(scalar), "formula": "x + yy * (weight - X)", "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:73: unknown name 'yy'; did you mean 'y'?
      3:79: unknown name 'weight'; here are x, y
      3:88: unknown name 'X'; did you mean 'x'?
      """#),
    code(
      "A key is a formula",
      #"\#(scalar), "formula": "x + sigmod(y)", "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:73: there is no function 'sigmod'; did you mean 'sigmoid'?
      """#),
    code(
      "A key of a number is a text",
      #"\#(scalar), "formula": { "a": "x" }, "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:68: 'formula' must be a string, but it is an object
      """#),
    code(
      "A tuple has a formula for each part",
      #"\#(pair), "formula": "x", "inputs": [{ "x": [1] }] "#,
      #"""
      3:77: the result is a tuple, so write {"a": …, "b": …}
      """#),
    code(
      "Parts of a tuple are known",
      #"\#(pair), "formula": { "a": "sum(x)", "c": "x" }, "inputs": [{ "x": [1] }] "#,
      #"""
      3:77: the part 'b' has no formula
      3:94: the result has no part 'c'
      """#),
    code(
      "Parts of a tuple are formulas",
      #"\#(pair), "formula": { "a": 1, "b": "x +" }, "inputs": [{ "x": [1] }] "#,
      #"""
      3:84: 'a' must be a string, but it is 1
      3:96: expected a value after '+', but the formula ends
      """#),
    code(
      "References are known",
      #"\#(scalar), "reference": "network.los", "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:70: there is no reference 'network.los'; did you mean 'network.loss'?
      """#),
    code(
      "A reference unlike any",
      #"\#(scalar), "reference": "zzz", "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:70: there is no reference 'zzz'; there are network.gradients, network.loss, network.step, network.momentumStep, network.adamStep, network.batchGradients, network.forwardMultiplyAdds, network.backwardMultiplyAdds
      """#),
    code(
      "A reference calculates from parameters",
      #"\#(scalar), "reference": "network.loss", "inputs": [{ "x": 1, "y": 2 }] "#,
      #"""
      3:70: network.loss calculates from a parameter 'weights: [[[Double]]]'
      3:70: network.loss calculates from a parameter 'biases: [[Double]]'
      3:70: network.loss calculates from a parameter 'x: [Double]'
      3:70: network.loss calculates from a parameter 'y: [Double]'
      """#),
    code(
      "A reference gives its own result",
      #""function": "func f(_ sizes: [Int]) -> Double", "reference": "network.forwardMultiplyAdds", "inputs": [{ "sizes": [2, 1] }] "#,
      #"""
      3:62: network.forwardMultiplyAdds gives Int
      """#),
    code(
      "A network of a reference has known words",
      #""function": "func f(_ weights: [[[Double]]], biases: [[Double]], x: [Double], y: [Double]) -> Double", "reference": "network.loss", "network": { "hidden": "sigmod", "output": 1, "loss": "zzz", "layers": 2 }, "inputs": { "random": { "network": {} } } "#,
      #"""
      3:156: 'sigmod' is not an activation; did you mean 'sigmoid'?
      3:176: 'output' must be a string, but it is 1
      3:187: 'zzz' is not a loss; it is one of half-squared-error, mean-squared-error, binary-cross-entropy, cross-entropy, hinge
      3:194: unknown key 'layers': 'network' of a function can have 'hidden', 'output', 'loss', 'l2', 'sharedBiases', 'frozen'
      """#),
    code(
      "What is frozen belongs to a layer",
      #""function": "func f(_ weights: [[[Double]]], biases: [[Double]], x: [Double], y: [Double]) -> Double", "reference": "network.loss", "network": { "frozen": ["W1", "bias", "b0"], "sharedBiases": 1 }, "inputs": { "random": { "network": {} } } "#,
      #"""
      3:163: 'bias' is nothing that these networks train; write W1 or b1 for the weights or biases of layer 1, and so on
      3:171: 'b0' is nothing that these networks train; write W1 or b1 for the weights or biases of layer 1, and so on
      3:194: 'sharedBiases' must be true or false, but it is 1
      """#),
    code(
      "A shared bias is one number for each layer",
      #""function": "func f(_ weights: [[[Double]]], biases: [[Double]], x: [Double], y: [Double]) -> Double", "reference": "network.loss", "network": { "sharedBiases": true }, "inputs": [{ "weights": [], "biases": [], "x": [], "y": [] }] "#,
      #"""
      3:117: network.loss calculates from a parameter 'biases: [Double]'
      """#),
    code(
      "Inputs are a list",
      #"\#(scalar), "formula": "x", "inputs": 1 "#,
      #"""
      3:83: 'inputs' must be a list of cases such as {"z": [1, 2, 3]}
      """#),
    code(
      "There is an input",
      #"\#(scalar), "formula": "x", "inputs": [] "#,
      #"""
      3:83: there must be 1 to 400 inputs, not 0
      """#),
    code(
      "Inputs are objects",
      #"\#(scalar), "formula": "x", "inputs": [1, [2]] "#,
      #"""
      3:84: an input must be an object such as {"z": [1, 2, 3]}
      3:87: an input must be an object such as {"z": [1, 2, 3]}
      """#),
    code(
      "An input has every parameter and no other",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "yy": 2 }, {}] "#,
      #"""
      3:84: the input says nothing of 'y'
      3:94: the function has no parameter 'yy'; did you mean 'y'?
      3:105: the input says nothing of 'x'
      3:105: the input says nothing of 'y'
      """#),
    code(
      "A function without parameters has empty inputs",
      #" "function": "func f() -> Double", "formula": "1", "inputs": [{ "x": 1 }] "#,
      #"""
      3:65: the function has no parameter 'x'; it has none
      """#),
    code(
      "Values are of their types",
      #" "function": "func f(_ n: Int, b: Bool, z: [Double], W: [[Double]]) -> Double", "formula": "1", "inputs": [{ "n": 1.5, "b": 1, "z": [1, "a"], "W": [1] }] "#,
      #"""
      3:115: 'n' must be a whole number, but it is 1.5
      3:125: 'b' must be true or false, but it is 1
      3:137: an entry of 'z' must be a number, but it is a string
      3:149: an entry of 'W' must be [Double], but here is 1
      """#),
    code(
      "There are not too many inputs",
      #"\#(scalar), "formula": "x", "inputs": [{ "random": { "count": 250 } }, { "random": { "count": 250 } }] "#,
      #"""
      3:83: there must be 1 to 400 inputs, not 500
      """#),
    code(
      "Random inputs are an object",
      #"\#(scalar), "formula": "x", "inputs": { "random": 20 } "#,
      #"""
      3:95: random inputs must be an object, but it is 20
      """#),
    code(
      "Random inputs have known keys",
      #"\#(scalar), "formula": "x", "inputs": { "random": { "cuont": 20, "seed": 0.5, "count": 0, "from": "a" } } "#,
      #"""
      3:97: unknown key 'cuont' — did you mean 'count'?
      3:118: 'seed' must be a whole number, but it is 0.5
      3:132: 'count' must be from 1 to 400
      3:143: 'from' must be a number, but it is a string
      """#),
    code(
      "Bounds of random inputs",
      #"\#(scalar), "formula": "x", "inputs": [{ "random": { "from": 2, "to": 1 } }, { "random": { "from": -1e16 } }] "#,
      #"""
      3:106: 'from' must not be above 'to'
      3:134: 'from' and 'to' must be at most 1e15 in size
      """#),
    code(
      "Whole numbers lie between their bounds",
      #" "function": "func f(_ n: [Int]) -> Int", "formula": "1", "inputs": { "random": { "shape": [2], "from": 0.2, "to": 0.8 } } "#,
      #"""
      3:81: there is no whole number between 'from' and 'to'
      """#),
    code(
      "Shapes have a length for each depth",
      #" "function": "func f(_ W: [[Double]], x: [Double], n: Double) -> Double", "formula": "1", "inputs": { "random": { "shapes": { "W": [2], "n": [3], "z": [1] } } } "#,
      #"""
      3:113: 'W' is [[Double]], so its shape has 2 lengths, not 1
      3:113: 'x' is [Double], so its shape has 1 length, not 0
      3:113: 'n' is Double, so its shape has 0 lengths, not 1
      3:147: the function has no parameter 'z'; it has 'W', 'x', 'n'
      """#),
    code(
      "Lengths are sizes",
      #" "function": "func f(_ W: [[Double]], x: [Double]) -> Double", "formula": "1", "inputs": [{ "random": { "shapes": { "W": [1000, 1000], "x": [-1] } } }, { "random": { "shapes": { "W": [1e15, 1e15], "x": [1001] } } }, { "random": { "shapes": { "W": [0, 3], "x": ["a"] } } }] "#,
      #"""
      3:103: the shape of 'W' is too large
      3:103: the shape of 'x' has a length below 0
      3:165: the shape of 'W' is too large
      3:165: the shape of 'x' is too large
      3:229: 'x' is [Double], so its shape has 1 length, not 0
      3:262: entry 1 of the shape of 'x' must be a whole number, but it is a string
      """#),
    code(
      "One shape is for one parameter",
      #"\#(scalar), "formula": "x", "inputs": [{ "random": { "shape": [2] } }, { "random": { "shapes": [2] } }] "#,
      #"""
      3:107: with several parameters write 'shapes', as in {"x": [3]}
      3:140: 'shapes' must be an object of parameters and lists of lengths
      """#),
    code(
      "What is fixed is a parameter's value",
      #"\#(scalar), "formula": "x", "inputs": [{ "random": { "fixed": { "x": "a", "z": 1 } } }, { "random": { "fixed": [1] } }] "#,
      #"""
      3:114: 'x' must be a number, but it is a string
      3:119: the function has no parameter 'z'; it has 'x', 'y'
      3:156: 'fixed' must be an object of parameters and values
      """#),
    code(
      "Networks are drawn for parameters of their types",
      #" "function": "func f(_ weights: [[Double]], extra: [Double]) -> Double", "formula": "1", "inputs": { "random": { "network": {} } } "#,
      #"""
      3:112: 'weights' is drawn with a network as [[[Double]]], not [[Double]]
      3:112: 'extra' is [Double], so its shape has 1 length, not 0
      """#),
    code(
      "Networks have bounds",
      #" "function": "func f(_ x: [Double]) -> Double", "formula": "1", "inputs": { "random": { "network": { "layers": [2, 1], "units": [1, 13], "unit": 1 } } } "#,
      #"""
      3:112: 'layers' must be the fewest and the most, as in [1, 8]
      3:129: 'units' must be the fewest and the most, as in [1, 12]
      3:138: unknown key 'unit' — did you mean 'units'?
      """#),
    code(
      "Properties and mistakes are lists of objects",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "y": 2 }], "properties": {}, "mistakes": [1] "#,
      #"""
      3:119: 'properties' must be a list
      3:136: a mistake must be an object, but it is 1
      """#),
    code(
      "Properties and mistakes say something",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "y": 2 }], "properties": [{ "formula": "result" }, { "say": "no", "says": "no" }], "mistakes": [{ "formula": "y" }, { "formula": "y", "says": "no", "credit": 2 }] "#,
      #"""
      3:120: a property needs the key 'says'
      3:145: a property needs the key 'formula'
      3:147: unknown key 'say' — did you mean 'says'?
      3:190: a mistake needs the key 'says'
      3:252: 'credit' must be from 0 to 1
      """#),
    code(
      "Properties know the result, mistakes do not",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "y": 2 }], "properties": [{ "formula": "result + rseult", "says": "no" }], "mistakes": [{ "formula": "result", "says": "no" }] "#,
      #"""
      3:143: unknown name 'rseult'; did you mean 'result'?
      3:196: unknown name 'result'; here are x, y
      """#),
    code(
      "A name means one thing in a property",
      #" "function": "func f(_ a: Double) -> (a: Double, b: Double)", "formula": { "a": "a", "b": "2 * a" }, "inputs": [{ "a": 1 }], "properties": [{ "formula": "a - b", "says": "no" }, { "formula": "b - 2", "says": "yes" }] "#,
      #"""
      3:155: 'a' is a parameter as well as a part of the result; give one another name
      """#),
    code(
      "Differences name a step and a parameter",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "y": 2 }], "differences": { "fo": "g", "by": 1 } "#,
      #"""
      3:120: 'differences' needs the key 'of'
      3:122: unknown key 'fo' — did you mean 'of'?
      """#),
    code(
      "Differences by a number",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "y": 2 }], "differences": { "of": "g", "by": [1] } "#,
      #"""
      3:139: 'by' is a parameter, or an object of parts and parameters
      """#),
    code(
      "Words and shares are of their types",
      #"\#(scalar), "formula": "x", "inputs": [{ "x": 1, "y": 2 }], "overflow": 1, "partial": "yes", "tolerance": "no" "#,
      #"""
      3:117: 'overflow' must be a string, but it is 1
      3:131: 'partial' must be true or false, but it is a string
      3:151: a tolerance is "exact" or an object such as {"decimals": 4}, not 'no'
      """#),
    code(
      "A function has keys of its own",
      #"\#(scalar), "formula": "x", "inptus": [], "also": [] "#,
      #"""
      2:13: a step of kind 'code' needs the key 'inputs'
      3:73: unknown key 'inptus' — did you mean 'inputs'?
      3:87: unknown key 'also': a step of kind 'code' can have 'name', 'kind', 'text', 'points', 'equation', 'hints', 'working', 'repeat', 'function', 'formula', 'reference', 'network', 'inputs', 'properties', 'mistakes', 'differences', 'ways', 'starter', 'library', 'overflow', 'tolerance', 'partial', 'slip'
      """#),
  ]
}
