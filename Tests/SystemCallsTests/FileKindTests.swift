import SystemCalls
import Testing

@Suite("What there is at a path")
struct FileKindTests {
  @Test("files, folders and devices are told apart, also behind links")
  func kinds() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/f", "text")
    try folder.makeLink("to-f", to: "d/f")
    try folder.makeLink("to-d", to: "d")
    try folder.makeLink("to-nothing", to: "none")
    let kinds = ["d/f", "to-f", "d", "to-d", "to-nothing", "none"].map { FileKind(of: folder($0)) }
    #expect(kinds == [.regular, .regular, .folder, .folder, .missing, .missing])
    #expect(FileKind(of: "/dev/null") == .special)
  }
}
