import Foundation
import TestSupport
import Testing
import WebCore

@Suite("A wrong gradient, played")
struct WebGraderMistakeTests {
  @Test("the steps with a wrong gradient are named, and one is played on its worst entry")
  func played() throws {
    var grader = try opened("walkthrough-2-2-1")
    let sheet = """
      exercise: walkthrough-2-2-1
      L = 0.434958
      dW2 = [[-0.185165, 0.202611]]
      db2 = [-0.352708]
      """
    let marks = answer(grader.pageReply(to: .marks, Array(sheet.utf8)))
    #expect(marks.components(separatedBy: #""plays":true"#).count == 2)
    let reply = answer(grader.pageReply(to: .mistake, Array("dW2\n\(sheet)".utf8)))
    #expect(
      reply.hasPrefix(#"{"label":"W2[1, 2]","words":"The curve is the loss as W2[1, 2] moves "#))
    #expect(
      reply.contains("Yours has the slope 0.203: it crosses the curve instead of touching it."))
    #expect(reply.contains(#""rate":"0.5""#))
    // The loss is right, so that it may be told; it falls less, or rises, with the wrong gradient.
    #expect(reply.contains("the loss falls from 0.43"))
    let other = answer(grader.pageReply(to: .mistake, Array("dW2 0.01\n\(sheet)".utf8)))
    #expect(other.contains(#""rate":"0.01""#))
  }

  @Test("a loss that is asked for and not yet right is not told, only its change")
  func discreet() throws {
    var grader = try opened("walkthrough-2-2-1")
    let sheet = "exercise: walkthrough-2-2-1\ndW2 = [[-0.185165, 0.202611]]\n"
    let reply = answer(grader.pageReply(to: .mistake, Array("dW2\n\(sheet)".utf8)))
    #expect(reply.contains("the loss falls by "))
    #expect(!reply.contains("from 0.4"))
    // Nor is the right slope.
    #expect(!reply.contains("-0.2026") && !reply.contains("−0.2026") && !reply.contains("0.203,"))
  }

  @Test("what has no mistake to play is refused, as is a rate that is none")
  func refusals() throws {
    var grader = try opened("walkthrough-2-2-1")
    let sheet = "exercise: walkthrough-2-2-1\ndW2 = [[-0.185165, -0.202611]]\nz1 = [9, 9]\n"
    for line in ["dW2", "z1", "nothing", "dW2 0", "dW2 x"] {
      #expect(!grader.pageReply(to: .mistake, Array("\(line)\n\(sheet)".utf8)).isAnswer)
    }
  }

  @Test(
    "gradients of other exercises are played too, of batches and of chosen weights",
    arguments: ["tiny-1-1-1", "16.2", "batch-by-hand", "own-numbers-2-2-1"])
  func others(_ id: String) throws {
    var grader = try opened(id)
    let turned = turned(try ProjectFolder.text(of: "solutions/\(id)/model.answers"))
    let marks = answer(grader.pageReply(to: .marks, Array(turned.utf8)))
    let played = marks.matches(of: /"name":"([^"]+)"[^}]*"plays":true/)
    #expect(played.count > 1)
    for match in played {
      let reply = grader.pageReply(to: .mistake, Array("\(match.1)\n\(turned)".utf8))
      #expect(reply.isAnswer, "\(match.1): \(reply.text)")
    }
  }

  /// A sheet with every number of its gradients negated.
  private func turned(_ sheet: String) -> String {
    sheet.components(separatedBy: "\n").map { line in
      guard line.hasPrefix("d"), let mark = line.firstIndex(of: "=") else { return line }
      return String(line[...mark])
        + line[mark...].dropFirst().replacing(/-?\d+(\.\d+)?(e-?\d+)?/) { match in
          match.output.0.hasPrefix("-") ? match.output.0.dropFirst() : "-" + match.output.0
        }
    }.joined(separator: "\n")
  }

  private func opened(_ id: String) throws -> WebGrader {
    var grader = WebGrader()
    let text = try ProjectFolder.text(of: "exercises/\(id).json")
    _ = answer(grader.pageReply(to: .open, Array(text.utf8)))
    return grader
  }
}
