import LocatedJSON
import Numerics

/// What is wrong with the files of authors, for programs to read.
package struct ProblemListing: Sendable {
  private var entries: [Entry] = []

  private struct Entry: Sendable {
    let file: String
    let position: Position
    let severity: Problem.Severity
    let message: String
  }

  package init() {}

  package mutating func add(_ problems: [Problem]) {
    for problem in problems {
      entries.append(
        Entry(
          file: problem.file, position: problem.position, severity: problem.severity,
          message: problem.message))
    }
  }

  /// Adds something that is wrong with a file as a whole.
  package mutating func add(_ message: String, file: String) {
    entries.append(
      Entry(
        file: file, position: Position(line: 1, column: 1), severity: .error, message: message))
  }

  /// An array of objects with `file`, `line`, `column`, `severity` and `message`.
  package var json: String {
    var json = JSONWriter(layout: .indented)
    json.beginArray()
    for entry in entries {
      json.beginObject()
      json.key("file")
      json.value(entry.file)
      json.key("line")
      json.value(entry.position.line)
      json.key("column")
      json.value(entry.position.column)
      json.key("severity")
      json.value(entry.severity.rawValue)
      json.key("message")
      json.value(entry.message)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }

  /// Workflow commands of GitHub's, a line each, which put the messages beside the lines.
  package var github: String {
    entries.map { entry in
      "::\(entry.severity.rawValue) file=\(entry.file.forWorkflowProperty),"
        + "line=\(entry.position.line),col=\(entry.position.column)"
        + "::\(entry.message.forWorkflow)\n"
    }.joined()
  }
}

extension String {
  /// As the message of a workflow command, which a line break would end.
  fileprivate var forWorkflow: String {
    percentEncoded("%\r\n".utf8)
  }

  /// As a property of one, which a colon or a comma would end.
  fileprivate var forWorkflowProperty: String {
    percentEncoded("%\r\n:,".utf8)
  }

  private func percentEncoded(_ special: String.UTF8View) -> String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      if special.contains(byte) { bytes += byte.percentEncoded.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
