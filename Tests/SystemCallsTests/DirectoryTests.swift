import Foundation
import SystemCalls
import Testing

@Suite("What is in a folder")
struct DirectoryTests {
  @Test("entries are told apart without following them, and the wanted ones listed")
  func entries() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "")
    try folder.write("folder/inner", "")
    try folder.makeLink("link", to: "file")
    let directory = try Directory(Array(folder.path.utf8CString))
    let entries = try directory.entries().sorted { $0.name < $1.name }
    #expect(entries.map(\.name.text) == ["file", "folder", "link"])
    #expect(entries.map(\.kind) == [.file, .folder, .other])
    #expect(try directory.entries { $0 == "link" }.map(\.name.text) == ["link"])
    // A second look begins at the beginning.
    #expect(try directory.entries().count == 3)
  }

  @Test("a link to a folder is followed only where that is asked for")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("folder/inner", "")
    try folder.makeLink("link", to: "folder")
    let path = Array(folder("link").utf8CString)
    #expect(throws: FileFault.isNoFolder) { _ = try Directory(path) }
    #expect(try Directory(path, followsLink: true).entries().count == 1)
    #expect(throws: FileFault.isMissing) { _ = try Directory(Array(folder("no").utf8CString)) }
    #expect(throws: FileFault.isNoFolder) {
      _ = try Directory(Array(folder("folder/inner").utf8CString))
    }
  }

  @Test("a link in the place of a folder on the way is not passed through")
  func linksOnTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("class/ada/hw/f", "0123456789")
    try folder.makeLink("class/eve", to: "ada")
    try folder.makeLink("link", to: "class")
    func way(_ first: String) -> EntryName { EntryName(first).appending(EntryName("hw")) }
    // The folder that it all begins at may be one.
    for root in [folder("class"), folder("link")] {
      let file = way("ada").appending(EntryName("f"))
      #expect(try Directory(way("ada"), below: root).entries().map(\.name.text) == ["f"])
      #expect(try BoundedFile.read(file, below: root, atMost: 10).count == 10)
      #expect(file.status(below: root)?.st_size == 10)
      let other = way("eve").appending(EntryName("f"))
      #expect(throws: FileFault.isNoFolder) { _ = try Directory(way("eve"), below: root) }
      #expect(throws: FileFault.isNoFolder) { try BoundedFile.read(other, below: root, atMost: 10) }
      #expect(other.status(below: root) == nil)
    }
  }

  @Test("names of any bytes are shown, and open what they name")
  func names() {
    func name(_ bytes: [UInt8]) -> EntryName { bytes.withUnsafeBufferPointer { EntryName($0) } }
    let odd = name([0x61, 0xFF, 0xC3, 0xA9])
    #expect(odd.text == "a\\xFFé")
    #expect(odd.path.map { UInt8(bitPattern: $0) } == [0x61, 0xFF, 0xC3, 0xA9, 0])
    let way = EntryName("ada").appending(odd)
    #expect(way.text == "ada/a\\xFFé")
    #expect(way.first == "ada")
    #expect(way.last == "a\\xFFé")
    #expect(
      way.path(in: "/c").map { UInt8(bitPattern: $0) }
        == Array("/c/ada/a".utf8) + [0xFF, 0xC3, 0xA9, 0])
    // What cannot be told apart by the text is by the bytes.
    #expect(odd != EntryName("a\\xFFé"))
  }
}
