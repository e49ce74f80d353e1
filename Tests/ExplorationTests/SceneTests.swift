import Exercises
import Formulas
import Foundation
import TestSupport
import Testing

@testable import Exploration

@Suite("The network as it is looked at and moved")
struct SceneTests {
  private static let networks = Shipped.all.filter { (try? $0.exercise().network) != nil }

  private static func exercise(_ id: String) throws -> Exercise {
    try #require(networks.first { $0.id == id }).exercise()
  }

  /// The numbers of a block after a frame, by the block's name.
  private static func numbers(_ name: String, in scene: inout Scene, _ inputs: [Double])
    -> [Double]?
  {
    guard let frame = scene.frame(inputs) else { return nil }
    var place = 0
    for block in scene.blocks.dropFirst(scene.inputCount) {
      if block.quantity.name == name { return Array(frame[place..<place + block.shape.count]) }
      place += block.shape.count
    }
    return nil
  }

  @Test("a frame has the values of the exercise's own key", arguments: networks)
  func key(_ shipped: Shipped) throws {
    let exercise = try shipped.exercise()
    var scene = try #require(Scene(exercise))
    var key = exercise.evaluation()
    for (slot, value) in exercise.drawnChoices(1) { key.set(slot, to: value) }
    key.run()
    var compared = 0
    for block in scene.blocks.dropFirst(scene.inputCount) {
      let name = block.quantity.name
      guard let slot = exercise.slot(of: block.quantity) else { continue }
      // Tutors may ask for a value under its name by a formula of their own.
      if exercise.step(named: name)?.value?.slot == slot { compared += 1 }
      let start = scene.start
      #expect(Self.numbers(name, in: &scene, start) == key.value(of: slot).entries, "\(name)")
    }
    #expect(compared > 2)
  }

  @Test("moving a weight moves everything behind it, and moving it back brings all of it back")
  func moving() throws {
    let exercise = try Self.exercise("walkthrough-2-2-1")
    var scene = try #require(Scene(exercise))
    let start = scene.start
    let before = scene.frame(start)
    var moved = scene.start
    let place = 2 + 1
    moved[place] += 0.5
    let after = scene.frame(moved)
    #expect(before != nil && after != nil && after != before)
    let again = scene.frame(start)
    #expect(again == before)
    let refused = scene.frame([1, 2])
    #expect(refused == nil)
  }

  @Test(
    "every gradient agrees with its difference, at a kink or away from one", arguments: networks)
  func differences(_ shipped: Shipped) throws {
    let exercise = try shipped.exercise()
    var scene = try #require(Scene(exercise))
    let rows = scene.differences()
    #expect(rows.count % 4 == 0 && !rows.isEmpty)
    #expect(stride(from: 3, to: rows.count, by: 4).allSatisfy { rows[$0] != 2 })
  }

  @Test("a gradient so small that its difference is mostly rounding does not disagree with it")
  func rounding() throws {
    let exercise = try Exercise(
      text: """
        { "id": "s", "title": "s", "statement": "s",
          "network": { "sizes": [1, 1, 1, 1], "activations": ["tanh", "tanh", "tanh"],
            "loss": "half-squared-error", "weights": [[[0.3]], [[1e-4]], [[0.002]]],
            "biases": [[0.1], [0.2], [0.3]], "input": [0.7], "target": [3] },
          "steps": [{ "name": "delta1" }] }
        """)
    var scene = try #require(Scene(exercise))
    let rows = scene.differences()
    #expect(stride(from: 2, to: rows.count, by: 4).contains { rows[$0] > 1e-5 })
    #expect(stride(from: 3, to: rows.count, by: 4).allSatisfy { rows[$0] == 0 })
  }

  @Test("along a weight the curve goes through the loss, the tangent touches it, the chord nearly")
  func curve() throws {
    let exercise = try Self.exercise("worked-3-2-2-1")
    var scene = try #require(Scene(exercise))
    let block = try #require(scene.blocks.firstIndex { $0.quantity.name == "W1" })
    let found = scene.curve(block: block, entry: 0, from: -1, to: 1.2, step: 0.01, count: 23)
    let points = try #require(found)
    #expect(points.count == 10 + 3 * 23)
    let (now, loss, slope) = (points[0], points[1], points[2])
    #expect(abs(slope - -0.00212) < 1e-5)
    #expect(abs(points[9] - slope) < 1e-6)
    #expect(abs(points[3] - (loss + slope * (-1 - now))) < 1e-12)
    let at = try #require(
      stride(from: 10, to: points.count, by: 3).first { abs(points[$0] - now) < 1e-9 })
    #expect(abs(points[at + 1] - loss) < 1e-12 && abs(points[at + 2] - slope) < 1e-12)
    // Nothing is left moved.
    let start = scene.start
    let again = scene.frame(start)
    #expect(again == Scene(exercise)?.frameOfStart)
    let rate = try #require(
      Scene(exercise)?.blocks.firstIndex { $0.quantity.role == .learningRate })
    let none = scene.curve(block: rate, entry: 0, from: 0, to: 1, step: 0.1, count: 3)
    #expect(none == nil)
  }

  @Test("a link is told in symbols, in numbers and by what it reads")
  func words() throws {
    let exercise = try Self.exercise("walkthrough-2-2-1")
    let scene = try #require(Scene(exercise))
    let z = try #require(scene.blocks.firstIndex { $0.quantity.name == "z1" })
    let words = try #require(scene.words(block: z, entry: 1))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(words.utf8)) as? [String: Any])
    #expect(json["name"] as? String == "z1[2]")
    #expect(json["value"] as? String == "0.3")
    #expect((json["lines"] as? [String])?.count == 2)
    #expect((json["reads"] as? [[Int]])?.count == 5)
    #expect(words.contains("<mi>W</mi>"))
    #expect(scene.words(block: 0, entry: 0) == nil)
    #expect(scene.words(block: z, entry: 2) == nil)
  }

  @Test("every link of every story has words", arguments: networks)
  func story(_ shipped: Shipped) throws {
    let exercise = try shipped.exercise()
    let scene = try #require(Scene(exercise))
    for (index, block) in scene.blocks.enumerated().dropFirst(scene.inputCount) {
      for entry in -1..<block.shape.count {
        let words = try #require(scene.words(block: index, entry: entry))
        #expect(!words.contains("cdots") && !words.contains("operatorname"), "\(words)")
      }
    }
  }

  @Test("a dead unit is said to be dead, forward and back")
  func dead() throws {
    let exercise = try Self.exercise("diagonal-flip-4-3-4")
    let scene = try #require(Scene(exercise))
    for name in ["a1", "delta1"] {
      let block = try #require(scene.blocks.firstIndex { $0.quantity.name == name })
      #expect(scene.words(block: block, entry: 0)?.contains("dead here") == true)
      #expect(scene.words(block: block, entry: 2)?.contains("dead") == false)
    }
  }

  @Test("the paths of a weight add up to its gradient, in either layout", arguments: networks)
  func paths(_ shipped: Shipped) throws {
    let exercise = try shipped.exercise()
    let scene = try #require(Scene(exercise))
    let block = try #require(scene.blocks.firstIndex { $0.quantity.name == "W1" })
    let gradient = try #require(scene.gradients[block])
    for entry in 0..<scene.blocks[block].shape.count {
      let paths = try #require(scene.paths(block: block, entry: entry))
      let sum = scene.shown(scene.values.entry(entry, of: gradient))
      #expect(paths.hasSuffix("\"sum\":\"\(sum)\"}"), "\(paths)")
    }
  }

  @Test("a prediction is right, has the wrong sign, is wrong or no number")
  func prediction() throws {
    let exercise = try Self.exercise("walkthrough-2-2-1")
    let scene = try #require(Scene(exercise))
    let z = try #require(scene.blocks.firstIndex { $0.quantity.name == "z1" })
    #expect(
      try scene.prediction(block: z, entry: 1, "0.3")
        == #"{"isRight":true,"says":"Right: z1[2] = 0.3."}"#)
    #expect(try scene.prediction(block: z, entry: 1, "-0.30")?.contains("the sign is not") == true)
    #expect(
      try scene.prediction(block: z, entry: 1, "1/4")?.contains("and you said 0.25") == true)
    #expect(throws: (any Error).self) { try scene.prediction(block: z, entry: 1, "abc") }
  }

  @Test("where targets may move, softmax and cross-entropy stay right for any of them")
  func targets() throws {
    let exercise = try Exercise(
      text: """
        { "id": "s", "title": "s", "statement": "s",
          "network": { "sizes": [2, 2], "activations": ["softmax"], "loss": "cross-entropy",
            "weights": [[[0.1, 0.2], [0.3, 0.4]]], "biases": [[0.1, -0.1]],
            "input": [1, 2], "target": [1, 0] },
          "steps": [{ "name": "delta1" }] }
        """)
    var scene = try #require(Scene(exercise))
    var moved = scene.start
    moved[3] = 0.7
    _ = scene.frame(moved)
    let rows = scene.differences()
    #expect(stride(from: 3, to: rows.count, by: 4).allSatisfy { rows[$0] == 0 })
  }

  @Test("an exercise without a network has no scene")
  func none() throws {
    let exercise = try Exercise(
      text: #"{ "id": "s", "title": "s", "statement": "s", "given": { "x": 2 }, "#
        + #""steps": [{ "name": "u", "formula": "x + 1" }] }"#)
    #expect(Scene(exercise) == nil)
  }
}

extension Scene {
  fileprivate var frameOfStart: [Double]? {
    var scene = self
    return scene.frame(start)
  }
}
