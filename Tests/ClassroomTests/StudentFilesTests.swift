import Foundation
import Gradebooks
import TestSupport
import Testing

@testable import Classroom

@Suite("The files of a student")
struct StudentFilesTests {
  @Test("a link that takes the place of a folder once it is listed leads to nobody else's work")
  func swapped() throws {
    let folder = try TestFolder()
    // So much of it that it is read when it is marked.
    let long = "y = 5\n" + String(repeating: "\n", count: 600_000)
    try folder.write("ada/hw/double.answers", long)
    try folder.write("bob/hw/double.answers", "y = 6")
    let student = try #require(try ClassFolder(path: folder.path).students.first)
    let files = StudentFiles(student, in: folder.path, isHashed: false).groups.flatMap(\.files)
    #expect(try files.map { try $0.read().count } == [long.utf8.count])
    try FileManager.default.removeItem(atPath: folder("ada"))
    try folder.makeLink("ada", to: "bob")
    #expect(files.count == 1 && files.allSatisfy { (try? $0.read()) == nil })
    #expect(
      StudentFiles(student, in: folder.path, isHashed: false).groups.flatMap(\.files).isEmpty)
  }
}
