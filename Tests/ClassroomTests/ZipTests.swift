import Archives
import Foundation
import TestSupport
import Testing
@testable import Classroom

@Suite("Archives of a class")
struct ZipTests {
  private static let right = "y = 6"

  private static func folder(_ fill: (inout ZipBytes) -> Void) throws -> TestFolder {
    let folder = try TestFolder()
    var zip = ZipBytes()
    fill(&zip)
    try folder.write("class.zip", zip.data)
    return folder
  }

  @Test("students are read from an archive, rubbish and the one folder around them aside")
  func read() throws {
    let folder = try Self.folder { zip in
      zip.add("hw/", "")
      zip.add("hw/ada/double.answers", Self.right)
      zip.add("hw/bob.answers", "exercise: double\ny = 6")
      zip.add("__MACOSX/hw/._bob.answers", "rubbish")
    }
    let path: String
    do {
      let (reading, lines) = try folder.reading(of: "class.zip")
      #expect(reading.layout == "plain (2 folders and files in hw; --layout to change)")
      #expect(lines == ["ada → double.answers → double", "bob → bob.answers → double"])
      #expect(reading.folder.ignored == 1)
      path = reading.folder.path
      withExtendedLifetime(reading) { #expect(FileManager.default.fileExists(atPath: path)) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("names in the code page of old are read, and said to be doubtful")
  func codePage() throws {
    let folder = try Self.folder { zip in
      zip.add(
        Array("Dani".utf8) + [0x89] + Array("l_1_2_double.answers".utf8), Array(Self.right.utf8))
      zip.add("Zoe\u{308}_2_3_double.answers", Self.right)
    }
    let (reading, lines) = try folder.reading(of: "class.zip")
    #expect(lines == ["1 (Daniël) → double.answers → double", "2 (Zoë) → double.answers → double"])
    #expect(
      reading.notes == [
        "names in the archive that are not in UTF-8, are read as code page 437 and may come out "
          + "wrong: 1"
      ])
  }

  @Test(
    "the code page is the one in which names look like names",
    arguments: [
      (850, [0x4A, 0x6F, 0xC6, 0x6F], "João"), (852, [0x4A, 0x69, 0xFD, 0xA1], "Jiří"),
      (1252, [0x4A, 0xF6, 0x72, 0x67], "Jörg"), (1252, [0x52, 0x65, 0x6E, 0xE9], "René"),
      (866, [0x88, 0xA2, 0xA0, 0xAD], "Иван"),
      (932, [0x93, 0x63, 0x92, 0x86, 0x91, 0xBE, 0x98, 0x59], "田中太郎"),
      (936, [0xC0, 0xEE, 0xCB, 0xC4], "李四"), (437, [0x4D, 0x81, 0x6C, 0x6C], "Müll"),
    ])
  func pages(_ page: Int, _ bytes: [UInt8], _ name: String) throws {
    let folder = try Self.folder { zip in
      zip.add(bytes + Array("/double.answers".utf8), Array(Self.right.utf8))
      zip.add("bob/double.answers", Self.right)
    }
    let (reading, lines) = try folder.reading(of: "class.zip")
    #expect(lines.contains("\(name) → double.answers → double"))
    #expect(reading.notes.first?.contains("code page \(page) ") == true)
  }

  @Test("the code page may be given, and then it is no guess")
  func givenPage() throws {
    let folder = try Self.folder { zip in
      zip.add([0x90, 0x58] + Array("/double.answers".utf8), Array(Self.right.utf8))
      zip.add("bob/double.answers", Self.right)
    }
    let page = try #require(CodePage(number: "932"))
    let (reading, lines) = try folder.reading(ClassReader(zipNames: page), of: "class.zip")
    #expect(lines.last == "森 → double.answers → double")
    #expect(reading.notes == [])
    #expect(CodePage(number: "1") == nil)
  }

  @Test("backslashes part a way where Windows made the archive, or where nothing else does")
  func backslashes() throws {
    let folder = try Self.folder { zip in
      zip.add("hw\\ada\\double.answers", Self.right)
      zip.add("hw\\bob\\double.answers", Self.right)
    }
    #expect(
      try folder.reading(of: "class.zip").lines == [
        "ada → double.answers → double", "bob → double.answers → double",
      ])
    let escaping = try Self.folder { $0.add("ada\\..\\..\\double.answers", Self.right) }
    #expect(throws: ClassFault.archive(.escapes("ada\\..\\..\\double.answers"))) {
      try ClassReader().read(escaping("class.zip"))
    }
    let rooted = try Self.folder { $0.add("\\etc\\double.answers", Self.right) }
    #expect(throws: ClassFault.archive(.escapes("/etc/double.answers"))) {
      try ClassReader().read(rooted("class.zip"))
    }
  }

  @Test(
    "an entry that leads out of its folder stops everything",
    arguments: ["../evil.answers", "a/../../evil.answers", "/etc/evil", "C:/evil", "..\\evil", ""])
  func escape(_ name: String) throws {
    let folder = try Self.folder { zip in
      zip.add("ada.answers", Self.right)
      zip.add(name, Self.right)
    }
    #expect(throws: ClassFault.archive(.escapes(name))) {
      try ClassReader().read(folder("class.zip"))
    }
    #expect(try folder.names == ["class.zip"])
  }

  @Test("links are left out and named, the others are read")
  func link() throws {
    let folder = try Self.folder { zip in
      zip.add(Array("ada/double.answers".utf8), Array("/etc/passwd".utf8), mode: 0o120777)
      zip.add("bob/double.answers", Self.right)
      zip.add("cy/double.answers", Self.right)
    }
    let (reading, lines) = try folder.reading(of: "class.zip")
    #expect(lines == ["bob → double.answers → double", "cy → double.answers → double"])
    #expect(
      reading.notes == ["links and devices in the archive are left out (1): ada/double.answers"])
  }

  @Test("a bomb is not unpacked: what is too large for a submission has its length alone")
  func large() throws {
    let folder = try Self.folder { zip in
      zip.add(
        Array("ada/double.answers".utf8), [3, 0], method: 8, size: 4_000_000_000)
      zip.add("bob/double.answers", Self.right)
    }
    let (_, lines) = try folder.reading(of: "class.zip")
    #expect(
      lines == [
        "ada → double.answers → has 3906250 kB; a submission has at most 1024 kB",
        "bob → double.answers → double",
      ])
  }

  @Test("many files that unpack to too much are refused before one is written")
  func ratio() throws {
    let folder = try Self.folder { zip in
      for number in 0..<2000 {
        zip.add(Array("s\(number)".utf8), [3, 0], method: 8, size: 1 << 20)
      }
    }
    let fault = #expect(throws: ClassFault.self) { try ClassReader().read(folder("class.zip")) }
    guard case .archive(.isBomb(let ratio))? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(ratio > ZipArchive.highestRatio)
  }

  @Test("archives that are damaged, packed otherwise or no archives say so")
  func damaged() throws {
    func fault(_ fill: (inout ZipBytes) -> Void) throws -> ZipFault? {
      let folder = try Self.folder(fill)
      let fault = #expect(throws: ClassFault.self) { try ClassReader().read(folder("class.zip")) }
      if case .archive(let fault)? = fault { return fault }
      return nil
    }
    let name = Array("ada.answers".utf8)
    let bytes = Array(Self.right.utf8)
    #expect(try fault { $0.add(name, bytes, checksum: 1) } == .isDamaged(at: "ada.answers"))
    #expect(try fault { $0.add(name, bytes, size: 4) } == .isDamaged(at: "ada.answers"))
    #expect(try fault { $0.add(name, bytes, method: 8) } == .isDamaged(at: "ada.answers"))
    #expect(try fault { $0.add(name, bytes, method: 12) } == .unknownMethod(12, "ada.answers"))
    #expect(try fault { $0.add(name, bytes, flags: 1) } == .isEncrypted("ada.answers"))
    let twice = try fault { zip in
      zip.add(name, bytes)
      zip.add(name, bytes)
    }
    #expect(twice == .isTwice("ada.answers"))
    let deep = String(repeating: "d/", count: 40) + "f"
    #expect(try fault { $0.add(deep, "") } == .tooDeep(deep))
    let folder = try TestFolder()
    try folder.write("class.zip", "PK, but nothing else")
    #expect(throws: ClassFault.archive(.isNoArchive)) {
      try ClassReader().read(folder("class.zip"))
    }
  }

  @Test("unpacking can be interrupted")
  func interrupted() throws {
    let folder = try Self.folder { $0.add("ada.answers", Self.right) }
    #expect(throws: ClassFault.archive(.interrupted)) {
      try ClassReader().read(folder("class.zip"), isInterrupted: { true })
    }
  }

  @Test("an archive cut short anywhere is refused, and nothing is left behind")
  func truncated() throws {
    let folder = try TestFolder()
    var zip = ZipBytes()
    zip.add("ada.answers", Self.right)
    let data = zip.data
    for count in 0..<data.count {
      try folder.write("class.zip", data.prefix(count))
      #expect(throws: ClassFault.self) { try ClassReader().read(folder("class.zip")) }
    }
  }
}
