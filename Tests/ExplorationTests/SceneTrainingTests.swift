import Exercises
import Formulas
import LocatedJSON
import Testing

@testable import Exploration

@Suite("Networks with an optimiser, shared and frozen parameters, looked at and moved")
struct SceneTrainingTests {
  private static func scene() throws -> (scene: Scene, exercise: Exercise) {
    // Nothing but values is asked for.
    let kind = StepKind(
      "value", "a value", keys: [StepKeys.formula],
      content: .value(ValueRule(tolerance: { own, other in own ?? other ?? .exact })))
    let text = #"""
      { "id": "e", "title": "t", "statement": "s",
        "network": { "sizes": [2, 2, 1], "activations": ["swish", "identity"], "loss": "hinge",
          "weights": [[[0.5, -0.2], [0.3, 0.4]], [[0.7, -0.6]]], "biases": [0.1, [0.2]],
          "input": [1, 2], "target": [1], "l2": 0.1, "learningRate": 0.05, "optimiser": "adam",
          "frozen": ["b2"] },
        "steps": [ { "name": "L" } ] }
      """#
    let exercise = try Exercise(
      reading: SourceText(name: "e.json", text: text), kinds: [kind])
    return (try #require(Scene(exercise)), exercise)
  }

  @Test("Everything that the block defines has the exercise's own values and an equation")
  func values() throws {
    let sample = try Self.scene()
    let exercise = sample.exercise
    var scene = sample.scene
    var key = exercise.evaluation()
    key.run()
    let reply = scene.frame(scene.start)
    let frame = try #require(reply)
    var place = 0
    for (index, block) in scene.blocks.enumerated().dropFirst(scene.inputCount) {
      let slot = try #require(exercise.slot(of: block.quantity))
      let entries = Array(frame[place..<place + block.shape.count])
      #expect(entries == key.value(of: slot).entries, "\(block.quantity.name)")
      place += block.shape.count
      let words = try #require(scene.words(block: index, entry: 0))
      #expect(words.contains("<math"), "\(block.quantity.name)")
    }
  }

  @Test("What has no gradient is told apart, and the rest has that of differences")
  func gradients() throws {
    var scene = try Self.scene().scene
    let inputs = scene.blocks.prefix(scene.inputCount)
    let without = zip(inputs, scene.gradients).filter { $0.1 == nil }.map { $0.0.quantity.name }
    #expect(without.prefix(3) == ["b2", "lambda", "eta"])
    #expect(!without.contains("b1") && !without.contains("W1"))
    let rows = scene.differences()
    #expect(!rows.isEmpty)
    #expect(stride(from: 3, to: rows.count, by: 4).allSatisfy { rows[$0] == 0 })
    #expect(scene.structure.contains(#""hasGradient":false"#))
  }

  @Test("One bias of a whole layer has no paths of its own")
  func paths() throws {
    let (scene, _) = try Self.scene()
    let place = try #require(scene.blocks.firstIndex { $0.quantity.name == "b1" })
    #expect(scene.paths(block: place, entry: 0) == nil)
    let weight = try #require(scene.blocks.firstIndex { $0.quantity.name == "W1" })
    #expect(scene.paths(block: weight, entry: 0) != nil)
  }
}
