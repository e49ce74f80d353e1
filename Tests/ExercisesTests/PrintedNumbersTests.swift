import Backpropagation
import Exercises
import Formulas
import Testing

@Suite("The documents' printed numbers, from the exercises' programs")
struct PrintedNumbersTests {
  @Test("The worked example of a 3-2-2-1 network", arguments: PrintedNumber.workedExample)
  func workedExample(number: PrintedNumber) throws { try expect(number, "worked-3-2-2-1") }

  @Test("The walkthrough of a 2-2-1 network", arguments: PrintedNumber.walkthrough)
  func walkthrough(number: PrintedNumber) throws { try expect(number, "walkthrough-2-2-1") }

  @Test("The chapter's 2-3-1 network and its step with η = 0.5", arguments: PrintedNumber.chapter)
  func chapter(number: PrintedNumber) throws { try expect(number, "chapter-2-3-1") }

  @Test("The diagonal flip with two dead units", arguments: PrintedNumber.diagonalFlip)
  func diagonalFlip(number: PrintedNumber) throws { try expect(number, "diagonal-flip-4-3-4") }

  @Test("The chain rule in one line", arguments: PrintedNumber.chainRule)
  func chainRule(number: PrintedNumber) throws { try expect(number, "chain-rule") }

  @Test("The counts of a 5-10-8-3 network", arguments: PrintedNumber.counts)
  func counts(number: PrintedNumber) throws { try expect(number, "16.5") }

  @Test("The smallest network, whose numbers no document prints", arguments: PrintedNumber.tiny)
  func tiny(number: PrintedNumber) throws { try expect(number, "tiny-1-1-1") }

  private func expect(_ number: PrintedNumber, _ id: String) throws {
    let value = try CatalogueTests.catalogue().exercise(id).value(of: number.formula)
    #expect(value.shape.count == 1)
    #expect(try number.isPrint(of: value[0]), "\(number.formula) is \(value)")
  }

  @Test("The two paths add up to the derivative by the single weight")
  func paths() throws {
    let exercise = try CatalogueTests.catalogue().exercise("worked-3-2-2-1")
    let sum = try exercise.value(of: "pathA + pathB")[0]
    #expect(abs(sum - (try exercise.value(of: "dw11")[0])) < 1e-17)
    #expect(try exercise.value(of: "dw11") == exercise.value(of: "dW1[1, 1]"))
  }

  @Test(
    "The loss on either side of the single weight, ε = 1e-5 away",
    arguments: [(1e-5, "0.0610508970"), (-1e-5, "0.0610509394")])
  func lossBeside(step: Double, digits: String) throws {
    let exercise = try CatalogueTests.catalogue().exercise("worked-3-2-2-1")
    var evaluation = exercise.evaluation()
    let weights = try #require(exercise.program.slot(named: "W1"))
    let loss = try #require(exercise.program.slot(named: "L"))
    evaluation.set(weights, entry: 0, to: 0.1 + step)
    evaluation.run()
    #expect(try PrintedNumber("L", digits).isPrint(of: evaluation.entry(0, of: loss)))
  }

  @Test("The 17 parameters of the worked example: 6, 2, 4, 2, 2 and 1")
  func parameterCounts() throws {
    let exercise = try CatalogueTests.catalogue().exercise("worked-3-2-2-1")
    let counts = try ["W1", "b1", "W2", "b2", "W3", "b3"].map { name in
      try #require(exercise.givens.first { exercise.program.name(of: $0.slot) == name }).value
        .entries.count
    }
    #expect(counts == [6, 2, 4, 2, 2, 1])
  }

  @Test("All 31 gradients of the diagonal flip, of which 12 are not zero and 19 are")
  func gradients() throws {
    let exercise = try CatalogueTests.catalogue().exercise("diagonal-flip-4-3-4")
    let all = try ["dW1", "db1", "dW2", "db2"].map { try exercise.value(of: $0).entries }
    #expect(all.map(\.count) == [12, 3, 12, 4])
    #expect(all.map { $0.filter { $0 != 0 }.count } == [3, 1, 4, 4])
    #expect(all.joined().count == 31)
    #expect(try exercise.value(of: "changing") == Tensor(12))
    #expect(try exercise.value(of: "staying") == Tensor(19))
  }

  @Test("The engine counts what exercise 16.5 asks for")
  func counts() throws {
    let sizes = [5, 10, 8, 3]
    let network = try Network(
      Architecture(
        sizes: sizes, activations: [.sigmoid, .sigmoid, .softmax], loss: .crossEntropy),
      parameters: (0..<175).map { Double($0 % 7) / 10 - 0.3 })
    let counted = network.multiplyAddCounts
    let exercise = try CatalogueTests.catalogue().exercise("16.5")
    for (name, count) in [
      ("parameters", network.parameterCount), ("forward", counted.forward),
      ("bp2", counted.errorBackpropagation), ("bp3", counted.weightGradients),
      ("backward", counted.backward),
    ] {
      #expect(try exercise.value(of: name) == Tensor(Double(count)), "\(name)")
    }
    #expect(counted.backward + counted.inputGradient == 308)
  }

  @Test(
    "The common other counts of 16.5 are recognised with the credit an instructor would give",
    arguments: [
      ("backward", 308, 0.5), ("backward", 104, 0.25), ("backward", 154, 0.25),
      ("backward", 279, 0.5), ("backward", 276, 0.5), ("backward", 412, 0.5),
      ("parameters", 154, 0.5), ("parameters", 180, 0.5), ("forward", 175, 0.5),
      ("forward", 308, 0.5), ("bp2", 154, 0.5),
    ])
  func otherCounts(step: String, count: Double, credit: Double) throws {
    let exercise = try CatalogueTests.catalogue().exercise("16.5")
    let found = try #require(exercise.step(named: step)?.value).mistakes.filter {
      try exercise.value(of: $0.formula.text) == Tensor(count)
    }
    #expect(found.map(\.credit) == [credit])
  }

  @Test("Eleven changing parameters are answered with the reason, and so are twenty that stay")
  func miscount() throws {
    let exercise = try CatalogueTests.catalogue().exercise("diagonal-flip-4-3-4")
    for (step, count) in [("changing", 11.0), ("staying", 20)] {
      let found = try #require(exercise.step(named: step)?.value).mistakes.filter {
        try exercise.value(of: $0.formula.text) == Tensor(count)
      }
      #expect(found.map(\.credit) == [0.5])
      #expect(found.first?.says.contains("bias of the") == true)
    }
  }
}
