import Arguments
import Foundation
import Testing

@Suite("The manual page")
struct ManualPageTests {
  private static let page = SampleTool.answer(["--generate-manual"]) ?? ""

  @Test("it has every command, argument, option and example, as --help has")
  func isWhole() {
    let plain = Self.page.replacing("\\-", with: "-").replacing("\\(dq", with: "\"")
    for command in SampleTool.tool.commands.map({ $0.declaration }) {
      #expect(plain.contains(".SH \"marks \(command.name)\"\n"))
      for argument in command.arguments { #expect(plain.contains(argument.name)) }
      for option in command.options { #expect(plain.contains("--\(option.name)")) }
      for example in command.examples { #expect(plain.contains(".B \(example.line)\n")) }
    }
  }

  @Test("nothing of a text is taken for a request, and no line is empty")
  func isPlain() {
    #expect(
      Self.page.hasPrefix(".TH MARKS 1 \"\" \"marks 1.2.3\"\n.SH NAME\nmarks \\- Mark exercises.\n")
    )
    let requests = Set([".TH", ".SH", ".PP", ".TP", ".B", ".I", ".br"])
    for line in Self.page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    #expect(!Self.page.contains("\n\n"))
  }

  private static let groff = RealShell(name: "groff")

  @Test("groff has nothing to say against it", .enabled(if: groff.isTested))
  func isSound() throws {
    let lines = try Self.groff.lines(
      files: ["marks.1": Self.page], ["-K", "utf8", "-man", "-Tutf8", "-ww", "-z", "marks.1"])
    #expect(lines == [""])
  }
}
