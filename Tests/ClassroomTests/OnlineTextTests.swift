@testable import Classroom
import TestSupport
import Testing

@Suite("Text typed into a page")
struct OnlineTextTests {
  @Test(
    "is the text that was typed, line by line",
    arguments: [
      ("<p>exercise: 16.2</p><p>z1 = 0.3</p>", "exercise: 16.2\nz1 = 0.3\n"),
      ("exercise: x<br>y = 1<BR />z = 2", "exercise: x\ny = 1\nz = 2"),
      ("<div dir=\"ltr\">y&nbsp;=&#32;&minus;3 &lt; &#x34;</div>", "y = \u{2212}3 < 4\n"),
      ("y = a < b & c", "y = a < b & c"),
      ("y = 1 &unknown; &#xD800; &", "y = 1 &unknown; &#xD800; &"),
      // What a page says above the answers.
      ("<title>HW 3: Ada</title><h1>HW 3</h1><p>Hello!</p><p>y = 1</p>", "y = 1\n"),
      ("<style>p{x=1}</style><script>a = '</p>'</script>y = 2<!-- b -->", "y = 2"),
      ("<script>y = 1", ""),
      ("<p>See the file.</p>", "See the file.\n"), ("y = 1<", "y = 1<"), ("", ""),
    ])
  func plain(_ page: String, _ text: String) {
    #expect(String(decoding: OnlineText.plain(Array(page.utf8)), as: UTF8.self) == text)
  }

  @Test(
    "a page of nothing but signs is gone through at once", .timeLimit(.minutes(1)),
    arguments: ["<", "&", "<a", "&#", "<!", "</p"])
  func signs(_ sign: String) {
    let page = Array(String(repeating: sign, count: (1 << 17) / sign.utf8.count).utf8)
    #expect(OnlineText.plain(page).count <= page.count)
  }

  @Test("is marked where it names its exercise, and is looked at where it does not")
  func marked() throws {
    let (folder, output) = (try TestFolder(), try TestFolder())
    try folder.write(
      "ada/onlinetext.html", "<p>exercise: double</p><p>y = 6</p>")
    try folder.write("bob/onlinetext.html", "<p>y = 6</p>")
    let records = try folder.mark(into: output).records
    #expect(records.map(\.points) == [1, 0])
    #expect(
      records.map(\.status) == [
        "ok", "onlinetext.html does not say which exercise it answers",
      ])
  }
}
