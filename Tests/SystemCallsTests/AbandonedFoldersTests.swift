import Foundation
import Testing

@testable import SystemCalls

@Suite("Temporary folders of programs that were killed")
struct AbandonedFoldersTests {
  private func contents(of folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("are removed with all that is in them, and nothing else is")
  func removed() throws {
    let place = try TemporaryFolder()
    for name in ["work.abc123", "work.ABCDEF", "work.abc", "other.abc123", "workshop"] {
      try FileManager.default.createDirectory(
        atPath: "\(place.path)/\(name)/student", withIntermediateDirectories: true)
    }
    try Data("16.2".utf8).write(to: URL(fileURLWithPath: "\(place.path)/work.abc123/student/a"))
    try Data().write(to: URL(fileURLWithPath: "\(place.path)/work.file12"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(place.path)/work.link12", withDestinationPath: "\(place.path)/workshop")
    let used = try TemporaryFolder(in: place.path, name: "work")
    AbandonedFolders.remove(in: place.path, name: "work", olderThan: -60)
    #expect(
      try contents(of: place.path)
        == [
          "other.abc123", (used.path as NSString).lastPathComponent, "work.abc", "work.file12",
          "work.link12", "workshop",
        ].sorted())
    #expect(FileManager.default.fileExists(atPath: used.path))
  }

  @Test("are left alone while they are young")
  func young() throws {
    let place = try TemporaryFolder()
    let folder = "\(place.path)/work.abc123"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    AbandonedFolders.remove(in: place.path, name: "work", olderThan: 60)
    #expect(FileManager.default.fileExists(atPath: folder))
  }
}
