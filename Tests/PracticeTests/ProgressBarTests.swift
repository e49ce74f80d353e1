import Practice
import Reports
import Testing

@Suite struct ProgressBarTests {
  @Test(
    "The bar fills the line, with an arrow where the work goes on",
    arguments: [
      (0, 5, 30, "Progress: [>-------------] 0/5"),
      (2, 5, 30, "Progress: [#####>--------] 2/5"),
      (4, 5, 30, "Progress: [###########>--] 4/5"),
      (5, 5, 30, "Progress: [##############] 5/5"),
      (3, 16, 40, "Progress: [####>------------------] 3/16"),
      (3, 16, 18, "Progress: 3/16"),
      (0, 0, 40, "Progress: 0/0"),
    ])
  func bars(done: Int, total: Int, width: Int, line: String) {
    #expect(ProgressBar(done, of: total, style: TerminalStyle(width: width)).line == line)
  }

  @Test("Colours change nothing but colours")
  func colours() {
    let style = TerminalStyle(isColoured: true, width: 30)
    #expect(
      ProgressBar(2, of: 5, style: style).line
        == "Progress: [\u{1B}[32m#####>\u{1B}[0m\u{1B}[2m--------\u{1B}[0m] 2/5")
    #expect(
      ProgressBar(5, of: 5, style: style).line
        == "Progress: [\u{1B}[32m##############\u{1B}[0m] 5/5")
  }
}
