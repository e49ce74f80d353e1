import Exercises
import Formulas
import Marking
import Testing

@testable import Reports

@Suite("The network as a picture")
struct NetworkPictureTests {
  /// Two inputs, two ReLU units of which the second is dead, one output.
  static func exercise(sizes: [Int] = [2, 2, 1]) throws -> Exercise {
    func list(_ count: Int, _ value: String) -> String {
      "[" + Array(repeating: value, count: count).joined(separator: ", ") + "]"
    }
    let isSmall = sizes == [2, 2, 1]
    let first = isSmall ? "[[1, 2], [-1, -2]]" : list(sizes[1], list(sizes[0], "0.5"))
    return try SampleExercise.read(
      """
      { "id": "net", "title": "A network", "statement": "Go.",
        "network": { "sizes": \(sizes), "activations": ["relu", "identity"],
          "loss": "half-squared-error", "weights": [\(first), \(list(1, list(sizes[1], "3")))],
          "biases": [\(list(sizes[1], "0")), [0.25]], "input": \(list(sizes[0], "1")),
          "target": [2] },
        "steps": [{ "name": "z1" }, { "name": "a1" }, { "name": "delta1" }, { "name": "L" }] }
      """)
  }

  static func feedback(_ given: [String: (Status, Tensor)]) -> Feedback {
    Feedback(
      exercise: "net", student: "ada",
      steps: ["z1", "a1", "delta1", "L"].map { name in
        var step = StepFeedback(
          name: name, status: given[name]?.0 ?? .unanswered, points: 0, outOf: 1)
        if let value = given[name]?.1 { step.given = .value(value) }
        return step
      })
  }

  private static func drawing(_ feedback: Feedback, sizes: [Int] = [2, 2, 1]) throws -> String {
    let picture = try #require(NetworkPicture(try exercise(sizes: sizes)))
    var writer = HTMLWriter()
    picture.draw(feedback, number: 1, in: &writer)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    try PageFault.check("<!DOCTYPE html>\n" + text)
    return text
  }

  @Test("what is given is shown, what is not answered stays open")
  func unanswered() throws {
    let text = try Self.drawing(Self.feedback([:]))
    #expect(text.contains(">b 0</text>") && text.contains(">b 0.25</text>"))
    #expect(text.contains(">y 2</text>") && text.contains(">L ?</text>"))
    #expect(text.contains(">z ?</text>") && text.contains(">δ ?</text>"))
    #expect(!text.contains("dead\""))
    #expect(
      text.contains(
        "<figcaption class=\"soft\">Values as given or as you handed them in. ? not there yet."))
  }

  @Test("right, wrong and consequent values are told apart by signs, and a dead unit by dashes")
  func signs() throws {
    let text = try Self.drawing(
      Self.feedback([
        "z1": (.correct, Tensor([3, -3])), "a1": (.incorrect, Tensor([3, -3])),
        "delta1": (.followsThrough, Tensor([21.75, 0])),
      ]))
    #expect(text.contains(">z −3</text>"))
    #expect(text.contains("<text class=\"no\"") && text.contains(">a −3 ✗</text>"))
    #expect(text.contains(">δ 21.75 ↪</text>"))
    #expect(text.contains("<rect class=\"unit dead\"") && text.contains(" relu, dead</tspan>"))
    #expect(text.split(separator: "<path class=\"edge dead\"").count == 2)
    #expect(text.contains("Dead, with z ≤ 0: a1[2].</desc>"))
  }

  @Test("a value of another shape is not drawn")
  func wrongShape() throws {
    let text = try Self.drawing(Self.feedback(["z1": (.incorrect, Tensor([1, 2, 3]))]))
    #expect(text.contains(">z ✗</text>"))
  }

  @Test("of a large layer the first units are drawn, and the others counted")
  func large() throws {
    let text = try Self.drawing(Self.feedback([:]), sizes: [784, 30, 1])
    #expect(text.contains("… 778 more") && text.contains("… 24 more"))
    #expect(text.utf8.count < 20_000)
  }

  @Test("an exercise without a network has no picture")
  func none() throws {
    #expect(try NetworkPicture(SampleExercise.chain()) == nil)
  }

  @Test(
    "A unit is dead or alive for the picture, the solution and the engine alike",
    arguments: [
      ("[[1e-9], [1000]]", [false, false]), ("[[1e-11], [1000]]", [true, false]),
      ("[[1e-9], [-1000]]", [false, true]), ("[[0.9e-10], [1.1e-10]]", [true, false]),
    ])
  func sameUnit(weights: String, isDead: [Bool]) throws {
    let exercise = try SampleExercise.read(
      """
      { "id": "net", "title": "A network", "statement": "Go.",
        "network": { "sizes": [1, 2, 1], "activations": ["relu", "identity"],
          "loss": "half-squared-error", "weights": [\(weights), [[1, 1]]],
          "biases": [[0, 0], [0.25]], "input": [1], "target": [2] },
        "steps": [{ "name": "z1" }, { "name": "a1" }, { "name": "delta1" }, { "name": "L" }] }
      """)
    var key = exercise.evaluation()
    key.run()
    func value(_ name: String) throws -> Tensor {
      key.value(of: try #require(exercise.program.slot(named: name)))
    }
    #expect(try value("a1").entries.map { $0 == 0 } == isDead)
    let sentences = try #require(NetworkObservations(exercise, key: key)).sentences
    for unit in isDead.indices {
      let says = sentences.contains { $0.hasPrefix("Unit \(unit + 1) of layer 1 is dead") }
      #expect(says == isDead[unit])
    }
    let picture = try #require(NetworkPicture(exercise))
    for name in ["z1", "a1"] {
      let pen = NetworkPen(
        picture: picture, feedback: Self.feedback([name: (.correct, try value(name))]))
      #expect((0..<2).map { pen.isDead(1, $0) } == isDead, "\(name)")
    }
    let block = try #require(exercise.network)
    let (network, samples) = try block.engine(
      weights: [value("W1"), value("W2")], biases: [value("b1"), value("b2")])
    let pass = try network.forwardPass(samples)
    #expect(pass.activations[0].entries.map { $0 == 0 } == isDead)
  }
}
