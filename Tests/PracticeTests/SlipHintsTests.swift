import Answers
import Diagnosis
import Exercises
import Formulas
import Grading
import LocatedJSON
import Marking
import Practice
import TestSupport
import Testing

@Suite("Hints to a slip")
struct SlipHintsTests {
  /// Every common slip of every step of the catalogue, handed in by itself.
  @Test("say where to look and what kind it is without a number, a formula or the right answer")
  func discretion() throws {
    let catalogue = try Catalogue(folders: [ProjectFolder.exercises], kinds: AnswerKinds.steps)
    var count = 0
    for exercise in try catalogue.files.map(catalogue.read)
    where exercise.choices.isEmpty && !exercise.hasOwnNumbers {
      var marker = Marker(exercise)
      let tutor = Tutor(exercise)
      for (step, value) in exercise.steps.compactMap({ step in step.value.map { (step, $0) } }) {
        for slip in tutor.commonSlips(in: value, on: marker.key).prefix(3) {
          let answers = "\(step.name) = \(slip.value.written { "\($0)" })"
          let marks = marker.mark(try Submission(answers: answers))
          let answer = try #require(marks.steps.first { $0.name == step.name })
          let ladder = HintLadder(step, in: exercise, after: answer)
          let isWrong = answer.status == .incorrect || answer.status == .partial
          #expect(ladder.onAnswer.isEmpty != (isWrong && answer.diagnosis != nil))
          for case .slip(let words) in ladder.onAnswer.dropLast() {
            #expect(words.numbers.isEmpty, "\(exercise.id) \(step.name): \(words)")
            #expect(!words.formulas.contains { $0.contains("(") }, "\(exercise.id): \(words)")
            count += 1
          }
        }
      }
    }
    #expect(count > 200)
  }
}
