import Exercises
import LocatedJSON
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
    #expect(feedback.steps[0].says == example.says)
    #expect(feedback.notes.isEmpty)
  }

  @Test("Every kind shows a right answer and at least two that are not", arguments: AnswerKinds.all)
  func bothWays(_ kind: any MarkedKind.Type) {
    let right = kind.examples.filter { [.correct, .toBeRead].contains($0.status) }
    #expect(right.count >= 2, "\(kind.name)")
    #expect(kind.examples.count - right.count >= 2, "\(kind.name)")
    let wordless = kind.examples.filter { $0.status != .correct && $0.says.isEmpty }
    #expect(wordless.isEmpty, "\(kind.name)")
  }

  @Test("Kinds are told apart by name, and a step without one asks for a value")
  func names() throws {
    #expect(
      AnswerKinds.all.map { $0.name } == [
        "value", "count", "formula", "choice", "code", "written", "external",
      ])
    #expect(try Exercise.single("1").steps[0].kind.name == "value")
    #expect(try Exercise.single("1", #", "kind": "count""#).steps[0].kind.name == "count")
  }

  @Test("The keys of a kind are its own, each once", arguments: AnswerKinds.all)
  func keys(_ kind: any MarkedKind.Type) {
    let names = kind.keys.map(\.name)
    #expect(Set(names).count == names.count)
    if kind is any ReadKind.Type { #expect(names.contains("formula")) }
    #expect(Set(names).isDisjoint(with: StepKeys.common.map(\.name)))
  }

  @Test("A kind states the tolerance that counts: the step's, the exercise's, or its own")
  func tolerances() {
    let (own, exercise) = (Tolerance.decimals(2), Tolerance.absolute(0.5))
    #expect(ValueKind.tolerance(own: own, exercise: exercise) == own)
    #expect(ValueKind.tolerance(own: nil, exercise: exercise) == exercise)
    #expect(ValueKind.tolerance(own: nil, exercise: nil) == .typedByHand)
    #expect(CountKind.tolerance(own: own, exercise: exercise) == own)
    #expect(CountKind.tolerance(own: nil, exercise: exercise) == .exact)
  }
}
