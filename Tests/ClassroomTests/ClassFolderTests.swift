import Classroom
import SystemCalls
import TestSupport
import Testing

@Suite("The students of a class folder")
struct ClassFolderTests {
  @Test("students are the folders and files, sorted, without what systems leave behind")
  func students() throws {
    let folder = try TestFolder()
    for name in ["b.answers", "a/x", "c.d.json", "B/x", "a.json", "10/x", "9.json"] {
      try folder.write(name, "")
    }
    for name in [".DS_Store", "__MACOSX/x", "Thumbs.db", "desktop.ini", "~$c.json", "._a.json"] {
      try folder.write(name, "")
    }
    let read = try ClassFolder(path: folder.path)
    #expect(read.students.map(\.id) == ["10", "9", "B", "a", "b", "c.d"])
    #expect(read.ignored == 6)
  }

  @Test("the folder for the results is no student, however it is named")
  func results() throws {
    let folder = try TestFolder()
    try folder.makeFolder("ada")
    try folder.makeFolder("results")
    try folder.makeLink("link", to: "results")
    for path in ["results", "ada/../results", "./results/", "link"] {
      let students = try ClassFolder(path: folder.path, results: folder(path)).students.map(\.id)
      #expect(students == ["ada", "link"])
    }
    let elsewhere = try TestFolder()
    try elsewhere.makeFolder("ada")
    let students = try ClassFolder(path: folder.path, results: elsewhere("ada")).students.map(\.id)
    #expect(students == ["ada", "link", "results"])
    #expect(FolderPath.isSame(folder.path, folder("ada/..")))
    #expect(!FolderPath.isSame(folder.path, folder("ada")))
    #expect(!FolderPath.isSame(folder("missing"), folder("missing")))
  }

  @Test("the results of an earlier run are no student, and it is said")
  func earlierResults() throws {
    let folder = try TestFolder()
    try folder.write("ada/double.answers", "y = 6")
    for name in ["gradebook.csv", "results.jsonl", "class.html"] {
      try folder.write("old/\(name)", "")
    }
    // What one of them is called proves nothing.
    try folder.write("bob/gradebook.csv", "")
    let reading = try ClassReader().read(folder.path)
    #expect(reading.folder.students.map(\.id) == ["ada", "bob"])
    #expect(reading.notes == ["results of an earlier run, which are no student's: old"])
  }

  @Test("the class folder itself may be a link")
  func link() throws {
    let folder = try TestFolder()
    try folder.write("class/ada.json", "")
    try folder.makeLink("link", to: "class")
    #expect(try ClassFolder(path: folder("link")).students.map(\.id) == ["ada"])
  }

  @Test("a folder that cannot be listed is said to be so")
  func fault() throws {
    let folder = try TestFolder()
    try folder.write("file", "")
    #expect(throws: FileFault.isMissing) { try ClassFolder(path: folder("missing")) }
    #expect(throws: FileFault.isNoFolder) { try ClassFolder(path: folder("file")) }
  }

  @Test(
    "a file name loses its extension, and a stray .txt",
    arguments: [
      ("16.5.answers", "16.5"), ("16.5.answers.txt", "16.5"), ("16.5.JSON.TXT", "16.5"),
      ("notes.txt", "notes"), ("a.b.txt", "a.b"), ("none", "none"), (".hidden", ".hidden"),
    ])
  func stem(_ name: String, _ expected: String) {
    #expect(name.stem == expected)
  }
}
