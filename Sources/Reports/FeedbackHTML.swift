import Exercises
import Marking

/// Feedback as a page for a browser or for paper, complete in itself.
package enum FeedbackHTML: FeedbackFormatDefinition {
  package static let name = "html"

  /// One page, with a part for each submission.
  package static func text(
    of marked: [MarkedSubmission], isList: Bool, style: TerminalStyle
  ) -> String {
    if marked.isEmpty { return "" }
    if marked.count == 1, let only = marked.first {
      return String(decoding: FeedbackPage(only.exercise).page(only.feedback), as: UTF8.self)
    }
    var writer = HTMLWriter()
    HTMLDocument.begin(title: "Feedback on \(marked.count) submissions", in: &writer)
    var pages: [String: FeedbackPage] = [:]
    for (index, one) in marked.enumerated() {
      let page = pages[one.exercise.id] ?? FeedbackPage(one.exercise)
      pages[one.exercise.id] = page
      writer.markup("<article>\n")
      page.write(one.feedback, number: index + 1, in: &writer)
      writer.markup("</article>\n")
    }
    HTMLDocument.end(in: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
