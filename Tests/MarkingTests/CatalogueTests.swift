import Exercises
import Formulas
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis
@testable import Marking

@Suite("The catalogue under marking")
struct CatalogueTests {
  @Test("There is a catalogue")
  func catalogue() {
    #expect(Shipped.all.count >= 15)
  }

  @Test(
    "Every model solution earns full marks and no word, but for what a person reads",
    arguments: Shipped.all)
  func models(_ shipped: Shipped) throws {
    var marker = try shipped.marker()
    let feedback = marker.mark(try shipped.model())
    // Of each line that was found it is said why it is wrong.
    let located = Set(marker.exercise.steps.filter { $0.kind.name == "locate" }.map(\.name))
    let marked = feedback.steps.filter { $0.status != .toBeRead && !located.contains($0.name) }
    #expect(
      feedback.steps.filter { located.contains($0.name) }.allSatisfy { $0.status == .correct })
    #expect(marked.map(\.line) == marked.map { "\($0.name) correct \($0.outOf)" })
    #expect(feedback.remarks.texts == [])
    #expect(feedback.notes.texts == [])
  }

  @Test(
    "One slip in a model solution costs the points of its own step only", arguments: Shipped.all)
  func slips(_ shipped: Shipped) throws {
    let perturbations = try Perturbations(shipped)
    var marker = try shipped.marker()
    for (step, answers) in perturbations.consistent {
      let feedback = marker.mark(try Submission(answers: answers))
      for verdict in perturbations.onValues(feedback) {
        if verdict.name == step {
          #expect(verdict.points < verdict.outOf, "\(step): \(verdict.line)")
        } else {
          #expect(verdict.points == verdict.outOf, "slip in \(step): \(verdict.line)")
        }
      }
    }
  }

  @Test("A step that alone is wrong leaves every other step right", arguments: Shipped.all)
  func loneSlips(_ shipped: Shipped) throws {
    let perturbations = try Perturbations(shipped)
    var marker = try shipped.marker()
    for (step, answers) in perturbations.alone {
      let feedback = marker.mark(try Submission(answers: answers))
      let verdicts = perturbations.onValues(feedback)
      let short = verdicts.filter { $0.points < $0.outOf }.map(\.name)
      #expect(short == [step])
    }
  }

  @Test(
    "No message gives the right number away, or hides a number in words", arguments: Shipped.all)
  func discretion(_ shipped: Shipped) throws {
    let perturbations = try Perturbations(shipped)
    var marker = try shipped.marker()
    for (_, answers) in perturbations.alone + perturbations.consistent + perturbations.slipsOfThePen
    {
      let feedback = marker.mark(try Submission(answers: answers))
      let keys = marker.expectedValues()
      let verdicts = perturbations.onValues(feedback)
      for (verdict, key) in zip(verdicts, keys) where verdict.status != .correct {
        let typed = try typedNumbers(verdict.name, answers)
        let told = verdict.says.texts.flatMap(\.tellingNumbers).filter { !typed.contains($0) }
        let given = told.filter { number in
          key.entries.contains { abs(abs($0) - abs(number)) <= 1e-3 * abs($0) }
        }
        #expect(given.isEmpty, "\(shipped) \(verdict.line)\n\(answers)")
        let messages = verdict.says + (verdict.evidence.map { [$0.says] } ?? [])
        #expect(messages.flatMap(\.numbersHidden) == [], "\(shipped) \(verdict.line)")
      }
    }
  }

  @Test("The wrong answers beside the exercises show each kind of edit and slip at least once")
  func showsEveryKind() throws {
    var shown: Set<String> = []
    for shipped in Shipped.all {
      var marker = try shipped.marker()
      for (format, source) in try shipped.submissions() {
        let feedback = marker.mark(try Submission(reading: source, as: format))
        shown.formUnion(feedback.steps.flatMap { $0.diagnosis?.edits ?? [] })
      }
    }
    let known = EditKind.allCases.map(\.rawValue) + Slips.all.map { $0.id }
    #expect(Set(known).subtracting(shown).sorted() == [])
  }

  /// What the student typed for a step, which may be repeated.
  private func typedNumbers(_ step: String, _ answers: String) throws -> [Double] {
    let submission = try Submission(answers: answers)
    guard let answer = submission.answers.first(where: { $0.name == step }) else { return [] }
    return try TypedValue.read(answer, of: submission).tensor.entries
  }
}

extension LocatedValue {
  fileprivate var text: String? {
    if case .string(let text) = kind { text } else { nil }
  }
}

extension String {
  /// The numbers in the text but for those in names and the small whole ones, which prove nothing.
  fileprivate var tellingNumbers: [Double] {
    replacing("−", with: "-")
      .matches(of: /(?:^|[^A-Za-z_0-9.])(-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?)/)
      .compactMap { Double($0.output.1) }
      .filter { $0 != $0.rounded() || abs($0) > 12 }
  }
}
