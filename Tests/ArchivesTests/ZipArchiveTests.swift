import Testing

@testable import Archives

@Suite("Archives")
struct ZipArchiveTests {
  @Test("what was written is read back, entry by entry")
  func roundTrip() throws {
    var writer = ZipWriter()
    let files = [("ada/16.2.answers", Array("y = 6".utf8)), ("Zoë.json", []), ("b", [0, 255, 10])]
    var bytes: [UInt8] = []
    for (name, contents) in files {
      let entry = writer.entry(name, contents)
      bytes += try #require(entry)
    }
    bytes += writer.directory
    let archive = try ZipArchive(ZipSource(bytes: bytes))
    #expect(archive.size == UInt64(bytes.count))
    var found: [(String, [UInt8])] = []
    try archive.forEach { entry throws(ZipFault) in
      #expect(!entry.isGuessed && !entry.isFolder && !entry.isSpecial && !entry.isEncrypted)
      found.append((entry.name, try archive.contents(of: entry)))
    }
    #expect(found.map(\.0) == files.map(\.0))
    #expect(found.map(\.1) == files.map(\.1))
  }

  @Test("an archive of which anything is missing is none")
  func truncated() throws {
    var writer = ZipWriter()
    let entry = writer.entry("a", [1, 2, 3])
    let bytes = try #require(entry) + writer.directory
    for count in bytes.indices {
      #expect(throws: ZipFault.self) { try ZipArchive(ZipSource(bytes: Array(bytes[..<count]))) }
    }
  }

  @Test("what a source cannot give is what the archive says")
  func source() {
    let source = ZipSource(size: 100) { (_, _) throws(ZipFault) in throw .failed("no disk") }
    #expect(throws: ZipFault.failed("no disk")) { try ZipArchive(source) }
  }
}
