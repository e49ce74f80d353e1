import Testing

@testable import Sandbox

@Suite("Telling code from comments and strings")
struct SwiftTextTests {
  @Test(
    "comments and strings are blanked, lines stay",
    arguments: [
      ("let a = 1 // func f", "let a = 1          "),
      ("a /* x /* y */ z */ b", "a                   b"),
      ("a \"func f\" b", "a          b"),
      ("a \"\\\"\" b", "a      b"),
      ("a #\"\"quoted\"\"# b", "a              b"),
      ("a \"\"\"\n func f\n \"\"\" b", "a    \n       \n     b"),
      ("a \"open\nfunc f", "a      \nfunc f"),
      ("#/ab/# c", "#/ab/# c"),
    ])
  func blanked(text: String, code: String) {
    #expect(SwiftText.blanked(text) == code)
  }

  @Test("a declaration is found with all its lines, and only as one")
  func declaration() throws {
    let source = """
      // func f() in words
      let functions = "func f()"
      @inlinable public   func   f<T>(
        _ x: T,
        y: Int
      ) -> T { x }
      func fg() {}
      """
    let check = try SourceCheck(Array(source.utf8), limits: SandboxLimits())
    #expect(
      SwiftText.declaration(of: "f", in: check)
        == "@inlinable public   func   f<T>( _ x: T, y: Int ) -> T")
    #expect(SwiftText.declaration(of: "g", in: check) == nil)
    #expect(SwiftText.declaration(of: "fg", in: check) == "func fg()")
  }
}
