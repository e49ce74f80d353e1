import SystemCalls
import Testing

@Suite("Files that appear when they are complete")
struct OutputFileTests {
  @Test("nothing is to be seen under the name before the end")
  func commit() throws {
    let folder = try TemporaryFolder()
    try folder.write("f", "old")
    var file = try OutputFile(folder("f"))
    try file.write("new")
    try file.write(Array(" text".utf8))
    #expect(try folder.text(of: "f") == "old")
    try file.commit()
    #expect(try folder.text(of: "f") == "new text")
  }

  @Test("a file that is given up leaves nothing behind")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    try folder.write("f", "old")
    do {
      var file = try OutputFile(folder("f"))
      try file.write(String(repeating: "x", count: 1 << 20))
      #expect(try folder.names.count == 2)
    }
    #expect(try folder.names == ["f"])
    #expect(try folder.text(of: "f") == "old")
  }

  @Test("a place that cannot be written to is said to be so")
  func fault() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "")
    let missing = #expect(throws: OutputFile.Fault.self) { _ = try OutputFile(folder("no/f")) }
    #expect(
      missing?.description
        == "\(folder("no/f")) could not be written: No such file or directory")
    let inTheWay = #expect(throws: OutputFile.Fault.self) {
      try OutputFile.makeFolder(folder("file"))
    }
    #expect(
      inTheWay?.description == "the folder \(folder("file")) could not be made: File exists")
    let onTheWay = #expect(throws: OutputFile.Fault.self) {
      try OutputFile.makeFolder(folder("file/results"))
    }
    #expect(
      onTheWay?.description
        == "the folder \(folder("file/results")) could not be made: Not a directory")
    let nameless = #expect(throws: OutputFile.Fault.self) { try OutputFile.makeFolder("") }
    #expect(nameless?.description == "the folder  could not be made: No such file or directory")
  }

  @Test("folders on the way are made, and those that are there are taken")
  func makeFolder() throws {
    let folder = try TemporaryFolder()
    try OutputFile.makeFolder(folder("a/b/c"))
    try OutputFile.makeFolder(folder("a/b/c"))
    try OutputFile.makeFolder(folder("a/d/"))
    try folder.makeLink("link", to: "a")
    try OutputFile.makeFolder(folder("link"))
    try folder.write("a/b/c/f", "x")
    #expect(try folder.names == ["a", "link"])
  }
}
