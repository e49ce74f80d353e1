import Foundation
import SystemCalls
import Testing

@Suite("Folders for one use")
struct TemporaryFolderTests {
  @Test("a folder is its owner's alone and goes with all that is in it")
  func comesAndGoes() throws {
    var path = ""
    do {
      let folder = try TemporaryFolder(name: "of-a-test")
      path = folder.path
      #expect(path.contains("/of-a-test."))
      try folder.write("a/b/c", "x")
      try folder.makeLink("out", to: "/usr")
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o700)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(FileManager.default.fileExists(atPath: "/usr"))
  }

  @Test("where none can be made, the system says why")
  func fault() {
    #expect(throws: SystemError(ENOENT)) { _ = try TemporaryFolder(in: "/nowhere") }
  }
}
