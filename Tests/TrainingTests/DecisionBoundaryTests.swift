import Testing
import Training

@Suite struct DecisionBoundaryTests {
  @Test("the cells' answers are those of the network, and the line lies between the classes")
  func plane() throws {
    var run = try TrainingRun(TrainingSettings(KeyedLines("data xor\nhidden 4\nactivation tanh")))
    run.run(epochs: 2000)
    let boundary = DecisionBoundary(of: run, count: 20)
    #expect(boundary.answers.count == 400)
    let answers = run.answers(to: [[0, 0], [1, 0]])
    #expect(answers[0] < 0.1 && answers[1] > 0.9)
    // The lower left corner is near (0, 0), the lower right one near (1, 0).
    #expect(boundary.answers[380] < 0.5 && boundary.answers[399] > 0.5)
    #expect(boundary.letters.utf8.count == 400)
    #expect(!boundary.line.isEmpty && boundary.line.count.isMultiple(of: 4))
    for piece in stride(from: 0, to: boundary.line.count, by: 2) {
      let place = [boundary.line[piece], boundary.line[piece + 1]].map(Double.init)
      let (x, y) = (boundary.across, boundary.up)
      let answer = run.answers(to: [
        [
          x.lower + (x.upper - x.lower) * place[0] / 1000,
          y.lower + (y.upper - y.lower) * place[1] / 1000,
        ]
      ])[0]
      #expect(abs(answer - 0.5) < 0.2)
    }
  }

  @Test("for points on a line there is the curve of the answers")
  func line() throws {
    let run = try TrainingRun(TrainingSettings(KeyedLines("data four\nhidden 4")))
    let boundary = DecisionBoundary(of: run)
    #expect(boundary.answers.isEmpty)
    #expect(boundary.line.count == 202)
  }

  @Test("where answers are no numbers there is nothing to see")
  func notANumber() throws {
    var run = try TrainingRun(TrainingSettings(KeyedLines("rate 1e200")))
    run.run(epochs: 10)
    let boundary = DecisionBoundary(of: run, count: 10)
    #expect(boundary.letters == String(repeating: "-", count: 100))
    #expect(boundary.line.isEmpty)
  }
}
