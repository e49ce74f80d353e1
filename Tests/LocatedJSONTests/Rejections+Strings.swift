extension Rejection {
  /// Quotes, control characters and escapes.
  static let strings: [Rejection] = [
    Rejection(
      "'a'", 1, 1, "a single quote: JSON strings are written in double quotes, as in \"text\""),
    Rejection(
      "[‘a’]", 1, 2, "a single quote: JSON strings are written in double quotes, as in \"text\""),
    Rejection(
      "`a`", 1, 1, "a single quote: JSON strings are written in double quotes, as in \"text\""),
    Rejection("“a”", 1, 1, "'“' is a typographic quotation mark: write a plain \""),
    Rejection("«a»", 1, 1, "'«' is a typographic quotation mark: write a plain \""),
    Rejection("\"abc", 1, 1, "this string is not closed: write \" at its end"),
    Rejection("\"", 1, 1, "this string is not closed: write \" at its end"),
    Rejection("[\"abc]", 1, 2, "this string is not closed: write \" at its end"),
    Rejection(
      "\"a\nb\"", 1, 3, "a line break inside a string: close the string with \", or write \\n"),
    Rejection(
      "\"a\r\nb\"", 1, 3, "a line break inside a string: close the string with \", or write \\n"),
    Rejection("\"a\tb\"", 1, 3, "a tab inside a string: write \\t"),
    Rejection("\"a\0b\"", 1, 3, "the control character U+0000 inside a string: write \\u0000"),
    Rejection("\"\u{1F}\"", 1, 2, "the control character U+001F inside a string: write \\u001F"),
    Rejection("\"é\u{7}\"", 1, 3, "the control character U+0007 inside a string: write \\u0007"),
    Rejection("\"\\x\"", 1, 2, "'\\x' is not an escape of JSON: write '\\\\x' for a backslash"),
    Rejection("\"\\sigma\"", 1, 2, "'\\s' is not an escape of JSON: write '\\\\s' for a backslash"),
    Rejection("\"\\é\"", 1, 2, "'\\é' is not an escape of JSON: write '\\\\é' for a backslash"),
    Rejection("\"\\'\"", 1, 2, "'\\'' is not an escape of JSON: write ' without the backslash"),
    Rejection("\"\\\"", 1, 1, "this string is not closed: write \" at its end"),
    Rejection("\"\\", 1, 2, "the text ends inside an escape: write \\\\ for a backslash"),
    Rejection(
      "\"a\\\n\"", 1, 4, "a line break inside a string: close the string with \", or write \\n"),
    Rejection("\"\\\u{1}\"", 1, 3, "the control character U+0001 inside a string: write \\u0001"),
    Rejection(
      "\"\\u\"", 1, 2, "'\\u' is cut short: four hexadecimal digits must follow, as in \\u00e9"),
    Rejection(
      "\"\\u12\"", 1, 2, "'\\u12' is cut short: four hexadecimal digits must follow, as in \\u00e9"),
    Rejection(
      "\"\\u12G4\"", 1, 2,
      "'\\u12' is cut short: four hexadecimal digits must follow, as in \\u00e9"),
    Rejection(
      "\"\\u00e", 1, 2, "'\\u00e' is cut short: four hexadecimal digits must follow, as in \\u00e9"),
    Rejection(
      "\"\\uD800\"", 1, 2,
      "\\ud800 is half of a surrogate pair: write both halves, or the character itself"),
    Rejection(
      "\"\\ud800x\"", 1, 2,
      "\\ud800 is half of a surrogate pair: write both halves, or the character itself"),
    Rejection(
      "\"\\udc00\"", 1, 2,
      "\\udc00 is half of a surrogate pair: write both halves, or the character itself"),
    Rejection(
      "\"\\ud800\\n\"", 1, 2,
      "\\ud800 is half of a surrogate pair: write both halves, or the character itself"),
    Rejection(
      "\"\\ud800\\ud800\"", 1, 2,
      "\\ud800 is half of a surrogate pair: write both halves, or the character itself"),
    Rejection(
      "\"\\ud800\\u0041\"", 1, 2,
      "\\ud800 is half of a surrogate pair: write both halves, or the character itself"),
    Rejection(
      "\"\\ud800\\u12\"", 1, 8,
      "'\\u12' is cut short: four hexadecimal digits must follow, as in \\u00e9"),
    Rejection("\"\\U0041\"", 1, 2, "'\\U' is not an escape of JSON: write '\\\\U' for a backslash"),
    Rejection(
      "\"\\u{41}\"", 1, 2, "'\\u' is cut short: four hexadecimal digits must follow, as in \\u00e9"),
    Rejection("\"\\0\"", 1, 2, "'\\0' is not an escape of JSON: write '\\\\0' for a backslash"),
    Rejection("\"\\a\n", 1, 2, "'\\a' is not an escape of JSON: write '\\\\a' for a backslash"),
  ]
}
