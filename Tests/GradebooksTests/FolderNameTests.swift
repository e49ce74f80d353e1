import Testing

@testable import Gradebooks

@Suite("Names of feedback folders")
struct FolderNameTests {
  @Test(
    "ordinary ids are names already, everything else is spelled out",
    arguments: [
      ("ada", "ada"), ("ada@example.edu", "ada@example.edu"), ("Nguyễn Thị", "Nguyễn Thị"),
      ("日本語", "日本語"), ("..", "%2E%2E"), (".", "%2E"), ("", "%"), ("/etc/passwd", "%2Fetc%2Fpasswd"),
      ("../x", "%2E.%2Fx"), (".hidden", "%2Ehidden"), ("trailing.", "trailing%2E"),
      ("a b ", "a b%20"), ("50%", "50%25"), ("%2E", "%252E"), ("a\nb", "a%0Ab"),
      ("\u{202E}x", "%E2%80%AEx"), ("a\\b", "a%5Cb"),
      ("$(x)`;|*?<>\"'", "%24%28x%29%60%3B%7C%2A%3F%3C%3E%22%27"),
      ("con", "%63on"), ("NUL.txt", "%4EUL.txt"), ("com1", "%63om1"), ("console", "console"),
      ("-rf", "-rf"),
    ])
  func names(_ id: String, _ name: String) {
    #expect(FolderName(id, number: 7).text == name)
  }

  @Test("no two ids have one name, and no name leads out of its folder")
  func distinct() {
    let pieces = [".", "..", "/", "%", "%2E", "a", "A", " ", "\n", "\u{0}", "é", "~", "%~1", ""]
    var ids: Set<String> = []
    for one in pieces {
      for other in pieces {
        for third in pieces { ids.insert(one + other + third) }
      }
    }
    let names = Set(ids.map { FolderName($0, number: 1).text })
    #expect(names.count == ids.count)
    for name in names {
      #expect(!name.contains("/") && !name.hasPrefix(".") && !name.isEmpty)
      #expect(name.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
  }

  @Test("long ids are cut and told apart by their numbers")
  func long() {
    let long = String(repeating: "/", count: 250)
    let one = FolderName(long + "1", number: 1).text
    let other = FolderName(long + "2", number: 23).text
    #expect(one.hasSuffix("%2F%~1") && other.hasSuffix("%2F%~23"))
    #expect(one.utf8.count <= 200 && other.utf8.count <= 200)
    #expect(FolderName(String(repeating: "é", count: 100), number: 1).text.utf8.count == 200)
    #expect(FolderName(String(repeating: "é", count: 101), number: 1).text.hasSuffix("é%~1"))
  }
}
