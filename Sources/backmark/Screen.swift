import Reports

/// What can be shown: the signs that a terminal has, and how wide it is.
struct Screen {
  /// What is printed, and so how signs may be written without changing it.
  enum Form {
    /// For people.
    case text
    case json
    case html
    case markdown
    /// A file or a script, to be taken as it is.
    case data
  }

  /// Whether only ASCII was asked for.
  private let isASCIIAsked: Bool
  /// Whether the terminal, or whatever reads the output, has only ASCII.
  let isASCII: Bool
  /// Whether it is read aloud.
  let isPlain: Bool

  init(arguments: [String], environment: [String: String]) {
    // Before the arguments are read, since mistakes in them are told of as well.
    let options = arguments.prefix { $0 != "--" }
    isASCIIAsked = options.contains("--ascii")
    isPlain = options.contains("--plain")
    isASCII = isASCIIAsked || !Screen.hasUnicode(environment)
  }

  /// Whether the locale has all of Unicode; where none is set, as in many a container, it has.
  private static func hasUnicode(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale = locale?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// A text as it is written, in lines of so many columns where that is known.
  func shown(_ text: String, as form: Form, columns: Int?) -> String {
    switch form {
    case .data: return text
    case .json: return isASCIIAsked ? text.escapedJSON : text
    case .html: return isASCIIAsked ? text.escapedHTML : text
    case .markdown: return isASCIIAsked ? text.inASCII : text
    case .text:
      let text = isASCII ? text.inASCII : text
      return columns.map { text.folded(to: $0) } ?? text
    }
  }
}

extension Screen.Form {
  /// What `--format` makes of the output.
  init(_ format: String?) {
    switch format {
    case "json": self = .json
    case "html": self = .html
    case "markdown": self = .markdown
    case nil, "text": self = .text
    default: self = .data
    }
  }
}
