import Foundation
import SystemCalls
import Testing

@Suite("Reading files that nobody vouches for")
struct BoundedFileTests {
  private static func fault(_ path: String, atMost largest: Int = 10) -> FileFault? {
    #expect(throws: FileFault.self) { _ = try BoundedFile.read(path, atMost: largest) }
  }

  @Test("a file up to the agreed size is read whole, by its path or from an open folder")
  func whole() throws {
    let folder = try TemporaryFolder()
    try folder.write("f", "0123456789")
    try folder.write("empty", "")
    #expect(try BoundedFile.read(folder("f"), atMost: 10) == Array("0123456789".utf8))
    #expect(try BoundedFile.read(folder("empty"), atMost: 0) == [])
    let directory = try Directory(Array(folder.path.utf8CString))
    #expect(try BoundedFile.read("f", in: directory.descriptor, atMost: 10).count == 10)
  }

  @Test("whatever else lies there is named and not waited for")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try folder.write("f", "0123456789")
    try folder.makeLink("link", to: "f")
    try #require(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(Self.fault(folder("f"), atMost: 9) == .tooLarge(bytes: 10, limit: 9))
    #expect(Self.fault(folder("link")) == .isLink)
    #expect(try BoundedFile.read(folder("link"), atMost: 10, followsLink: true).count == 10)
    #expect(Self.fault(folder("pipe")) == .isSpecial)
    #expect(Self.fault(folder.path) == .isFolder)
    #expect(Self.fault(folder("no")) == .isMissing)
    #expect(Self.fault(folder("f/g")) == .isNoFolder)
  }

  @Test(
    "a file that grows while it is read is not half read",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func growing() {
    // Files of the system's own say that they are empty, and are not.
    #expect(Self.fault("/proc/self/status") == .failed("the file changed while it was read"))
  }

  @Test(
    "each fault says what is wrong, and whose it is",
    arguments: [
      (.isLink, "is a link; links are not followed", false),
      (.isFolder, "is a folder, not a file", false),
      (.isNoFolder, "is not a folder", false),
      (.isSpecial, "is a pipe or a device, not a file", false),
      (.tooLarge(bytes: 2049, limit: 2048), "has 3 kB; at most 2 kB are read", false),
      (.isMissing, "is not there", false),
      (.failed("Input/output error"), "could not be read: Input/output error", true),
    ] as [(FileFault, String, Bool)])
  func faults(_ fault: FileFault, _ words: String, _ isTheMachines: Bool) {
    #expect(fault.description == words)
    #expect(fault.isMachineFault == isTheMachines)
  }
}
