import Foundation
import SystemCalls

/// What Gradescope says about one of the folders of an export.
package struct GradescopeSubmission: Hashable, Sendable {
  let folder: String
  package internal(set) var submitters: [Submitter] = []
  var time = ""

  package struct Submitter: Hashable, Sendable {
    var name = ""
    /// The student number, which may be empty.
    var number = ""
    var address = ""
  }
}

/// Reads `submission_metadata.yml` line by line: it repeats all that autograders ever printed.
///
/// Only three levels of indentation matter: the folder, its keys, and the submitters' keys. So no
/// YAML is needed beyond quoted words.
package struct GradescopeMetadata {
  package private(set) var submissions: [GradescopeSubmission] = []
  private var isInSubmitters = false

  package init() {}

  static func submissions(
    _ path: [CChar]
  ) throws(FileFault) -> [GradescopeSubmission] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(opening: .last) }
    guard let file = fdopen(descriptor, "r") else {
      close(descriptor)
      throw FileFault(opening: .last)
    }
    defer { fclose(file) }
    var metadata = GradescopeMetadata()
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while true {
      let length = getline(&line, &capacity, file)
      guard length > 0, let line else { return metadata.submissions }
      let bytes = UnsafeRawBufferPointer(start: line, count: min(length, longestLine))
      metadata.read(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// What is read of a line; the lines that matter are much shorter.
  private static let longestLine = 4096

  /// Reads the next line.
  package mutating func read(_ line: String) {
    let scalars = line.unicodeScalars
    let content = scalars.drop { $0 == " " }
    let indent = scalars.count - content.count
    var text = String(content).trimmingCharacters(in: .whitespacesAndNewlines)
    if text.isEmpty || text.hasPrefix("#") || text == "---" { return }
    if indent == 0, !text.hasPrefix("- ") {
      isInSubmitters = false
      if text.hasSuffix(":") {
        submissions.append(GradescopeSubmission(folder: String(text.dropLast()).unquoted))
      }
      return
    }
    guard !submissions.isEmpty else { return }
    let isItem = text.hasPrefix("- ")
    if indent <= 2, !isItem {
      let (key, value) = GradescopeMetadata.parts(text)
      isInSubmitters = key == "submitters" && value.isEmpty
      if key == "created_at" { submissions[submissions.count - 1].time = value }
    } else if isInSubmitters {
      if isItem {
        submissions[submissions.count - 1].submitters.append(.init())
        text = String(text.dropFirst(2))
      }
      note(text)
    }
  }

  private mutating func note(_ text: String) {
    let (key, value) = GradescopeMetadata.parts(text)
    let last = submissions.count - 1
    let submitter = submissions[last].submitters.count - 1
    guard submitter >= 0 else { return }
    switch key {
    case "name": submissions[last].submitters[submitter].name = value
    case "sid": submissions[last].submitters[submitter].number = value
    case "email": submissions[last].submitters[submitter].address = value
    default: break
    }
  }

  /// A key without the colon of a Ruby symbol, and its value without quotes.
  private static func parts(_ text: String) -> (key: String, value: String) {
    let text = text.drop { $0 == ":" }
    guard let colon = text.firstIndex(of: ":") else { return (String(text), "") }
    let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    return (String(text[..<colon]), value.unquoted)
  }
}

extension String {
  /// A word of YAML without its quotes; nothing for YAML's nothing.
  fileprivate var unquoted: String {
    if count > 1, hasPrefix("'"), hasSuffix("'") {
      return String(dropFirst().dropLast()).replacing("''", with: "'")
    }
    if count > 1, hasPrefix("\""), hasSuffix("\"") {
      let json = try? JSONSerialization.jsonObject(
        with: Data(utf8), options: .fragmentsAllowed)
      return json as? String ?? String(dropFirst().dropLast())
    }
    return self == "~" || self == "null" ? "" : self
  }
}
