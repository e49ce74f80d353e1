import Foundation
import WebCore

/// Answers the calls that a page would make, on this machine, for a list of sheets.
///
/// Each line of the input names an exercise file, a tab and a sheet. `answer.mjs` answers the same
/// list by the WebAssembly module, and the two outputs must be the same bytes.
@main
enum WebTwin {
  static func main() throws {
    var output = Data()
    var grader = WebGrader()
    var opened = ""
    func answer(_ call: WebGrader.Call, _ name: String, _ bytes: [UInt8]) {
      let reply = grader.reply(to: call, bytes)
      output += Data("== \(call.rawValue) \(reply.isAnswer) \(name)\n\(reply.text)\n".utf8)
    }
    while let line = readLine() {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else { continue }
      if fields[0] != opened {
        opened = fields[0]
        answer(.open, opened, Array(try Data(contentsOf: URL(fileURLWithPath: opened))))
        for call in [WebGrader.Call.question, .solve, .verify] { answer(call, opened, []) }
      }
      let sheet = URL(fileURLWithPath: fields[1])
      let bytes = Array("\(sheet.lastPathComponent)\n".utf8) + Array(try Data(contentsOf: sheet))
      for call in [WebGrader.Call.markAsText, .markAsJSON, .markAsPage] {
        answer(call, fields[1], bytes)
      }
    }
    FileHandle.standardOutput.write(output)
  }
}
