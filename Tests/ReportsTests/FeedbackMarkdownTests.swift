import Exercises
import Formulas
import Marking
import Reports
import Testing

@Suite("Feedback as Markdown")
struct FeedbackMarkdownTests {
  @Test("the sum, a table of the steps, and words where there are some")
  func whole() throws {
    var feedback = FeedbackTextTests.feedback([FeedbackTextTests.slip, FeedbackTextTests.followed])
    feedback.notes = ["Exercise chain has no step 'v'."]
    feedback.remarks = ["x is small."]
    feedback.steps[0].expected = .value(Tensor(5))
    #expect(
      FeedbackMarkdown.page(feedback, try SampleExercise.chain()) == #"""
        # chain The chain rule

        ada: **2 of 2.5 points**

        > **Note:** Exercise chain has no step 'v'.

        > **Remark:** x is small.

        | step | verdict | points |
        | --- | --- | ---: |
        | u | ✗ wrong | 0 of 0.5 |
        | dy\_dx | ↪ follows | 2 of 2 |

        ## u: ✗ wrong

        Multiply first, then add.

        Expected: `5`

        ## dy\_dx: ↪ follows

        This follows correctly from your u.

        """#)
  }

  @Test("a line of a file is a block of code, whatever is in it")
  func listing() throws {
    var step = FeedbackTextTests.slip
    step.says = [FeedbackTextTests.listing]
    #expect(
      FeedbackMarkdown.page(FeedbackTextTests.feedback([step]), try SampleExercise.chain())
        .hasSuffix(
          """
          ## u: ✗ wrong

          u.swift&#58;3&#58;9: no

          ```text
          let z = ``<q>
                  ^
          ```

          """))
  }

  @Test("a hostile name is a name")
  func hostile() throws {
    var feedback = FeedbackTextTests.feedback([FeedbackTextTests.slip])
    feedback.student = "# <b>\n| [x](http://a)"
    feedback.steps[0].says = ["`code` <script>"]
    let text = FeedbackMarkdown.page(feedback, try SampleExercise.chain())
    #expect(text.contains(##"\# &lt;b&gt; \| \[x\](http&#58;//a): **0 of 0.5 points**"##))
    #expect(text.contains(##"\`code\` &lt;script&gt;"##))
  }
}
