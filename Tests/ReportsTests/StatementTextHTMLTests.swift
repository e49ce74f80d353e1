import Exercises
import Formulas
import Foundation
import TestSupport
import Testing

@testable import Grading
@testable import Marking
@testable import Reports

@Suite("Statements as HTML")
struct StatementTextHTMLTests {
  @Test(
    "each part has its element",
    arguments: [
      (
        "One *two* **three** `a<b`.",
        "<p>One <em>two</em> <strong>three</strong> <code>a&lt;b</code>.</p>"
      ),
      ("# Title", "<h3>Title</h3>"),
      ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
      ("3. a\n4. b", #"<ol start="3"><li>a</li><li>b</li></ol>"#),
      ("> said", "<blockquote><p>said</p></blockquote>"),
      ("```\nx < y\n```", #"<pre tabindex="0"><code>x &lt; y</code></pre>"#),
      ("---", "<hr/>"),
      ("a\\\nb", "<p>a<br/>b</p>"),
      ("$x$", "<p><math><mi>x</mi></math></p>"),
      (
        "so $$x$$. Then",
        #"<p>so </p><div class="wide" tabindex="0" role="group" aria-label="Formula">"#
          + #"<math display="block"><mi>x</mi><mo separator="true">.</mo></math></div><p> Then</p>"#
      ),
      (
        "| a | b |\n| --- | --: |\n| 1 | 2 |",
        #"<div class="wide" tabindex="0" role="group" aria-label="Table"><table><thead><tr>"#
          + #"<th scope="col">a</th><th scope="col" class="right">b</th></tr></thead><tbody><tr>"#
          + #"<td>1</td><td class="right">2</td></tr></tbody></table></div>"#
      ),
      ("[the book](other.html)", "<p>the book (other.html)</p>"),
      ("<b onclick='x'>&amp;</b>", "<p>&lt;b onclick=&#39;x&#39;&gt;&amp;amp;&lt;/b&gt;</p>"),
    ])
  func parts(_ markdown: String, _ html: String) {
    #expect(StatementText.html(markdown) == html)
  }

  @Test("a short text has no block around it")
  func line() {
    #expect(StatementText.htmlLine("the slope $\\delta$") == "the slope <math><mi>δ</mi></math>")
  }

  @Test("the statements of the whole catalogue are well-formed")
  func catalogue() throws {
    let catalogue = try Catalogue(folders: [ProjectFolder.exercises], kinds: AnswerKinds.steps)
    #expect(catalogue.files.count > 5)
    for file in catalogue.files {
      let exercise = try catalogue.read(file: file)
      let html = StatementText.html(exercise.statement)
      #expect(!html.contains("$"))
      #expect(html.contains("<math") == exercise.statement.contains("$"))
      try PageFault.check("<!DOCTYPE html>\n\(html)")
    }
  }
}
