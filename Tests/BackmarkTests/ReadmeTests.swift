import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  /// The blocks of one language.
  private static func blocks(
    _ language: String, of file: String = "README.md"
  ) throws -> [String] {
    let text = try ProjectFolder.text(of: file)
    return text.matches(of: /(?s)\n```(\w+)\n(.*?)\n```/)
      .filter { $0.output.1 == language }.map { String($0.output.2) }
  }

  /// A command of a transcript, and what follows it.
  private static func steps(_ transcript: String) -> [(command: String, output: String)] {
    var steps: [(command: String, output: String)] = []
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        steps.append((String(line.dropFirst(2)), ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    return steps
  }

  /// The README and the pages it leads to.
  private static let pages = [
    "README.md", "Documentation/students.md", "Documentation/coming-from-numpy.md",
    "Documentation/instructors.md",
    "Documentation/authors.md", "Documentation/security.md", "Documentation/marking.md",
    "Documentation/formats.md", "Documentation/measured.md", "Documentation/limits.md",
    "Documentation/troubleshooting.md",
  ]

  @Test("every transcript is what the program prints, byte for byte", arguments: pages)
  func transcripts(page: String) throws {
    let workplace = try Workplace([:])
    for name in ["exercises", "solutions"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(workplace.path)/\(name)", withDestinationPath: "\(ProjectFolder.path)/\(name)")
    }
    // What a page writes is what it checks and grades.
    for example in try Self.blocks("json", of: page) {
      guard let id = example.firstMatch(of: /^\{\n  "id": "(\w+)"/)?.output.1 else { continue }
      try workplace.write("my-exercises/\(id).json", example)
    }
    for example in try Self.blocks("json", of: page) where example.contains(#""perDay""#) {
      try workplace.write("homework-3.json", example)
    }
    for example in try Self.blocks("text", of: page) + Self.blocks("swift", of: page) {
      guard let head = example.firstMatch(of: /^(\/\/ )?exercise: (\S+)/)?.output else { continue }
      try workplace.write("\(head.2).\(head.1 == nil ? "answers" : "swift")", example + "\n")
    }
    let backmark = Backmark(workplace: workplace)
    for step in try Self.blocks("console", of: page).flatMap(Self.steps) {
      if step.command.contains(".swift"), !SwiftAnswersTests.areRun { continue }
      // The tests are built already; building anew would take the place of what is tested.
      let command = step.command.replacing("swift run -c release backmark", with: "backmark")
      let outcome = try backmark.shell("exec 2>&1; \(command)")
      #expect(outcome.output == step.output, "\(step.command)")
    }
  }

  @Test("the README is a quick read, leads to every page, and has transcripts")
  func readMe() throws {
    let text = try ProjectFolder.text(of: "README.md")
    #expect(text.split(whereSeparator: \.isWhitespace).count <= 1500)
    for page in Self.pages.dropFirst() { #expect(text.contains("](\(page))"), "\(page)") }
    #expect(try Self.blocks("console").count >= 4)
    let inFolder = try FileManager.default.contentsOfDirectory(
      atPath: "\(ProjectFolder.path)/Documentation"
    ).filter { $0.hasSuffix(".md") }
    #expect(Set(inFolder.map { "Documentation/\($0)" }).isSubset(of: Self.pages))
  }

  @Test("no link leads to a file or a heading that is not there", arguments: pages)
  func links(page: String) throws {
    let text = try ProjectFolder.text(of: page)
    let folder = page.contains("/") ? "\(ProjectFolder.path)/Documentation" : ProjectFolder.path
    let targets = text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map { String($0.output.1) }
    for target in targets where !target.contains("://") {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(target)"), "\(target)")
    }
  }

  @Test("what NumPy's expressions become compiles", .enabled(if: SwiftAnswersTests.areRun))
  func numPy() throws {
    let page = try ProjectFolder.text(of: "Documentation/coming-from-numpy.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let spans = rows.flatMap { row in
      row.split(separator: "|", maxSplits: 1).last?.split(separator: "|").last?
        .matches(of: /`([^`]+)`/).map { String($0.output.1) } ?? []
    }
    let expressions = spans.filter { !$0.contains(/^(import|let|var|return)|^[a-z]+$|^\^$|…/) }
    #expect(expressions.count > 15)
    let workplace = try Workplace([
      "all.swift": """
      import Foundation
      func all(
        _ z: [Double], _ a: [Double], _ g: [Double], _ y: [Double], _ d: [Double], _ W: [[Double]],
        _ w: [Double], _ x: [Double], _ b: [Double], _ u: Double, _ n: Int, _ m: Int, _ c: Bool
      ) {
        \(expressions.map { "_ = \($0)" }.joined(separator: "\n  "))
      }
      """
    ])
    let outcome = try Backmark(workplace: workplace).shell("swiftc -typecheck all.swift 2>&1")
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test("the messages of the troubleshooting page are the program's own")
  func messages() throws {
    let page = try ProjectFolder.text(of: "Documentation/troubleshooting.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count > 12)
    let sources = try ProjectFolder.sources().map {
      // A long string goes on in the next line.
      $0.replacing(/\\\n\s*/, with: "")
    }
    for row in rows {
      let message = row.dropFirst(3).prefix { $0 != "`" }
      for piece in message.split(separator: "…") where piece.filter(\.isLetter).count > 5 {
        let words = piece.trimmingCharacters(in: CharacterSet(charactersIn: " ;:?"))
        #expect(sources.contains { $0.contains(words) }, "\(words)")
      }
    }
  }

  @Test("the guide's exercises are sound, and leave nothing to be wished for")
  func guide() throws {
    let workplace = try Workplace([:])
    let examples = try Self.blocks("json", of: "exercises/README.md")
      .filter { $0.contains(#""steps": ["#) }
    #expect(examples.count == 8)
    for (number, example) in examples.enumerated() {
      try workplace.write("exercises/\(number).json", example)
    }
    let outcome = try Backmark(workplace: workplace)("check", "--format", "json")
    #expect(outcome == .init(output: "[]\n"))
    for kind in [
      "count", "formula", "choice", "locate", "order", "match", "blanks", "written",
      "external", "code",
    ] {
      #expect(examples.joined().contains(#""kind": "\#(kind)""#))
    }
  }

  @Test("the guide's transcripts are what the program prints, byte for byte")
  func guideTranscripts() throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    let transcripts = try Self.blocks("console", of: "exercises/README.md")
    #expect(transcripts.count == 3)
    for step in transcripts.flatMap(Self.steps) {
      let outcome = try backmark.shell("exec 2>&1; \(step.command)")
      #expect(outcome.output == step.output, "\(step.command)")
    }
  }

  @Test("the way from an exam question works as it is told, file by file and command by command")
  func examQuestion() throws {
    let text = try ProjectFolder.text(of: "exercises/FROM-AN-EXAM-QUESTION.md")
    let backmark = Backmark(workplace: try Workplace([:]))
    var commands = 0
    // A block is a transcript, or the file that the line before it names.
    for match in text.matches(of: /(?s)(?:\n`([^`\n]+)`:\n)?\n```(\w+)\n(.*?)\n```/) {
      let block = String(match.output.3)
      if let file = match.output.1 {
        try backmark.workplace.write(String(file), block + "\n")
        continue
      }
      #expect(match.output.2 == "console")
      for step in Self.steps(block) {
        let outcome = try backmark.shell("exec 2>&1; \(step.command)")
        #expect(outcome.output == step.output, "\(step.command)")
        commands += 1
      }
    }
    #expect(commands >= 10)
  }

  @Test("the commands that set everything up stand on the first screen")
  func setUp() throws {
    let text = try ProjectFolder.text(of: "README.md")
    let screen = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(50)
    #expect(
      screen.contains("swift run -c release backmark class solutions/sample-class --out results"))
    #expect(screen.contains("swift test"))
  }
}
