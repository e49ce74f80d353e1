import Exercises
import Foundation
import Grading
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("Headers of exercises")
struct ExerciseHeaderTests {
  @Test("a header says of every exercise of the catalogue what the whole file says")
  func agreement() throws {
    let catalogue = try CatalogueTests.catalogue()
    let headers = try catalogue.headers.map { try $0.get() }
    let exercises = try catalogue.exercises.map { try $0.get() }
    #expect(headers.map(\.id) == exercises.map(\.id))
    #expect(headers.map(\.title) == exercises.map(\.title))
    #expect(headers.map(\.origin) == exercises.map(\.origin))
    #expect(headers.map(\.place) == exercises.map(\.place))
    #expect(headers.map(\.stepCount) == exercises.map(\.steps.count))
    #expect(headers.map(\.outOf) == exercises.map(\.outOf))
  }

  @Test("no exercise of the catalogue, repeated steps and gaps among them, is read whole for it")
  func isEnough() throws {
    for file in try CatalogueTests.catalogue().files {
      let source = SourceText(name: file, bytes: Array(try Data(contentsOf: URL(filePath: file))))
      let root = try JSONText.parse(source)
      #expect(ExerciseHeader(of: root, in: source, kinds: AnswerKinds.steps) != nil, "\(file)")
    }
  }

  @Test("formulas are not looked at: what is wrong with them is for check to say")
  func formulas() throws {
    let headers = try headers(
      of: #"""
        { "id": "a", "title": "A", "statement": "Say.", "steps": [
          { "name": "u", "formula": "1 +", "points": 2 }, { "name": "v", "formula": "w" },
          { "name": "why", "kind": "written",
            "rubric": [{ "says": "x", "points": 2 }, { "says": "y", "points": 0.5 }] } ] }
        """#)
    let header = try #require(headers.first).get()
    #expect(header.id == "a")
    #expect(header.origin == nil)
    #expect(header.stepCount == 3)
    #expect(header.outOf == 5.5)
  }

  @Test(
    "what is wrong with the header is said as ever",
    arguments: [
      (#""titel": "A", "statement": "Say.", "steps": [{ "name": "u", "formula": "1" }]"#, 2),
      (#""title": "A", "statement": "Say.", "steps": []"#, 1),
      (#""title": "A", "statement": 1, "steps": [{ "name": "u", "formula": "1" }]"#, 1),
      (
        #""title": "A", "statement": "", "steps": [{ "name": "u", "formula": "+", "points": -1 }]"#,
        2
      ),
      (#""title": "A", "statement": "", "steps": [{ "name": "u", "kind": "valeu" }]"#, 1),
      (#""title": "A", "statement": "", "level": 1.5, "steps": [{ "name": "u" }]"#, 2),
      (#""title": "A", "statement": "", "needs": [1], "steps": [{ "name": "u" }]"#, 2),
      (#""title": "A", "statement": "", "source": null, "steps": [{ "name": "u" }]"#, 2),
    ])
  func faults(members: String, count: Int) throws {
    let headers = try headers(of: #"{ "id": "a", \#(members) }"#)
    let fault = #expect(throws: Catalogue.Fault.self) { try headers.first?.get() }
    guard case .broken(let problems) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(problems.list.count == count, "\(problems)")
  }

  private func headers(of text: String) throws -> [Result<ExerciseHeader, Catalogue.Fault>] {
    let folder = try TestFolder(["a.json": text])
    return withExtendedLifetime(folder) {
      Catalogue(files: [folder("a.json")], kinds: AnswerKinds.steps).headers
    }
  }
}
