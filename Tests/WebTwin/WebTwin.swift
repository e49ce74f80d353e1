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
    func numbers(_ numbers: Int...) -> [UInt8] {
      numbers.flatMap { number in
        withUnsafeBytes(of: Double(number).bitPattern.littleEndian) { Array($0) }
      }
    }
    while let line = readLine() {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else { continue }
      if fields[0] != opened {
        opened = fields[0]
        answer(.open, opened, Array(try Data(contentsOf: URL(fileURLWithPath: opened))))
        for call in [WebGrader.Call.question, .solve, .verify] { answer(call, opened, []) }
        answer(.begin, opened, Array("student:ada\n".utf8))
        answer(.depth, opened, Array("depth 4\nwidth 6\ninitialisation he".utf8))
        for data in ["moons", "four"] {
          answer(.train, opened, Array("data \(data)\nhidden 3, 2\nactivation tanh".utf8))
          for call in [WebGrader.Call.epochs, .boundary, .tables] {
            answer(call, opened, Array("6".utf8))
          }
        }
        // What is seen and moved, as far as it is words: numbers may differ in their last digits.
        answer(.scene, opened, [])
        for block in 4...12 {
          for call in [WebGrader.Call.words, .paths] { answer(call, opened, numbers(block, 0)) }
        }
        answer(.predict, opened, Array("6\n0\n0.25".utf8))
      }
      let sheet = URL(fileURLWithPath: fields[1])
      let bytes = Array("\(sheet.lastPathComponent)\n".utf8) + Array(try Data(contentsOf: sheet))
      for call in [WebGrader.Call.markAsText, .markAsJSON, .markAsPage] {
        answer(call, fields[1], bytes)
      }
      let text = Array(try Data(contentsOf: sheet))
      answer(.begin, fields[1], Array("\n".utf8) + text)
      answer(.marks, fields[1], text)
      answer(.hints, fields[1], Array("delta1\n".utf8) + text)
      answer(.mistake, fields[1], Array("dW1\n".utf8) + text)
      answer(.write, fields[1], Array("delta1\n8\n[0.5, 1]".utf8) + text)
    }
    FileHandle.standardOutput.write(output)
  }
}
