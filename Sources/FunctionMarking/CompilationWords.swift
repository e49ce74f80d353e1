import Answers
import LocatedJSON

/// What the compiler said of a student's file, in lines to show.
package struct CompilationWords {
  /// Nil where the file compiles.
  package let sentences: [Message]?

  /// How many errors are shown; the rest usually follows from them.
  private static let mostErrors = 5

  package init(_ compilation: FunctionReport.Compilation, file: String) {
    let name = Quotation.visible(
      (file.split(separator: "/").last.map(String.init) ?? file).unicodeScalars)
    switch compilation {
    case .succeeded: sentences = nil
    case .refused(let reason), .exceeded(let reason), .brokeDown(let reason):
      sentences = ["\(file: name): \(visible: Quotation.visible(reason.unicodeScalars))"]
    case .failed(let errors):
      let told = errors.prefix(CompilationWords.mostErrors)
      var lines = told.flatMap { CompilerErrorWords(error: $0, file: name).messages }
      let further = errors.count - told.count
      if further > 0 { lines.append("… and \(further) more \(further == 1 ? "error" : "errors").") }
      if errors.contains(where: { $0.isOfTime }) { lines.append(.splitUp) }
      sentences = lines
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let splitUp: Message = """
    Split that line: give its parts names, each with its type, in lines of their own, as in \
    \(visible: "let products: [Double] = zip(w, x).map { $0 * $1 }").
    """
}
