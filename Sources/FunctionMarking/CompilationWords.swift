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
      var lines = errors.prefix(CompilationWords.mostErrors).map { error -> Message in
        let line = error.excerpt.drop { $0.isWhitespace }
        let excerpt = Quotation.visible(line.unicodeScalars.prefix(160))
        let words = Quotation.visible(error.message.unicodeScalars.prefix(400))
        return """
          \(file: name):\(error.line):\(error.column): \(visible: words)\
          \(visible: excerpt.isEmpty ? "" : " | \(excerpt)")
          """
      }
      let further = errors.count - lines.count
      if further > 0 { lines.append("… and \(further) more \(further == 1 ? "error" : "errors").") }
      sentences = lines
    }
  }
}
