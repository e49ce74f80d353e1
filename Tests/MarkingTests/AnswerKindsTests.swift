import Exercises
import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Answer kinds")
struct AnswerKindsTests {
  private static let everyExample = AnswerKinds.all.flatMap { $0.examples }

  @Test("Every example gets its verdict and words", arguments: everyExample.indices)
  func examples(_ index: Int) throws {
    let example = Self.everyExample[index]
    let exercise = try Exercise.sample("\"steps\": [ \(example.step) ]")
    let text =
      example.format == .swift
      ? example.answer : "\(exercise.steps[0].name) = \(example.answer)"
    let submission = try Submission(
      reading: SourceText(name: "ada", text: text), as: example.format)
    var marker = Marker(exercise, tools: example.tools)
    let feedback = marker.mark(submission)
    #expect(feedback.steps[0].status == example.status)
    #expect(feedback.steps[0].says.texts == example.says)
    #expect(feedback.notes.isEmpty)
  }

  @Test(
    "Every kind shows right answers and wrong ones, with their words", arguments: AnswerKinds.all)
  func bothWays(_ kind: AnswerKind) {
    let right = kind.examples.filter { [.correct, .toBeRead].contains($0.status) }
    #expect(right.count >= 2, "\(kind.name)")
    #expect(kind.examples.count - right.count >= 2, "\(kind.name)")
    let wordless = kind.examples.filter { $0.status != .correct && $0.says.isEmpty }
    #expect(wordless.isEmpty, "\(kind.name)")
  }

  @Test("A kind's examples are of the kind", arguments: AnswerKinds.all)
  func ownExamples(_ kind: AnswerKind) throws {
    for example in kind.examples {
      let exercise = try Exercise.sample("\"steps\": [ \(example.step) ]")
      #expect(exercise.steps.map(\.kind) == [kind.step])
    }
  }

  @Test("Every file of a kind is in the list of kinds")
  func registry() throws {
    let types = try ProjectFolder.types(in: "Sources/Marking/AnswerKinds", endingIn: "Kind")
    let names = types.subtracting(["AnswerKind"]).map { $0.dropLast("Kind".count).lowercased() }
    #expect(names.sorted() == AnswerKinds.all.map(\.name).sorted())
  }

  @Test("A step that no kind judges is not run, and costs nobody an unanswered step")
  func unknownKind() throws {
    let written = WrittenKind.kind.step
    let kind = StepKind(
      "essay", written.summary, keys: written.keys, schema: written.schema,
      content: written.content)
    let text = """
      { "id": "e", "title": "t", "statement": "s", "steps": [
        { "name": "w", "kind": "essay", "rubric": [{ "says": "x", "points": 1 }] }] }
      """
    let exercise = try Exercise(reading: SourceText(name: "e.json", text: text), kinds: [kind])
    var marker = Marker(exercise)
    let source = SourceText(name: "ada", text: "w = something")
    let feedback = marker.mark(try Submission(reading: source, as: .answers))
    #expect(feedback.steps.map(\.status) == [.notRun])
  }

  @Test("Kinds are told apart by name, and a step without one asks for a value")
  func names() throws {
    #expect(
      AnswerKinds.all.map { $0.name } == [
        "value", "count", "formula", "choice", "locate", "order", "match", "code", "written",
        "external",
      ])
    #expect(try Exercise.single("1").steps[0].kind.name == "value")
    #expect(try Exercise.single("1", #", "kind": "count""#).steps[0].kind.name == "count")
  }

  @Test("The keys of a kind are its own, each once", arguments: AnswerKinds.all)
  func keys(_ kind: AnswerKind) {
    let names = kind.step.keys.map(\.name)
    #expect(Set(names).count == names.count)
    if case .value = kind.marking { #expect(names.contains("formula")) }
    #expect(Set(names).isDisjoint(with: StepKeys.common.map(\.name)))
  }

  @Test("A kind states the tolerance that counts: the step's, the exercise's, or its own")
  func tolerances() throws {
    let (own, exercise) = (Tolerance.decimals(2), Tolerance.absolute(0.5))
    func tolerance(_ kind: AnswerKind, _ own: Tolerance?, _ exercise: Tolerance?) -> Tolerance? {
      if case .value(let rule) = kind.step.content { rule.tolerance(own, exercise) } else { nil }
    }
    #expect(tolerance(ValueKind.kind, own, exercise) == own)
    #expect(tolerance(ValueKind.kind, nil, exercise) == exercise)
    #expect(tolerance(ValueKind.kind, nil, nil) == .typedByHand)
    #expect(tolerance(CountKind.kind, own, exercise) == own)
    #expect(tolerance(CountKind.kind, nil, exercise) == .exact)
  }
}
