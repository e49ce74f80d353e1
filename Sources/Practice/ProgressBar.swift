import Reports

/// How much is done, as a bar in one line: `Progress: [####>-----] 3/16`.
package struct ProgressBar {
  private let done: Int
  private let total: Int
  private let style: TerminalStyle

  package init(_ done: Int, of total: Int, style: TerminalStyle) {
    self.done = done
    self.total = total
    self.style = style
  }

  package var line: String {
    if style.isPlain { return "\(done) of \(total) done." }
    let count = "\(done)/\(total)"
    let width = style.width - "Progress: [] ".count - count.count
    guard width >= 4, total > 0 else { return "Progress: \(count)" }
    let filled = width * done / total
    let head = filled < width ? ">" : ""
    let rest = String(repeating: "-", count: width - filled - head.count)
    let bar = style(String(repeating: "#", count: filled) + head, .green)
    return "Progress: [\(bar)\(rest.isEmpty ? "" : style(rest, .dim))] \(count)"
  }
}
