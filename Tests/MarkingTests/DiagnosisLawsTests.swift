import Exercises
import Formulas
import Foundation
import LearnersSlips
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis
@testable import Grading
@testable import Marking

@Suite("Laws of diagnosis")
struct DiagnosisLawsTests {
  @Test("A right answer is never given a reason", arguments: AnsweredStep.all.indices)
  func rightAnswers(_ index: Int) throws {
    for seed in 0..<4 {
      let paper =
        seed == 0 ? AnsweredStep.all[index] : AnsweredStep.all[index].renumbered(seed: UInt64(seed))
      var marker = Marker(try Exercise.sample(paper.members))
      for typing in [Typing.decimals(4), .decimals(6), .significant(6)] {
        let answers = Corpus(typing: typing, carriesRounded: false).rightAnswers(paper)
        let steps = marker.mark(try Submission(answers: answers)).steps
        #expect(steps.allSatisfy { $0.status == .correct }, "\(paper) seed \(seed) \(typing)")
        #expect(steps.allSatisfy { $0.diagnosis == nil && $0.evidence == nil && $0.says == [] })
      }
    }
  }

  @Test("The model values of every exercise are given no reason")
  func catalogue() throws {
    for undealt in try AnsweredStep.catalogue() where undealt.choices.isEmpty {
      let exercise = undealt.dealt(to: "model")
      let marker = Marker(exercise)
      let answers = zip(exercise.valueSteps, marker.expectedValues())
        .map { "\($0.name) = \($1)" }.joined(separator: "\n")
      let feedback = try exercise.feedback(on: answers)
      #expect(
        feedback.steps.allSatisfy {
          $0.diagnosis == nil
            && ($0.points == $0.outOf || exercise.step(named: $0.name)?.value == nil)
        }, "\(exercise.id)"
      )
    }
  }

  @Test(
    "What is named gives every entry as it was typed, and not the key",
    arguments: AnsweredStep.all.indices
  )
  func reproduction(_ index: Int) throws {
    let paper = AnsweredStep.all[index].renumbered(seed: 7)
    var marker = Marker(try Exercise.sample(paper.members))
    var count = 0
    for sample in Corpus(typing: .decimals(5), carriesRounded: false).singles(of: paper) {
      let name = paper.name(sample.asked)
      let feedback = marker.mark(try Submission(answers: sample.answers))
      guard let step = feedback.step(name), let formula = step.diagnosis?.formula,
        let asked = marker.exercise.step(named: name)?.value
      else { continue }
      let typed = try Submission(answers: sample.answers).typedEntries(of: name)
      let named = try marker.value(of: formula)
      let key = marker.reference.value(of: asked.slot)
      #expect(named.entries.count == typed.count)
      for (value, entry) in zip(named.entries, typed) {
        #expect(abs(value - entry) <= 1.001e-5, "\(sample): \(formula)")
      }
      let isKey =
        named.shape == key.shape
        && zip(named.entries, key.entries).allSatisfy { asked.tolerance.accepts($0, for: $1) }
      #expect(!isKey, "\(sample): \(formula)")
      count += 1
    }
    #expect(count > 0)
  }

  @Test("Compiled edits all differ from the formula and from each other")
  func distinctEdits() throws {
    let exercises =
      try AnsweredStep.all.map { try Exercise.sample($0.members) } + AnsweredStep.catalogue()
    for exercise in exercises {
      let table = PlainEdits(exercise, SpaceTable(exercise))
      for step in exercise.valueSteps {
        let set = table.set(of: step.slot)
        #expect(
          !set.mutants.contains { $0.mutation.formula == exercise.program.formula(of: step.slot) })
        var probe = Probe(set.program)
        let prints = ([step.slot] + set.mutants.map(\.slot)).map { probe.print(of: $0) }
        for (index, print) in prints.enumerated() {
          #expect(
            !prints[..<index].contains { $0.isSame(as: print) }, "\(exercise.id) \(step.name)")
        }
      }
    }
  }

  @Test("Marking is the same whatever was marked before")
  func independence() throws {
    let paper = AnsweredStep.all[0]
    let exercise = try Exercise.sample(paper.members)
    let samples = Corpus(typing: .decimals(5), carriesRounded: true).singles(of: paper)
    var shared = Marker(exercise)
    for sample in samples.reversed() { _ = shared.mark(try Submission(answers: sample.answers)) }
    for sample in samples {
      let submission = try Submission(answers: sample.answers)
      var fresh = Marker(exercise)
      #expect(shared.mark(submission).lines == fresh.mark(submission).lines)
    }
  }
}

extension AnsweredStep {
  /// The exercises of the catalogue, but those that are answered by a program.
  static func catalogue() throws -> [Exercise] {
    let catalogue = try Catalogue(folders: [ProjectFolder.exercises], kinds: AnswerKinds.steps)
    return try catalogue.files.map { try catalogue.read(file: $0) }
      .filter { !$0.valueSteps.isEmpty }
  }
}

extension Marker {
  /// What a formula comes to on the key's values.
  fileprivate func value(of formula: String) throws -> Tensor {
    var builder = exercise.builder
    let slot = try builder.side(try Formula(formula))
    var evaluation = Evaluation(builder.build())
    evaluation.adopt(reference)
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }
}

extension Submission {
  /// The numbers that were handed in under a name.
  fileprivate func typedEntries(of name: String) throws -> [Double] {
    let answer = try #require(answers.first { $0.name == name })
    return try TypedValue.read(answer, of: self).tensor.entries
  }
}
