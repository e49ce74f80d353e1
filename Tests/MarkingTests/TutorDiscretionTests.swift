import Exercises
import Formulas
import LearnersSlips
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Discretion of feedback")
struct TutorDiscretionTests {
  @Test("No words and no evidence contain an expected number", arguments: AnsweredStep.all.indices)
  func discretion(_ index: Int) throws {
    let paper = AnsweredStep.all[index]
    var marker = try paper.marker()
    var random = SplitMix64(seed: UInt64(index))
    var submissions: [String] = []
    for typing in [Typing.decimals(4), .significant(5)] {
      let corpus = Corpus(typing: typing, carriesRounded: false)
      submissions += corpus.singles(of: paper).map(\.answers)
      for source in Noise.Source.allCases {
        for company in Noise.Company.allCases {
          let noise = Noise(paper: paper, source: source, company: company, typing: typing)
          submissions += paper.parts.compactMap { noise.answers(for: $0, &random) }
        }
      }
    }
    for answers in submissions {
      let submission = try Submission(answers: answers)
      for (step, mark) in zip(marker.exercise.valueSteps, marker.mark(submission).steps) {
        let key = marker.reference.value(of: step.slot)
        let typed =
          submission.answers.first { $0.name == step.name }
          .flatMap { try? TypedValue.read($0, of: submission).tensor.entries } ?? []
        for number in mark.numbersPrinted where !typed.contains(where: { abs($0) == abs(number) }) {
          #expect(
            !step.tolerance.isGivenAway(by: number, key),
            "\(step.name): \(mark.says.texts) \(mark.evidence?.says.text ?? "")")
        }
      }
    }
  }
}

extension StepFeedback {
  /// Every number that a reader of words or JSON finds, but for counts of entries and indices.
  fileprivate var numbersPrinted: [Double] {
    guard status == .incorrect || status == .partial else { return [] }
    let number = /(?:^|[^\p{L}\d_.\]\[])([−-]?\d+(?:\.\d+)?(?:e[−-]?\d+)?)/
    let words = (diagnosis == nil ? [] : says.texts) + [evidence?.says.text ?? ""]
    let found = words.flatMap { text in
      let bare = text.replacing(/\[[\d, ]*\]/, with: "").replacing("½", with: "0.5")
      return bare.matches(of: number).compactMap { match in
        Double(match.output.1.replacing("−", with: "-"))
      }
    }
    return found + [evidence?.slope].compactMap { $0 }
  }
}
