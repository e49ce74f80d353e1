/// Exercise files as a whole: keys, ids, words and what is no exercise at all.
extension Rejection {
  static let ofExercises: [Rejection] = [
    Rejection(
      "An exercise must be an object", isWhole: true,
      """
      [1]
      """,
      """
      1:1: an exercise must be an object, but it is a list
      """),
    Rejection(
      "What is no JSON is reported as such", isWhole: true,
      """
      { "id": "t", }
      """,
      """
      1:12: a trailing comma: remove it
      """),
    Rejection(
      "An empty file", isWhole: true,
      """

      """,
      """
      1:1: the text is empty: expected a JSON value
      """),
    Rejection(
      "Every key that is needed is missed", isWhole: true,
      """
      {}
      """,
      """
      1:1: an exercise needs the key 'id'
      1:1: an exercise needs the key 'title'
      1:1: an exercise needs the key 'statement'
      1:1: an exercise needs the key 'steps'
      """),
    Rejection(
      "A place in the course that there is not", isWhole: true,
      """
      { "id": "t", "title": "T", "statement": "S", "topic": "", "level": 4, "needs": "u",
        "minutes": 0, "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:55: a topic has a name
      1:68: a level is 1, 2 or 3
      1:80: 'needs' must be a list, but it is a string
      2:14: an exercise takes from 1 to 600 minutes
      """),
    Rejection(
      "Every key of the wrong type is reported, all at once", isWhole: true,
      """
      {
        "$schema": 1,
        "id": 16.2,
        "title": ["T"],
        "source": null,
        "statement": true,
        "followThrough": 1,
        "indexFrom": "0",
        "tolerance": 4,
        "given": [],
        "choose": {},
        "define": "u",
        "steps": {},
        "remarks": {},
        "checks": {}
      }
      """,
      """
      2:14: '$schema' must be a string, but it is 1
      3:9: 'id' must be a string, but it is 16.2
      4:12: 'title' must be a string, but it is a list
      5:13: 'source' must be a string, but it is null
      6:16: 'statement' must be a string, but it is true
      7:20: 'followThrough' must be a string, but it is 1
      8:16: 'indexFrom' must be a whole number, but it is a string
      9:16: a tolerance is "exact" or an object such as {"decimals": 4}, not 4
      10:12: 'given' must be an object of names and values
      11:13: 'choose' must be a list
      12:13: 'define' must be an object of names and values
      13:12: 'steps' must be a list of at least one step
      14:14: 'remarks' must be a list
      15:13: 'checks' must be a list
      """),
    Rejection(
      "Unknown keys suggest the nearest",
      """
        "titel": "T", "givens": {}, "step": [],
        "colour": "red",
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:3: unknown key 'titel' — did you mean 'title'?
      2:17: unknown key 'givens' — did you mean 'given'?
      2:31: unknown key 'step' — did you mean 'steps'?
      3:3: unknown key 'colour': an exercise can have '$schema', 'id', 'title', 'source', \
      'topic', 'level', 'needs', 'minutes', 'statement', 'given', 'choose', 'define', 'network', 'steps', 'checks', 'remarks', \
      'tolerance', 'followThrough', 'coarse', 'repeatedSlips', 'indexFrom'
      """),
    Rejection(
      "A key given twice",
      """
        "steps": [{ "name": "u", "formula": "1" }],
        "steps": []
      """,
      """
      3:3: the key 'steps' appears twice: the first is at 2:3
      """),
    Rejection(
      "An id with a space", isWhole: true,
      """
      { "id": "16 2", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:9: an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1
      """),
    Rejection(
      "An id that is empty", isWhole: true,
      """
      { "id": "", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:9: an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1
      """),
    Rejection(
      "An id that begins with a dot", isWhole: true,
      """
      { "id": ".hidden", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:9: an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1
      """),
    Rejection(
      "An id that begins with a dash", isWhole: true,
      """
      { "id": "-o", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:9: an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1
      """),
    Rejection(
      "An id that is a path", isWhole: true,
      """
      { "id": "../16.2", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:9: an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1
      """),
    Rejection(
      "An id with a letter that is not ASCII", isWhole: true,
      """
      { "id": "übung", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """,
      """
      1:9: an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1
      """),
    Rejection(
      "Follow-through is one of three words",
      """
        "followThrough": "ful",
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:20: 'ful' is not a way of following through; did you mean 'full'?
      """),
    Rejection(
      "Follow-through of a word like none of them",
      """
        "followThrough": "sometimes",
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:20: 'sometimes' is not a way of following through; it is one of full, half, none
      """),
    Rejection(
      "Entries are counted from 0 or 1",
      """
        "indexFrom": 2,
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: 'indexFrom' must be 0 or 1
      """),
    Rejection(
      "Entries are not counted from a half",
      """
        "indexFrom": 0.5,
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: 'indexFrom' must be a whole number, but it is 0.5
      """),
    Rejection(
      "There is at least one step",
      """
        "steps": []
      """,
      """
      2:12: 'steps' must be a list of at least one step
      """),
    Rejection(
      "Steps are objects",
      """
        "steps": [1, "u", { "name": "u", "formula": "1" }]
      """,
      """
      2:13: a step must be an object, but it is 1
      2:16: a step must be an object, but it is a string
      """),
    Rejection(
      "Mistakes in many places are all reported, in the order of their places",
      """
        "given": { "x": [1, 2], "grad": 1 },
        "tolerance": { "decimals": 99 },
        "steps": [
          { "name": "u", "formula": "x @", "points": -1, "tolerance": { "relativ": 1 }, "hint": [] \
      },
          { "name": "v", "formula": "w + x", "hints": ["a", 2], "partial": "yes" },
          { "name": "r", "kind": "cuont", "formula": "1" },
          { "name": "s", "formula": "r + u + v + y" }
        ],
        "remarks": [{ "when": "x", "says": "…" }],
        "checks": [{ "gradient": "q", "of": "x", "by": "x" }]
      """,
      """
      2:27: 'grad' is the name of a function
      3:30: 'decimals' must be from 0 to 15
      5:35: expected a value after '@', but the formula ends
      5:48: 'points' must not be negative
      5:67: unknown key 'relativ' — did you mean 'relative'?
      5:83: unknown key 'hint' — did you mean 'hints'?
      6:32: unknown name 'w'
      6:55: entry 2 of 'hints' must be a string, but it is 2
      6:70: 'partial' must be true or false, but it is a string
      7:28: there is no kind of answer 'cuont'; did you mean 'count'?
      10:25: 'when' must give a number, but it gives a vector of 2
      11:28: unknown name 'q'
      """),
  ]
}
