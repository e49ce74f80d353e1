/// Given values, choices and helpers.
extension Rejection {
  static let ofValues: [Rejection] = [
    Rejection(
      "Given values are numbers, vectors and matrices",
      """
        "given": {
          "a": "1", "b": null, "c": true, "d": {}, "e": [], "f": [1, "2"], "g": [1, [2]],
          "h": [[1, 2], 3], "i": [[1, 2], [3]], "j": [[]], "k": [[1], []], "l": [[1, null]],
          "m": [[[1]]]
        },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      3:10: 'a' must be made of numbers, but here is a string
      3:20: 'b' must be made of numbers, but here is null
      3:31: 'c' must be made of numbers, but here is true
      3:42: 'd' must be made of numbers, but here is an object
      3:51: 'e' is an empty list
      3:64: 'f' must be made of numbers, but here is a string
      3:79: 'g' must be made of numbers, but here is a list
      4:19: every row of 'h' must be a list of numbers
      4:37: the rows of 'i' must be equally long: the first has 2 numbers, this one 1
      4:49: 'j' has an empty row
      4:65: 'k' has an empty row
      4:80: 'l' must be made of numbers, but here is null
      5:12: 'm' must be made of numbers, but here is a list
      """),
    Rejection(
      "A number beyond what can be held",
      """
        "given": { "a": 1e999 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:19: 1e999 is too large for a number
      """),
    Rejection(
      "Given names are names, and not those of functions",
      """
        "given": { "1a": 1, "a b": 1, "": 1, "a'": 1, "sigmoid": 1, "σ": 1, "grad": 1, "numgrad": \
      1, "x": 1 },
        "steps": [{ "name": "u", "formula": "x" }]
      """,
      """
      2:14: '1a' cannot be a name; a name is a letter, then letters, digits and '_'
      2:23: 'a b' cannot be a name; a name is a letter, then letters, digits and '_'
      2:33: '' cannot be a name; a name is a letter, then letters, digits and '_'
      2:40: 'a'' cannot be a name; a name is a letter, then letters, digits and '_'
      2:49: 'sigmoid' is the name of a function
      2:63: 'σ' is the name of a function
      2:71: 'grad' is the name of a function
      2:82: 'numgrad' is the name of a function
      """),
    Rejection(
      "Two spellings of one name",
      """
        "given": { "δ1": 1, "delta1": 2 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:23: 'delta1' is defined already
      """),
    Rejection(
      "Nothing is said of what uses a value that could not be read",
      """
        "given": { "x": "1" },
        "choose": [{ "name": "w", "shape": [0] }],
        "steps": [{ "name": "u", "formula": "x + w" }, { "name": "v", "formula": "u" }]
      """,
      """
      2:19: 'x' must be made of numbers, but here is a string
      3:38: a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix
      """),
    Rejection(
      "Choices have a name and a shape",
      """
        "choose": [
          1, {}, { "name": "a", "shape": 2 }, { "name": "b", "shape": [2, "x"] },
          { "name": "c", "shape": [2, 2, 2] }, { "name": "d", "shape": [-1] }, { "name": "e", \
      "shape": [2000, 2000] },
          { "name": "f g", "shape": [] }, { "name": "h", "shape": [], "txet": "" },
          { "name": "h", "shape": [] }, { "name": 1, "shape": [1] }, { "name": "i", "shape": [], \
      "text": 1 }
        ],
        "steps": [{ "name": "u", "formula": "h" }]
      """,
      """
      3:5: a choice must be an object, but it is 1
      3:8: a choice needs the key 'name'
      3:36: 'shape' must be a list, but it is 2
      3:69: entry 2 of 'shape' must be a whole number, but it is a string
      4:29: a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix
      4:66: a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix
      4:98: a value may have at most 1000000 entries
      5:15: 'f g' cannot be a name; a name is a letter, then letters, digits and '_'
      5:65: unknown key 'txet' — did you mean 'text'?
      6:15: 'h' is defined already
      6:45: 'name' must be a string, but it is 1
      6:100: 'text' must be a string, but it is 1
      """),
    Rejection(
      "A choice cannot take the name of a given value",
      """
        "given": { "w": 1 },
        "choose": [{ "name": "w", "shape": [] }],
        "steps": [{ "name": "u", "formula": "w" }]
      """,
      """
      3:24: 'w' is defined already
      """),
    Rejection(
      "Helpers are formulas with new names",
      """
        "given": { "x": 1 },
        "define": { "a": 2, "x": "1", "exp": "1", "b": "x +", "c": "q * x", "2d": "1" },
        "steps": [{ "name": "u", "formula": "x" }]
      """,
      """
      3:20: 'a' must be a formula in quotes
      3:23: 'x' is defined already
      3:33: 'exp' is the name of a function
      3:54: expected a value after '+', but the formula ends
      3:63: unknown name 'q'
      3:71: '2d' cannot be a name; a name is a letter, then letters, digits and '_'
      """),
    Rejection(
      "Two spellings of one helper",
      """
        "define": { "δ1": "1", "delta1": "2" },
        "steps": [{ "name": "u", "formula": "delta1" }]
      """,
      """
      2:26: 'delta1' is defined already
      """),
    Rejection(
      "A helper in terms of itself",
      """
        "define": { "a": "a + 1" },
        "steps": [{ "name": "u", "formula": "a" }]
      """,
      """
      2:15: 'a' is defined in terms of itself
      """),
    Rejection(
      "Helpers in a circle are each reported, and what uses them is not",
      """
        "define": { "a": "b + 1", "b": "c", "c": "2 * a", "d": "a + 1" },
        "steps": [{ "name": "u", "formula": "d" }]
      """,
      """
      2:15: 'a' is defined in terms of itself
      2:29: 'b' is defined in terms of itself
      2:39: 'c' is defined in terms of itself
      """),
    Rejection(
      "A helper and a step in a circle",
      """
        "define": { "a": "u + 1" },
        "steps": [{ "name": "u", "formula": "2 * a" }]
      """,
      """
      3:44: 'a' is defined only further down; a formula may use what stands before it
      """),
    Rejection(
      "A helper that needs a later step cannot serve an earlier one",
      """
        "define": { "a": "v + 1" },
        "steps": [{ "name": "u", "formula": "2 * a" }, { "name": "v", "formula": "1" }]
      """,
      """
      3:44: 'a' is defined only further down; a formula may use what stands before it
      """),
    Rejection(
      "A helper that nothing defines is reported once, in all its uses",
      """
        "define": { "a": "b + 1", "b": "nothing" },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:35: unknown name 'nothing'
      """),
    Rejection(
      "A helper with the name of a step, before it and after it",
      """
        "define": { "u": "1", "w": "v + 1" },
        "steps": [{ "name": "u", "formula": "2" }, { "name": "w", "formula": "3" }, { "name": "v", \
      "formula": "4" }]
      """,
      """
      3:23: 'u' is defined already
      3:56: 'w' is defined already
      """),
    Rejection(
      "What uses a helper that cannot be defined is not reported",
      """
        "define": { "a": "b + 1", "b": "nothing" },
        "steps": [{ "name": "u", "formula": "a" }]
      """,
      """
      2:35: unknown name 'nothing'
      """),
  ]
}
