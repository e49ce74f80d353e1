import Foundation
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

  @Test("a folder is no place for a file, and is left as it is")
  func folder() throws {
    let folder = try TemporaryFolder()
    try OutputFile.makeFolder(folder("d"))
    let fault = #expect(throws: OutputFile.Fault.self) { _ = try OutputFile(folder("d")) }
    #expect(fault?.description == "\(folder("d")) could not be written: it is a folder")
    #expect(try folder.names == ["d"])
  }

  @Test("a device gets what is written, and is not replaced")
  func device() throws {
    var full = try OutputFile("/dev/full")
    try full.write("text")
    let fault = #expect(throws: OutputFile.Fault.self) { try full.commit() }
    #expect(fault?.description == "/dev/full could not be written: No space left on device")
    var null = try OutputFile("/dev/null")
    try null.write("text")
    try null.commit()
    #expect(FileKind(of: "/dev/full") == .special && FileKind(of: "/dev/null") == .special)
    // What a shell has led a stream into is behind its link.
    let folder = try TemporaryFolder()
    try folder.write("f", "first ")
    let open = try #require(FileHandle(forWritingAtPath: folder("f")))
    var stream = try OutputFile("/dev/fd/\(open.fileDescriptor)")
    try stream.write("second")
    try stream.commit()
    #expect(try folder.text(of: "f") == "first second")
    #expect(try folder.names == ["f"])
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
