import SystemCalls
import Testing

@Suite("Lines kept in a file without a name")
struct SpoolTests {
  @Test("a spool gives its lines back and is in no folder")
  func spool() throws {
    let folder = try TemporaryFolder()
    let spool = try Spool(folder("rows"))
    let long = [UInt8](repeating: 0x78, count: 100_000)
    for line in [Array("one".utf8), [], long] { try spool.write(line + [0x0A]) }
    #expect(try folder.names == [])
    try spool.rewind()
    var lines: [[UInt8]] = []
    while let line = spool.next() { lines.append(line) }
    #expect(lines == [Array("one".utf8), [], long])
  }
}
