import LocatedJSON

/// Text of students' and authors', made harmless for the languages that exports are written in.
extension String {
  /// For XML and HTML: markup, and whatever has no picture, is spelled out.
  var escapedForXML: String {
    escaped { scalar in
      switch scalar {
      case "\"": "&quot;"
      case "'": "&#39;"
      // The last two of every plane are no characters; XML 1.0 forbids the first pair.
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: nil
      }
    }
  }

  /// For Markdown, also within a table: nothing in it is markup, a link, or mathematics.
  var escapedForMarkdown: String {
    escaped { scalar in
      switch scalar {
      // A name after an @ would be notified, and an address or a number would become a link.
      case "@": "@\u{2060}"
      case "#": "\\#\u{2060}"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!": "\\" + String(scalar)
      default: nil
      }
    }
    .replacing("://", with: ":\u{2060}//")
    .replacing("www.", with: "www\u{2060}.")
  }

  /// The text on one line, its angle brackets and ampersands spelled out.
  ///
  /// - Parameter spelling: What else is spelled in another way, and how.
  private func escaped(_ spelling: (Unicode.Scalar) -> String?) -> String {
    var text = ""
    for scalar in shownOnOneLine.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text += spelling(scalar) ?? String(scalar)
      }
    }
    return text
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
