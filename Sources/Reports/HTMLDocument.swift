/// A page that needs nothing but itself: no script, no network, its style within it.
enum HTMLDocument {
  /// What stands before the page's own parts.
  ///
  /// - Parameter style: What kind of page it is, for the style sheet.
  static func begin(title: String, style: String? = nil, in writer: inout HTMLWriter) {
    writer.markup(start)
    writer.text(title)
    writer.markup(HTMLDocument.style)
    writer.markup(style.map { "<body class=\"\($0)\">\n" } ?? "<body>\n")
  }

  /// What stands behind them.
  static func end(in writer: inout HTMLWriter) {
    writer.markup("</body>\n</html>\n")
  }

  private static let start = Array(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>
    """.utf8)

  private static let style = Array(
    "</title>\n<style>\(Stylesheet.text)</style>\n</head>\n".utf8)
}
