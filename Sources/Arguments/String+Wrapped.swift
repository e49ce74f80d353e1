extension String {
  /// The text with lines broken between words and indented.
  ///
  /// Its own line breaks stay, a line that starts with a space is left whole, and so is a word too
  /// long for the width.
  func wrapped(to columns: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line in line.hasPrefix(" ") ? [line] : line.broken(at: columns - indent) }
      .map { $0.isEmpty ? "" : margin + $0 }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func broken(at width: Int) -> [Substring] {
    var lines: [Substring] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.isEmpty ? [""] : lines
  }
}
