import Exercises
import Formulas
import LearnersSlips
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis
@testable import Marking

@Suite("Explanation of random answers")
struct DiagnosisNoiseTests {
  @Test("Fewer than 1 % of random wrong answers are given a reason")
  func noise() throws {
    var explained: [String: (count: Int, of: Int)] = [:]
    var random = SplitMix64(seed: 20)
    for paper in AnsweredStep.all {
      var marker = try paper.marker()
      for source in Noise.Source.allCases {
        for company in Noise.Company.allCases {
          for typing in Typing.all {
            let noise = Noise(paper: paper, source: source, company: company, typing: typing)
            for part in paper.parts {
              for _ in 0..<Environment.repetitions {
                guard let answers = noise.answers(for: part, &random) else { continue }
                let feedback = marker.mark(try Submission(answers: answers))
                guard let step = feedback.step(paper.name(part)), step.status == .incorrect else {
                  continue
                }
                let isExplained = step.diagnosis != nil && !isTrue(step, answers, marker)
                let count = marker.exercise.step(named: step.name)?.value.map {
                  marker.exercise.program.shape(of: $0.slot).count
                }
                let size =
                  count == 1 ? "1 entry" : (count ?? 0) < 4 ? "2 or 3 entries" : "4 entries or more"
                for key in [
                  "all", source.rawValue, company.rawValue, "\(typing)", size, "\(typing), \(size)",
                ] {
                  let (count, total) = explained[key] ?? (0, 0)
                  explained[key] = (count + (isExplained ? 1 : 0), total + 1)
                }
                if isExplained, Environment.showsMisses {
                  print(
                    "  FALSE", paper, source, company, typing,
                    answers.split(separator: "\n").last ?? "", step.says.texts,
                    step.diagnosis?.edits ?? [])
                }
              }
            }
          }
        }
      }
    }
    print("random answers given a reason:")
    for (key, value) in explained.sorted(by: { $0.key < $1.key }) {
      print(
        "  \(key): \((10000 * Double(value.count) / Double(value.of)).rounded() / 100) % of \(value.of)"
      )
    }
    let all = explained["all"] ?? (1, 1)
    #expect(Double(all.count) < 0.01 * Double(all.of))
  }

  /// Whether the reason is no coincidence: a value of another step that the edit names exactly.
  private func isTrue(_ step: StepFeedback, _ answers: String, _ marker: Marker) -> Bool {
    guard let text = step.diagnosis?.formula, let formula = try? Formula(text) else { return false }
    let exercise = marker.exercise
    var builder = exercise.builder
    guard let slot = try? builder.side(formula) else { return false }
    var evaluation = Evaluation(builder.build())
    evaluation.adopt(marker.reference)
    evaluation.run(slot)
    let value = evaluation.value(of: slot)
    return exercise.valueSteps.contains { other in
      let known = evaluation.value(of: other.slot)
      return other.name != step.name && known.shape.count == value.shape.count
        && zip(known.entries, value.entries).allSatisfy { abs($0 - $1) <= 1e-9 * abs($0) }
    }
  }
}
