/// Tolerances of exercises and of steps.
extension Rejection {
  static let ofTolerances: [Rejection] = [
    Rejection(
      "A word that is not exact",
      """
        "tolerance": "Exact",
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: a tolerance is "exact" or an object such as {"decimals": 4}, not 'Exact'
      """),
    Rejection(
      "Neither a word nor an object",
      """
        "tolerance": 0.01,
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: a tolerance is "exact" or an object such as {"decimals": 4}, not 0.01
      """),
    Rejection(
      "No rule",
      """
        "tolerance": {},
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: a tolerance has one of absolute, relative, both, decimals, significant, asTyped (decimals and \
      significant may stand together)
      """),
    Rejection(
      "A misspelt rule",
      """
        "tolerance": { "decimal": 4 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:18: unknown key 'decimal' — did you mean 'decimals'?
      """),
    Rejection(
      "Two rules that do not go together",
      """
        "tolerance": { "absolute": 1, "relative": 1 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: a tolerance has one of absolute, relative, both, decimals, significant, asTyped (decimals and \
      significant may stand together)
      """),
    Rejection(
      "Three rules",
      """
        "tolerance": { "decimals": 4, "significant": 3, "absolute": 1 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:16: a tolerance has one of absolute, relative, both, decimals, significant, asTyped (decimals and \
      significant may stand together)
      """),
    Rejection(
      "A bound that is no number",
      """
        "tolerance": { "absolute": "1e-4" },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'absolute' must be a number, but it is a string
      """),
    Rejection(
      "A negative bound",
      """
        "tolerance": { "absolute": -1e-4 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'absolute' must not be negative
      """),
    Rejection(
      "A negative share",
      """
        "tolerance": { "relative": -1 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'relative' must not be negative
      """),
    Rejection(
      "Both, but not an object",
      """
        "tolerance": { "both": 1 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:26: 'both' must be an object, but it is 1
      """),
    Rejection(
      "Both, but of nothing",
      """
        "tolerance": { "both": {} },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:26: 'both' needs the key 'absolute'
      2:26: 'both' needs the key 'relative'
      """),
    Rejection(
      "Both, with a wrong key",
      """
        "tolerance": { "both": { "absolute": 1, "relative": 1, "decimals": 1 } },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:58: unknown key 'decimals': 'both' can have 'absolute', 'relative'
      """),
    Rejection(
      "Both, negative",
      """
        "tolerance": { "both": { "absolute": -1, "relative": "1" } },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:40: 'absolute' must not be negative
      2:56: 'relative' must be a number, but it is a string
      """),
    Rejection(
      "Too many decimals",
      """
        "tolerance": { "decimals": 16 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'decimals' must be from 0 to 15
      """),
    Rejection(
      "Negative decimals",
      """
        "tolerance": { "decimals": -1 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'decimals' must be from 0 to 15
      """),
    Rejection(
      "Half a decimal",
      """
        "tolerance": { "decimals": 0.5 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'decimals' must be a whole number, but it is 0.5
      """),
    Rejection(
      "No significant digit",
      """
        "tolerance": { "significant": 0 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:33: 'significant' must be from 1 to 15
      """),
    Rejection(
      "Too many significant digits",
      """
        "tolerance": { "significant": 16 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:33: 'significant' must be from 1 to 15
      """),
    Rejection(
      "Decimals and significant digits, both wrong",
      """
        "tolerance": { "decimals": 16, "significant": 0 },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      2:30: 'decimals' must be from 0 to 15
      2:49: 'significant' must be from 1 to 15
      """),
    Rejection(
      "A step's own tolerance",
      """
        "steps": [{ "name": "u", "formula": "1", "tolerance": { "decimals": "4" } }, { "name": \
      "v", "kind": "count", "formula": "1", "tolerance": "never" }]
      """,
      """
      2:71: 'decimals' must be a whole number, but it is a string
      2:141: a tolerance is "exact" or an object such as {"decimals": 4}, not 'never'
      """),
  ]
}
