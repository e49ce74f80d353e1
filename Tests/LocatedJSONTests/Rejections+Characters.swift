extension Rejection {
  /// Keys that appear twice, and characters that have no place outside strings.
  static let characters: [Rejection] = [
    Rejection("{\"a\":1,\"a\":2}", 1, 8, "the key 'a' appears twice: the first is at 1:2"),
    Rejection(
      "{\"a\":1,\n \"b\":2,\n \"a\":3}", 3, 2, "the key 'a' appears twice: the first is at 1:2"),
    Rejection("{\"a\":1,\"\\u0061\":2}", 1, 8, "the key 'a' appears twice: the first is at 1:2"),
    Rejection("{\"\":1,\"\":2}", 1, 7, "the key '' appears twice: the first is at 1:2"),
    Rejection("{\"x\":{\"k\":1,\"k\":1}}", 1, 13, "the key 'k' appears twice: the first is at 1:7"),
    Rejection(
      "{\"é\":1,\"e\u{301}\":2}", 1, 8, "the key 'e\u{301}' appears twice: the first is at 1:2"),
    Rejection("\u{A0}1", 1, 1, "expected a value, found the character U+00A0"),
    Rejection("[1,\u{A0}2]", 1, 4, "expected a value, found the character U+00A0"),
    Rejection("\u{C}1", 1, 1, "expected a value, found the character U+000C"),
    Rejection("\u{B}", 1, 1, "expected a value, found the character U+000B"),
    Rejection("\0", 1, 1, "expected a value, found the character U+0000"),
    Rejection("[1\0]", 1, 3, "expected ',' or ']', found the character U+0000"),
    Rejection("\u{7F}", 1, 1, "expected a value, found the character U+007F"),
    Rejection("[\u{FEFF}1]", 1, 2, "expected a value, found the character U+FEFF"),
    Rejection("\u{2028}1", 1, 1, "expected a value, found the character U+2028"),
    Rejection("[1\u{2028}]", 1, 3, "expected ',' or ']', found the character U+2028"),
    Rejection("@", 1, 1, "expected a value, found '@'"),
    Rejection("[!]", 1, 2, "expected a value, found '!'"),
    Rejection("[~]", 1, 2, "expected a value, found '~'"),
    Rejection("(1)", 1, 1, "expected a value, found '('"),
    Rejection("[1)", 1, 3, "expected ',' or ']', found ')'"),
    Rejection("<a>", 1, 1, "expected a value, found '<'"),
    Rejection("\\", 1, 1, "expected a value, found '\\'"),
    Rejection("😀", 1, 1, "expected a value, found '😀'"),
    Rejection("\r\n\r\n  x!", 3, 3, "'x' needs double quotes: write \"x\""),
    Rejection(
      "\"é\" é", 1, 5, "found 'é' after the end of the document: a file holds one JSON value"),
    Rejection("[\"日本\",\n \"語\", x]", 2, 7, "'x' needs double quotes: write \"x\""),
  ]
}
