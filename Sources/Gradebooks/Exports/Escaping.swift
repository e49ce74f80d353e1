import LocatedJSON
import Reports

/// Text of students' and authors', made harmless for the languages that exports are written in.
extension String {
  /// For XML and HTML: markup, and whatever has no picture, is spelled out.
  var escapedForXML: String { shownOnOneLine.escapedForHTML }

  /// For Markdown, also within a table: nothing in it is markup, a link, or mathematics.
  ///
  /// Pages of feedback escape otherwise (`MarkdownText` of `Reports`). These go to GitHub and its like,
  /// which look for names and numbers once the entities have been read: only a sign in between keeps
  /// `@ada` from being notified. Where students read and copy, no such sign is to be in the text.
  var escapedForMarkdown: String {
    var text = ""
    for scalar in shownOnOneLine.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      // A name after an @ would be notified, and an address or a number would become a link.
      case "@": text += "@\u{2060}"
      case "#": text += "\\#\u{2060}"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!": text += "\\" + String(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.replacing("://", with: ":\u{2060}//").replacing("www.", with: "www\u{2060}.")
  }

  /// For the message of a workflow command of GitHub's.
  var escapedForWorkflow: String {
    shownOnOneLine.replacing("%", with: "%25")
  }

  /// For a property of a workflow command of GitHub's.
  var escapedForWorkflowProperty: String {
    escapedForWorkflow.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
