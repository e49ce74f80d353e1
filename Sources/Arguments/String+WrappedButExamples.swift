import Numerics

extension String {
  /// The text wrapped, but for lines that start with a space, which are left whole.
  func wrappedButExamples(to width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(" ") ? margin + $0 : String($0).wrapped(to: width, indent: indent) }
      .joined(separator: "\n")
  }
}
