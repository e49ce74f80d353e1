import Answers
import Exercises
import Formulas
import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Grading
@testable import Marking
@testable import Reports

@Suite("Feedback as a page")
struct FeedbackHTMLTests {
  static func page(_ feedback: Feedback, _ exercise: Exercise) -> String {
    FeedbackHTML.text(
      of: [MarkedSubmission(feedback, exercise)], isList: false, style: TerminalStyle())
  }

  @Test("a line of a file stands by itself, with its caret")
  func listing() throws {
    var step = FeedbackTextTests.slip
    step.says = [FeedbackTextTests.listing]
    let page = Self.page(FeedbackTextTests.feedback([step]), try SampleExercise.chain())
    try PageFault.check(page)
    #expect(
      page.contains(
        """
        <p>u.swift:3:9: no</p><pre tabindex="0"><code>let z = ``&lt;q&gt;
                ^</code></pre>
        """))
  }

  @Test("what one slip explains stands first, and a right step is folded to its line")
  func folded() throws {
    let right = StepFeedback(name: "u", status: .correct, points: 0.5, outOf: 0.5, says: [])
    var feedback = FeedbackTextTests.feedback([right, FeedbackTextTests.followed])
    feedback.summary = ["One slip explains it all."]
    let page = Self.page(feedback, try SampleExercise.chain())
    try PageFault.check(page)
    #expect(
      page.contains(
        #"""
        <main>
        <p class="card summary">One slip explains it all.</p><section class="card"
        """#))
    #expect(
      page.contains(
        #"""
        id="s1-u"><details class="fold"><summary><h3><code>u</code> \#
        <span class="verdict right">✓ right</span> <span class="points">0.5 of 0.5 points</span>\#
        </h3></summary><p>the inner value <span class="soft">[forward pass]</span></p></details></li>
        """#))
  }

  @Test("the whole page of a small exercise")
  func whole() throws {
    var feedback = FeedbackTextTests.feedback([FeedbackTextTests.slip, FeedbackTextTests.followed])
    feedback.steps[0].given = .value(Tensor(3))
    let page = Self.page(feedback, try SampleExercise.chain())
    try PageFault.check(page)
    #expect(
      page.withoutStyle == #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>chain The chain rule – ada</title>
        <style></style>
        </head>
        <body>
        <header>
        <h1>chain The chain rule</h1><p class="who">ada</p></header>
        <main>
        <section class="card" aria-label="Points"><div class="score"><strong>2 of 2.5 points</strong>\#
        <div class="bar" aria-hidden="true"><i style="width:80%"></i></div></div>\#
        <ul class="tally"><li class="verdict follows">↪ 1 follows</li>\#
        <li class="verdict wrong">✗ 1 wrong</li></ul>\#
        <p>Look at <a href="#s1-u"><code>u</code></a> first.</p></section>
        <h2>Step by step</h2>
        <ol class="steps">
        <li class="card step wrong" id="s1-u"><h3><code>u</code> \#
        <span class="verdict wrong">✗ wrong</span> <span class="points">0 of 0.5 points</span></h3>\#
        <p>the inner value <span class="soft">[forward pass]</span></p>\#
        <p><span class="soft">Yours:</span> <code>3</code></p><p>Multiply first, then add.</p></li>
        <li class="card step follows" id="s1-dy_dx"><h3><code>dy_dx</code> \#
        <span class="verdict follows">↪ follows</span> <span class="points">2 of 2 points</span></h3>\#
        <p>the slope</p><p>This follows correctly from your u.</p></li>
        </ol>
        <h2>What was asked</h2>
        <details class="card"><summary>The exercise</summary><p>Two steps.</p></details>
        </main>
        </body>
        </html>

        """#)
  }

  @Test("an answer of several lines keeps them")
  func lines() throws {
    var step = FeedbackTextTests.slip
    step.given = .text("func f() {\n  a < b\n}")
    let page = Self.page(FeedbackTextTests.feedback([step]), try SampleExercise.chain())
    try PageFault.check(page)
    #expect(
      page.contains(
        "<p class=\"soft\">Yours:</p><pre tabindex=\"0\"><code>func f() {\n  a &lt; b\n}</code></pre>"
      ))
  }

  @Test("several submissions share a page, their parts told apart")
  func several() throws {
    let exercise = try SampleExercise.chain()
    let network = try NetworkPictureTests.exercise()
    let one = FeedbackTextTests.feedback([FeedbackTextTests.slip])
    let other = NetworkPictureTests.feedback([:])
    let page = FeedbackHTML.text(
      of: [
        MarkedSubmission(one, exercise), MarkedSubmission(other, network),
        MarkedSubmission(one, exercise), MarkedSubmission(other, network),
      ], isList: true, style: TerminalStyle())
    try PageFault.check(page)
    #expect(page.split(separator: "<article>").count == 5)
  }

  @Test("nothing a student wrote is markup, wherever it stands")
  func hostile() throws {
    let attack = "\"><script>alert('x')</script><img src=x onerror=y>&amp;\u{202E}\u{0}"
    let said: Message = "\(visible: attack)"
    var step = StepFeedback(
      name: attack, status: .incorrect, points: 0, outOf: 1, says: [said, said])
    step.given = .text(attack)
    step.expected = .text(attack)
    var feedback = Feedback(exercise: "chain", student: attack, steps: [step])
    feedback.notes = [said]
    feedback.remarks = [said]
    let page = Self.page(feedback, try SampleExercise.chain())
    try PageFault.check(page)
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
    #expect(page.split(separator: "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)").count > 8)
  }

  @Test("the answers to every exercise stay hidden, and are there where they are revealed")
  func discreet() throws {
    let catalogue = try Catalogue(folders: [ProjectFolder.exercises], kinds: AnswerKinds.steps)
    for file in catalogue.files {
      let exercise = try catalogue.read(file: file).dealt(to: "ada")
      guard exercise.choices.isEmpty else { continue }
      var marker = Marker(exercise)
      let answers = exercise.valueSteps.map { step in
        let value = Tensor(
          shape: exercise.program.shape(of: step.slot),
          entries: .init(repeating: 0.8317, count: exercise.program.shape(of: step.slot).count))
        return "\(step.name) = \(value)\n"
      }
      let text = "exercise: \(exercise.id)\n" + answers.joined()
      let submission = try Submission(
        reading: SourceText(name: "a.answers", text: text), as: .answers)
      let hidden = Self.page(marker.mark(submission), exercise)
      let shown = Self.page(marker.mark(submission, reveals: true), exercise)
      try PageFault.check(hidden)
      let statement = StatementText.html(exercise.statement)
      // Shares of points are numbers too, and so is what was handed in.
      let told = hidden.withoutStyle.replacing(/[\d.]+ of [\d.]+ points?/, with: "")
        .replacing("0.8317", with: "")
      for step in exercise.valueSteps {
        for entry in marker.key.value(of: step.slot).entries {
          // Short numbers are everywhere, given or by chance.
          let number = Numbers.short(abs(entry), digits: 3)
          guard number.filter(\.isNumber).drop(while: { $0 == "0" }).count >= 3 else { continue }
          #expect(
            !told.contains(number) || statement.contains(number),
            "\(exercise.id): \(step.name)")
        }
      }
      #expect(shown.contains("Expected:") && !hidden.contains("Expected:"))
    }
  }
}
