/// Steps, their formulas and alternatives, remarks and checks.
extension Rejection {
  static let ofSteps: [Rejection] = [
    Rejection(
      "A step needs a name that is one",
      """
        "steps": [
          { "formula": "1" }, { "name": 1, "formula": "1" }, { "name": "", "formula": "1" },
          { "name": "a b", "formula": "1" }, { "name": "exp", "formula": "1" }, { "name": "u", \
      "formula": "1" }
        ]
      """,
      """
      3:5: a step of kind 'value' needs the key 'name'
      3:35: 'name' must be a string, but it is 1
      3:66: '' cannot be a name; a name is a letter, then letters, digits and '_'
      4:15: 'a b' cannot be a name; a name is a letter, then letters, digits and '_'
      4:50: 'exp' is the name of a function
      """),
    Rejection(
      "Two steps of one name",
      """
        "steps": [{ "name": "u", "formula": "1" }, { "name": "u", "formula": "2" }]
      """,
      """
      2:56: 'u' is defined already
      """),
    Rejection(
      "A step needs a formula",
      """
        "steps": [{ "name": "u" }, { "name": "v", "formula": 1 }, { "name": "w", "formula": "u + \
      v" }]
      """,
      """
      2:23: the step 'u' needs the key 'formula'
      2:56: 'formula' must be a string, but it is 1
      """),
    Rejection(
      "Kinds of answers are known",
      """
        "steps": [
          { "name": "u", "kind": 1 }, { "name": "v", "kind": "valeu" },
          { "name": "w", "kind": "essay" }, { "name": "x", "formula": "u + v + w" }
        ]
      """,
      """
      3:28: 'kind' must be a string, but it is 1
      3:56: there is no kind of answer 'valeu'; did you mean 'value'?
      4:28: there is no kind of answer 'essay'; it is one of value, count, formula, \
      choice, locate, order, match, code, written, external, blanks
      """),
    Rejection(
      "A key of another kind is unknown",
      """
        "steps": [{ "name": "u", "kind": "count", "formula": "1", "partial": true }]
      """,
      """
      2:61: unknown key 'partial': a step of kind 'count' can have 'name', 'kind', 'text', \
      'points', 'equation', 'hints', 'working', 'repeat', 'formula', 'tolerance', 'mistakes', \
      'also', 'ways'
      """),
    Rejection(
      "Names used too early, unknown names and misspelt ones",
      """
        "given": { "speed": 1 },
        "steps": [
          { "name": "u", "formula": "2 * v" }, { "name": "v", "formula": "2 * sped" },
          { "name": "w", "formula": "qqq" }
        ]
      """,
      """
      4:36: 'v' is defined only further down; a formula may use what stands before it
      4:73: unknown name 'sped'; did you mean 'speed'?
      5:32: unknown name 'qqq'
      """),
    Rejection(
      "A step in terms of itself",
      """
        "steps": [{ "name": "u", "formula": "u + 1" }]
      """,
      """
      2:39: 'u' is defined in terms of itself
      """),
    Rejection(
      "Shapes that cannot be",
      """
        "given": { "W": [[1, 2], [3, 4], [5, 6]], "x": [1, 2, 3], "c": 2 },
        "steps": [
          { "name": "a", "formula": "W @ x" },
          { "name": "b", "formula": "W + x" },
          { "name": "d", "formula": "c @ W" },
          { "name": "e", "formula": "x[4]" },
          { "name": "f", "formula": "W[1, 2, 3]" },
          { "name": "g", "formula": "outer(W, x)" },
          { "name": "h", "formula": "zeros(2000, 2000)" }
        ]
      """,
      """
      4:32: @ cannot multiply a 3×2 matrix by a vector of 3; the columns of the left must be as \
      many as the rows of the right
      5:32: + does not fit a 3×2 matrix and a vector of 3; column(…) makes a vector one column
      6:32: @ cannot multiply a number by a 3×2 matrix; use * to multiply by a number
      7:34: index 4 is outside a vector of 3; it runs from 1 to 3
      8:33: an entry is written x[i] or W[i, j]
      9:32: outer needs two vectors, but here is a 3×2 matrix and a vector of 3
      10:32: a 2000×2000 matrix has more than 1000000 entries
      """),
    Rejection(
      "The place in a formula is the place in the file, escapes and all",
      #"""
        "given": { "x": 1 },
        "steps": [
          { "name": "u", "formula": "x \u002b \u03b4 * \"" },
          { "name": "v", "formula": "δ1 + σ(x) * \ud835\udc65 + unknown" },
          { "name": "w", "formula": "x\t+\n  unknown" },
          { "name": "z", "formula": "x ×" }
        ]
      """#,
      """
      4:50: '"' has no meaning here
      5:32: unknown name 'delta1'
      6:40: unknown name 'unknown'
      7:35: expected a value after '×', but the formula ends
      """),
    Rejection(
      "A formula that is empty",
      """
        "steps": [{ "name": "u", "formula": "" }]
      """,
      """
      2:40: the formula is empty
      """),
    Rejection(
      "Points, hints, texts and partial marks",
      """
        "steps": [
          { "name": "u", "formula": "1", "points": -0.5, "text": 1, "equation": 2, "hints": "h" },
          { "name": "v", "formula": "1", "points": "2", "hints": [1, "a", null], "partial": 1 }
        ]
      """,
      """
      3:46: 'points' must not be negative
      3:60: 'text' must be a string, but it is 1
      3:75: 'equation' must be a string, but it is 2
      3:87: 'hints' must be a list, but it is a string
      4:46: 'points' must be a number, but it is a string
      4:61: entry 1 of 'hints' must be a string, but it is 1
      4:69: entry 3 of 'hints' must be a string, but it is null
      4:87: 'partial' must be true or false, but it is 1
      """),
    Rejection(
      "A step's other problems are reported beside its formula's",
      """
        "steps": [
          { "name": "u", "formula": "1 +", "points": -1, "tolerance": "near",
            "also": [{ "formula": "2", "says": 1 }], "hints": [0], "partial": 0, "text": 0, \
      "equation": 0 }
        ]
      """,
      """
      3:35: expected a value after '+', but the formula ends
      3:48: 'points' must not be negative
      3:65: a tolerance is "exact" or an object such as {"decimals": 4}, not 'near'
      4:42: 'says' must be a string, but it is 1
      4:58: entry 1 of 'hints' must be a string, but it is 0
      4:73: 'partial' must be true or false, but it is 0
      4:84: 'text' must be a string, but it is 0
      4:99: 'equation' must be a string, but it is 0
      """),
    Rejection(
      "Mistakes and alternatives",
      """
        "steps": [
          { "name": "u", "formula": "1", "mistakes": {}, "also": 1 },
          { "name": "v", "formula": "1",
            "mistakes": [1, {}, { "formula": "2" }, { "formula": "2", "says": "…", "credits": 1 }],
            "also": [{ "formula": "w", "says": "…" }, { "formula": "u +", "says": "…", "credit": 2 \
      }] },
          { "name": "w", "formula": "1", "mistakes": [{ "formula": "2", "says": "…", "credit": \
      -0.1 }] }
        ]
      """,
      """
      3:48: 'mistakes' must be a list
      3:60: 'also' must be a list
      5:20: an entry of 'mistakes' must be an object, but it is 1
      5:23: an entry of 'mistakes' needs the key 'formula'
      5:27: an entry of 'mistakes' needs the key 'says'
      5:78: unknown key 'credits' — did you mean 'credit'?
      6:30: 'w' is defined only further down; a formula may use what stands before it
      6:66: expected a value after '+', but the formula ends
      6:92: 'credit' must be from 0 to 1
      7:90: 'credit' must be from 0 to 1
      """),
    Rejection(
      "Remarks",
      """
        "given": { "x": [1, 2] },
        "steps": [{ "name": "u", "formula": "1" }],
        "remarks": [
          1, {}, { "when": "u" }, { "when": "x", "says": "…" }, { "when": "y", "says": "…" },
          { "when": "u", "says": "…", "if": 1 }
        ]
      """,
      """
      5:5: a remark must be an object, but it is 1
      5:8: a remark needs the key 'when'
      5:12: a remark needs the key 'says'
      5:39: 'when' must give a number, but it gives a vector of 2
      5:70: unknown name 'y'
      6:33: unknown key 'if': a remark can have 'when', 'says'
      """),
    Rejection(
      "Checks",
      """
        "given": { "x": [1, 2], "w": 1 },
        "steps": [{ "name": "u", "formula": "w" }, { "name": "broken", "formula": "1 +" }],
        "checks": [
          1, {}, { "gradient": "u", "of": "x", "by": "w" }, { "gradient": "u", "of": "u", "by": \
      "x" },
          { "gradient": "a", "of": "b", "by": "c" }, { "gradient": "broken", "of": "u", "by": "w" },
          { "gradient": "uu", "of": "u", "by": "w", "at": 1 }
        ]
      """,
      """
      3:81: expected a value after '+', but the formula ends
      5:5: a check must be an object, but it is 1
      5:8: a check needs the key 'gradient'
      5:37: a loss must be a number, but 'x' is a vector of 2; one that is differentiated entry by \
      entry needs a gradient with as many entries
      5:69: 'u' is a number, but the gradient by 'x' is a vector of 2
      6:19: unknown name 'a'
      6:30: unknown name 'b'
      6:41: unknown name 'c'
      7:19: unknown name 'uu'
      7:47: unknown key 'at': a check can have 'gradient', 'of', 'by', 'repeat'
      """),
  ]
}
