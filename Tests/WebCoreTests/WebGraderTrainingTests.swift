import LocatedJSON
import TestSupport
import Testing
import WebCore

@Suite("The page's calls for training and depth")
struct WebGraderTrainingTests {
  @Test("a training goes on from call to call, and needs no exercise")
  func training() throws {
    var grader = WebGrader()
    let begun = answer(
      grader.pageReply(to: .train, Array("data xor\nhidden 4\nactivation tanh".utf8)))
    #expect(begun.contains(#""sizes":"2-4-1","parameters":17,"trained":4,"plane":true"#))
    #expect(begun.contains(#""epoch":0"#))
    let first = answer(grader.pageReply(to: .epochs, Array("10".utf8)))
    #expect(first.hasPrefix(#"{"epoch":10,"status":"Epoch 10: the loss is "#))
    let second = answer(grader.pageReply(to: .epochs, Array("990".utf8)))
    #expect(second.hasPrefix(#"{"epoch":1000,"#))
    #expect(second.contains(#""news":"Epoch 1,000: "#))
    #expect(second.contains(#"100% of the 4 points are right."#))
    #expect(answer(grader.pageReply(to: .boundary, [])).hasPrefix(#"{"count":40,"answers":""#))
    let tables = answer(grader.pageReply(to: .tables, []))
    #expect(tables.contains(#"["1","0, 0","0","0.0"#))
    #expect(tables.contains(#""right","trained on"]"#))
    // What is begun anew begins anew.
    _ = grader.pageReply(to: .train, Array("data four\nhidden 3".utf8))
    #expect(answer(grader.pageReply(to: .epochs, [])).hasPrefix(#"{"epoch":0,"#))
  }

  @Test("it halts where there is trouble")
  func trouble() {
    var grader = WebGrader()
    _ = grader.pageReply(to: .train, Array("rate 1e200".utf8))
    let reply = answer(grader.pageReply(to: .epochs, Array("5".utf8)))
    #expect(reply.contains(#""halts":true,"over":true"#))
    #expect(reply.contains("is no longer a number (NaN)"))
  }

  @Test("what cannot be is refused in words")
  func refusals() {
    var grader = WebGrader()
    for call in [WebGrader.Call.epochs, .boundary, .tables] {
      let reply = grader.pageReply(to: call, [])
      #expect(!reply.isAnswer)
      #expect(reply.text == "Nothing is being trained yet.")
    }
    let reply = grader.pageReply(to: .train, Array("data own\npoints\n1 2 3".utf8))
    #expect(!reply.isAnswer)
    #expect(reply.text == "Line 1: the class is 3, but it has to be 0 or 1.")
    #expect(!grader.pageReply(to: .depth, Array("depth 0".utf8)).isAnswer)
  }

  @Test("depth has three functions on one scale, with words and a table")
  func depth() {
    var grader = WebGrader()
    let reply = answer(grader.pageReply(to: .depth, Array("depth 5\nwidth 20\nseed 1".utf8)))
    #expect(reply.hasPrefix(#"{"sizes":"10-20-20-20-20-20-1","across":[[83,"1"],[250,"2"],"#))
    #expect(reply.contains(#""name":"sigmoid","verdict":"vanishing","style":"wrong""#))
    #expect(reply.contains(#""name":"tanh","verdict":"keeps its size","style":"right""#))
    #expect(reply.contains(#"["6","0.413","#))
  }
}

/// The text of a reply that has to be an answer.
func answer(_ reply: WebGrader.Reply) -> String {
  #expect(reply.isAnswer, "\(reply.text)")
  return reply.text
}
