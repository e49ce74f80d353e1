import Answers
import Backpropagation
import Diagnosis
import Formulas
import Foundation
import Grading
import Numerics
import TestSupport
import Testing

@testable import Reports
@testable import Authoring
@testable import FunctionMarking
@testable import Exercises
@testable import LocatedJSON
@testable import Marking

@Suite("Catalogue")
struct CatalogueTests {
  static let folder = ProjectFolder.exercises

  /// Every exercise of the catalogue.
  static let ids = ((try? catalogue())?.ids ?? []).sorted()

  /// Steps of exercises with a network that are neither its values nor declared gradients.
  static let ownSteps: Set = [
    "pathA", "pathB", "dw11",  // worked-3-2-2-1
    "changing", "staying",  // diagonal-flip-4-3-4
    "shrink", "bound", "layers",  // gradient-flow
    "growth", "silent_layers", "learners", "silent_layers_output",  // relu-flow
    "silent", "dead", "zero_weights", "gap2", "gap4", "revived", "delta2_raised",  // dead-neurons
  ]

  static func catalogue() throws -> Catalogue {
    try Catalogue(folders: [folder], kinds: AnswerKinds.steps)
  }

  @Test("The folder holds the exercises that are tested here, each in the file of its name")
  func completeness() throws {
    let catalogue = try Self.catalogue()
    #expect(Set(catalogue.files.map(\.fileName)) == Set(Self.ids.map { $0 + ".json" }))
    #expect(Self.ids.count >= 30)
  }

  @Test("Every exercise has its place in the course, after those that it needs")
  func course() throws {
    let headers = try Self.catalogue().headers.map { try $0.get() }
    var before: Set<String> = []
    for exercise in CourseOrder(headers).exercises {
      let place = exercise.place
      #expect(CourseOrder.topics.contains(place.topic ?? ""), "\(exercise.id)")
      #expect(place.level != nil && place.minutes != nil, "\(exercise.id)")
      #expect(before.isSuperset(of: place.needs), "\(exercise.id) needs \(place.needs)")
      before.insert(exercise.id)
    }
    #expect(before.count == headers.count)
  }

  @Test("a folder that is named twice, in whatever way, counts once")
  func sameFolder() throws {
    let folders = [Self.folder, Self.folder + "/", Self.folder + "/../exercises"]
    let catalogue = try Catalogue(folders: folders, kinds: AnswerKinds.steps)
    #expect(catalogue.files == (try Self.catalogue()).files)
  }

  @Test("Every exercise is sound", arguments: ids)
  func soundness(id: String) throws {
    let exercise = try Self.catalogue().exercise(id)
    let verification = Verification(exercise)
    #expect(verification.problems.map(\.description) == [])
    for row in verification.rows where exercise.network != nil {
      let isOwn = Self.ownSteps.contains(row.step)
      #expect(row.agreements.isEmpty == isOwn, "\(row.step)")
    }
  }

  @Test("Every exercise says all there is to say to a student", arguments: ids)
  func texts(id: String) throws {
    let exercise = try Self.catalogue().exercise(id)
    #expect(exercise.id == id)
    #expect(!exercise.title.isEmpty)
    #expect(exercise.origin?.isEmpty == false)
    let asksForProgram = exercise.steps.allSatisfy(\.isAnsweredInSwift)
    #expect(exercise.statement.contains(asksForProgram ? "**What to hand in" : "**What to type"))
    if asksForProgram { #expect(exercise.statement.contains("`\(id).swift`")) }
    #expect(exercise.outOf > 0)
    #expect(Set(exercise.steps.map(\.name)).count == exercise.steps.count)
    for step in exercise.steps {
      #expect(!step.text.isEmpty, "\(step.name)")
      #expect(step.points > 0, "\(step.name)")
      #expect(step.hints.count >= 2, "\(step.name)")
      #expect(!step.hints.contains(""), "\(step.name)")
      #expect(
        step.isAnsweredInSwift || exercise.statement.contains("`\(step.name)`"),
        "the statement does not name \(step.name)")
    }
    for step in exercise.valueSteps {
      for alternative in step.mistakes + step.also {
        #expect(alternative.says.last.map { ".?".contains($0) } == true, "\(alternative.says)")
      }
    }
    for choice in exercise.choices {
      #expect(!choice.text.isEmpty)
    }
  }

  @Test("No hint gives the answer away", arguments: ids)
  func hints(id: String) throws {
    let exercise = try Self.catalogue().exercise(id)
    guard exercise.choices.isEmpty else { return }
    for step in exercise.steps {
      guard let asked = step.value else { continue }
      let key = try exercise.value(of: step.name)
      for hint in step.hints {
        for number in hint.matches(of: /[-−]?\d+\.\d+/).map({ String($0.output) }) {
          let value = try #require(Double(number.replacing("−", with: "-")))
          #expect(!key.entries.contains { asked.tolerance.accepts(value, for: $0) }, "\(hint)")
        }
      }
    }
  }

  @Test("An id that is not there is answered with the nearest")
  func unknown() throws {
    let fault = #expect(throws: Catalogue.Fault.self) { try Self.catalogue().exercise("16.9") }
    #expect(fault?.sentence.contains(" in \(Self.folder); did you mean '16.1'?\n  16.1 ") == true)
    let far = #expect(throws: Catalogue.Fault.self) { try Self.catalogue().exercise("quaternions") }
    let sentence = try #require(far?.sentence)
    #expect(sentence.contains("; the nearest of the \(Self.ids.count) are:\n"))
    #expect(sentence.split(separator: "\n").count == 4)
  }

  @Test("A folder that is not there")
  func missingFolder() {
    let fault = #expect(throws: Catalogue.Fault.self) {
      try Catalogue(folders: [Self.folder, "/no/such/folder"], kinds: AnswerKinds.steps)
    }
    #expect(fault == .noFolder("/no/such/folder"))
  }

  @Test("A folder's files are the exercises in it, not the schema or what is hidden")
  func files() throws {
    try inFolder([
      "b.json": "", "a.json": "", "exercise.schema.json": "{}", ".hidden.json": "", "notes.md": "",
    ]) { folder in
      let catalogue = try Catalogue(folders: [folder], kinds: AnswerKinds.steps)
      #expect(catalogue.files.map(\.fileName) == ["a.json", "b.json"])
    }
  }

  @Test("An exercise is found in a file of another name, and beside broken ones")
  func otherNames() throws {
    let text = { (id: String) in
      """
      { "id": "\(id)", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1" }] }
      """
    }
    try inFolder(["one.json": text("two"), "two.json": text("one"), "broken.json": "{"]) { folder in
      let catalogue = try Catalogue(folders: [folder], kinds: AnswerKinds.steps)
      #expect(try catalogue.exercise("two").source.name == folder + "/one.json")
      #expect(try catalogue.exercise("one").source.name == folder + "/two.json")
      #expect(catalogue.ids == ["broken", "two", "one"])
      let fault = #expect(throws: Catalogue.Fault.self) { try catalogue.exercise("broken") }
      guard case .broken(let problems) = fault else {
        Issue.record("\(String(describing: fault))")
        return
      }
      #expect(
        problems.list.map(\.message) == [
          "expected a key in double quotes, found the end of the text"
        ])
    }
  }

  @Test("A file larger than 16 MB is not read")
  func tooLarge() throws {
    try inFolder(["large.json": String(repeating: " ", count: 16 << 20 | 1)]) { folder in
      let catalogue = try Catalogue(folders: [folder], kinds: AnswerKinds.steps)
      let file = folder + "/large.json"
      let fault = #expect(throws: Catalogue.Fault.self) { try catalogue.read(file: file) }
      #expect(fault == .unreadable(file: file, reason: "it is larger than 16 MB"))
    }
  }

  @Test("What is no file is not waited for, and a link to a file is followed")
  func unreadable() throws {
    let folder = try TestFolder(["a.json": "{}"])
    try folder.makePipe("pipe.json")
    try folder.makeLink("link.json", to: "a.json")
    try folder.makeFolder("folder.json")
    let catalogue = try Catalogue(folders: [folder.path], kinds: AnswerKinds.steps)
    for (name, reason) in [
      ("pipe.json", "it is a pipe or a device, not a file"),
      ("folder.json", "it is a folder, not a file"), ("none.json", "it is not there"),
    ] {
      let file = folder(name)
      let fault = #expect(throws: Catalogue.Fault.self) { try catalogue.source(of: file) }
      #expect(fault == .unreadable(file: file, reason: reason))
    }
    #expect(try catalogue.source(of: folder("link.json")).bytes == Array("{}".utf8))
  }

  private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = try TestFolder(files)
    try withExtendedLifetime(folder) { try body(folder.path) }
  }
}
