/// Steps whose kinds read their own keys.
extension Rejection {
  static let ofKinds: [Rejection] = [
    Rejection(
      "A formula needs variables with values",
      """
        "steps": [
          { "name": "f", "kind": "formula", "formula": "a" },
          { "name": "g", "kind": "formula", "formula": "a", "variables": {} },
          { "name": "h", "kind": "formula", "variables": { "a": { "from": 0, "to": 1 } } },
          { "name": "i", "kind": "formula", "formula": "a", "variables": {
            "a": { "form": 0, "to": 1 }, "b": { "from": 1, "to": 1 }, "exp": { "values": [1] },
            "c": { "values": [] }, "d": { "values": [1], "from": 0 }, "e": 1, \
      "k": { "shape": [101], "from": 0, "to": 1 },
            "l": { "from": 0.2, "to": 0.8, "integer": true } } }
        ]
      """,
      """
      3:5: a step of kind 'formula' needs the key 'variables'
      4:68: 'variables' must be an object of names and values: {"a": {"from": 0.05, "to": 0.95}}
      5:5: a step of kind 'formula' needs the key 'formula'
      7:12: a variable needs the key 'from'
      7:14: unknown key 'form' — did you mean 'from'?
      7:51: 'from' must be less than 'to', with a value between them, and both within a billion
      7:65: 'exp' cannot be the name of a variable
      8:24: 'values' is a list of at least one number, without 'from', 'to' or 'integer' beside it
      8:47: 'values' is a list of at least one number, without 'from', 'to' or 'integer' beside it
      8:70: a variable must be an object, but it is 1
      8:89: a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix, of at \
      most 100 entries
      9:22: 'from' must be less than 'to', with a value between them, and both within a billion
      """),
    Rejection(
      "The formulas of a step are over its variables and the given values",
      """
        "given": { "eta": 0.5 },
        "steps": [
          { "name": "v", "formula": "1" },
          { "name": "f", "kind": "formula", "formula": "a + v", "variables": { "a": { "from": 0, \
      "to": 1 } },
            "mistakes": [ { "formula": "a +", "says": "x" }, { "formula": "eta", "says": "y", \
      "credit": 2 } ],
            "also": [ { "formula": "b" } ], "form": { "operators": -1 },
            "slope": { "of": "[a, a]", "by": "eta" } }
        ]
      """,
      """
      5:55: unknown name 'v'
      6:38: expected a value after '+', but the formula ends
      6:99: 'credit' must be from 0 to 1
      7:17: an entry of 'also' needs the key 'says'
      7:47: 'form' has 'operators', which is not negative, and 'credit' from 0 to 1
      8:40: 'eta' is not one of the variables
      """),
    Rejection(
      "A slope is that of a number, and of the variable's shape",
      """
        "steps": [
          { "name": "f", "kind": "formula", "formula": "a", "variables": { "a": { "from": 0, "to": \
      1 } },
            "slope": { "of": "[a, a]", "by": "a" } },
          { "name": "g", "kind": "formula", "formula": "[a, a]", "variables": { "a": { "from": 0, \
      "to": 1 } },
            "slope": { "of": "a", "by": "a" } }
        ]
      """,
      """
      4:24: only a number has slopes, but this is a vector of 2
      6:35: the formula is a vector of 2, but its derivative by 'a' is a number
      """),
    Rejection(
      "Options are two or more, told apart, and one is right",
      """
        "steps": [
          { "name": "a", "kind": "choice" }, { "name": "b", "kind": "choice", "options": 1 },
          { "name": "c", "kind": "choice", "options": [ { "text": "one", "correct": true } ] },
          { "name": "d", "kind": "choice", "options": [ { "text": "one", "correct": false },
            { "text": "One ", "correct": false }, { "txt": "x", "correct": 1 } ] },
          { "name": "e", "kind": "choice", "options": [ { "text": "one", "correct": false },
            { "text": "One ", "correct": false, "id": "a" }, { "text": "b", "correct": false } ] },
          { "name": "f", "kind": "choice", "options": [ { "text": "one", "correct": true, "id": "a" },
            { "text": "two", "correct": false, "id": "a" }, { "text": "tri", "correct": true, \
      "id": "AB" } ] }
        ]
      """,
      """
      3:5: a step of kind 'choice' needs the key 'options'
      3:84: 'options' must be a list
      4:49: there must be 2 to 26 options
      6:45: an option needs the key 'text'
      6:47: unknown key 'txt' — did you mean 'text'?
      6:70: 'correct' must be true or false, but it is 1
      7:49: no option has 'correct': true
      7:49: either every option has an 'id' or none
      8:7: this text is that of an earlier option
      8:66: the text of an option must be more than a letter
      10:95: an id is one small letter, a to z
      """),
    Rejection(
      "Lines are two or more, and wrong ones say why",
      """
        "steps": [
          { "name": "a", "kind": "locate" }, { "name": "b", "kind": "locate", "lines": ["one"] },
          { "name": "c", "kind": "locate", "lines": ["one", { "text": "two", "wrong": true }, 3] },
          { "name": "d", "kind": "locate", "lines": ["one", { "txt": "two" }] }
        ]
      """,
      """
      3:5: a step of kind 'locate' needs the key 'lines'
      3:82: there must be 2 to 99 lines
      4:55: a wrong line needs the key 'says': why it is wrong
      4:89: a line must be an object, but it is 3
      5:55: a line needs the key 'text'
      5:57: unknown key 'txt' — did you mean 'text'?
      """),
    Rejection(
      "What is put in order has an order, and ids that are told from letters",
      """
        "steps": [
          { "name": "a", "kind": "order", "items": [ { "text": "x" } ] },
          { "name": "b", "kind": "order", "items": [ { "text": "x", "id": "AB" },
            { "text": "y", "id": "2" }, { "text": "z", "id": "zet" }, { "text": "z", "id": "Zet" } ] },
          { "name": "c", "kind": "order", "items": [ { "text": "x", "id": "xx", "after": ["yy"] },
            { "text": "y", "id": "yy", "after": ["xx"] } ] },
          { "name": "d", "kind": "order", "items": [ { "text": "x", "id": "first" },
            { "text": "y", "after": ["frist"] }, { "text": "z" } ] },
          { "name": "e", "kind": "order", "items": [ { "text": "x", "id": "gone", "belongs": false },
            { "text": "y", "after": ["gone"] }, { "text": "z" } ] }
        ]
      """,
      """
      3:46: there must be 2 to 26 items that belong into the order
      4:69: the id 'AB' reads like letters of entries; lengthen it
      5:28: an id is a letter, then letters, digits and '_'
      5:86: the id 'Zet' is that of an earlier entry
      6:46: these go round in a circle: some would have to come before themselves
      9:32: there is no item 'frist' that this could come after; did you mean 'first'?
      11:32: there is no item 'gone' that this could come after
      """),
    Rejection(
      "Pairs have two sides, and mistakes are pairs that there are",
      """
        "steps": [
          { "name": "a", "kind": "match" },
          { "name": "b", "kind": "match", "pairs": [ { "left": "x", "right": "one", "id": "one" },
            { "left": "y", "right": "two", "id": "two" } ], "others": [ { "text": "One" } ],
            "mistakes": [ { "entry": 3, "with": "two", "says": "x" },
              { "entry": 1, "with": "tow", "says": "x" }, { "entry": 1, "with": "one", "says": "x" } ] },
          { "name": "c", "kind": "match", "pairs": [ { "left": "x" }, { "left": "y", "right": "y" } ] }
        ]
      """,
      """
      3:5: a step of kind 'match' needs the key 'pairs'
      5:77: this text is that of an earlier partner
      6:21: 'entry' must be a number from 1 to 2
      7:31: there is no partner 'tow'; did you mean 'two'?
      7:53: this pair is right, so its words would never be said
      8:48: a pair needs the key 'right'
      """),
    Rejection(
      "A text with gaps has each of them once, outside mathematics",
      """
        "steps": [
          { "kind": "blanks", "text": "[[one]] [[tow]] [[one]] $x [[two]]$", "gaps": [
            { "name": "one", "formula": "1" }, { "name": "two", "formula": "2" } ] },
          { "kind": "blanks", "text": "x [[three]]", "gaps": [ { "name": "three", "formula": "1" },
            { "name": "four", "formula": "2" } ] },
          { "kind": "blanks", "txt": "x", "gaps": [] }
        ]
      """,
      """
      3:42: there is no gap 'tow'; did you mean 'two'?
      3:50: the gap [[one]] stands here a second time
      3:61: a gap stands between formulas, not inside one: close the $ before it
      6:7: the text has no gap [[four]]
      7:5: a step of kind 'blanks' needs the key 'text'
      7:25: unknown key 'txt' — did you mean 'text'?
      7:45: 'gaps' must be a list of at least one step
      """),
    Rejection(
      "A function to go on with has lines",
      """
        "steps": [
          { "name": "a", "kind": "code", "function": "func a(_ x: Double) -> Double",
            "formula": "x", "inputs": [{ "x": 1 }], "starter": 3 },
          { "name": "b", "kind": "code", "function": "func b(_ x: Double) -> Double",
            "formula": "x", "inputs": [{ "x": 1 }], "starter": ["", " "] }
        ]
      """,
      """
      4:58: 'starter' must be a string, but it is 3
      6:58: 'starter' must have a line of code at least
      """),
    Rejection(
      "A rubric has points, which are those of the step",
      """
        "steps": [
          { "name": "a", "kind": "written" }, { "name": "b", "kind": "written", "rubric": [] },
          { "name": "c", "kind": "written", "rubric": [ { "says": "x", "points": 0 }, { "say": "x" } ] },
          { "name": "d", "kind": "written", "points": 3, "rubric": [ { "says": "x", "points": 2 } ] }
        ]
      """,
      """
      3:5: a step of kind 'written' needs the key 'rubric'
      3:85: a rubric needs at least one item
      4:76: 'points' must be more than 0
      4:81: an item of the rubric needs the key 'says'
      4:81: an item of the rubric needs the key 'points'
      4:83: unknown key 'say' — did you mean 'says'?
      5:49: the points of the rubric add up to 2; leave 'points' out, or make it 2
      """),
    Rejection(
      "A checker is a list of words and has its time",
      """
        "steps": [
          { "name": "a", "kind": "external" }, { "name": "b", "kind": "external", "command": "./x" },
          { "name": "c", "kind": "external", "command": [] },
          { "name": "d", "kind": "external", "command": ["x", 1], "seconds": 61 }
        ]
      """,
      """
      3:5: a step of kind 'external' needs the key 'command'
      3:88: 'command' must be a list, but it is a string
      4:51: 'command' is a list of words, the program first: ["./check.py", "--strict"]
      5:57: entry 2 of 'command' must be a string, but it is 1
      5:72: 'seconds' must be more than 0 and at most 60
      """),
  ]
}
