import Foundation
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Exercises

/// The JSON Schema that editors check exercise files with.
@Suite("The schema of exercise files")
struct ExerciseSchemaTests {
  private let schema = ExerciseSchema(kinds: AnswerKinds.steps)

  @Test("It has every key the reader knows, and no other")
  func keysAgree() {
    let inSchema = Set(schema.definitions.flatMap(\.node.keyLists).map { Set($0.map(\.name)) })
    let inReader = Set(
      [
        ExerciseKeys.all, ChoiceKeys.all, CheckKeys.all, RemarkKeys.all, NetworkKeys.all,
        AlternativeKeys.all, RandomKeys.outer, RandomKeys.all, HelperKeys.all,
        PassageKeys.all,
        ToleranceKeys.all, [ToleranceKeys.absolute, ToleranceKeys.relative],
      ].map { Set($0.map(\.name)) }
        + AnswerKinds.steps.map { kind in Set((StepKeys.common + kind.keys).map(\.name)) }
        + AnswerKinds.steps.flatMap { $0.innerKeys }.map { Set($0.map(\.name)) })
    #expect(inSchema == inReader)
  }

  @Test("What stands under a key of a kind's own is said by the kind", arguments: AnswerKinds.steps)
  func ownKeys(_ kind: StepKind) {
    let common = [
      StepKeys.formula, StepKeys.tolerance, StepKeys.mistakes, StepKeys.also, StepKeys.ways,
      StepKeys.partial,
    ]
    for key in kind.keys where !common.contains(key) {
      #expect(kind.schema(key) != nil, "\(kind.name): \(key.name)")
    }
  }

  @Test("Every key has a description")
  func descriptions() {
    for (name, node) in schema.definitions {
      for key in node.keyLists.joined() { #expect(!key.summary.isEmpty, "\(name): \(key.name)") }
    }
  }

  @Test("The file beside the exercises is the one made from the reader's keys")
  func fileIsCurrent() throws {
    let text = try ProjectFolder.text(of: "exercises/exercise.schema.json")
    #expect(
      text == schema.text, "write it anew with: backmark check --schema > exercise.schema.json")
  }

  @Test("It is sound JSON")
  func isJSON() throws {
    _ = try JSONText.parse(SourceText(name: "schema", text: schema.text))
  }
}
