import Foundation
import Testing

@testable import Sandbox

@Suite("Looking at a student's file before it is compiled")
struct SourceCheckTests {
  private static func check(_ text: String) throws(SourceCheck.Refusal) -> SourceCheck {
    try SourceCheck(Array(text.utf8), limits: SandboxLimits())
  }

  @Test(
    "#sourceLocation is refused wherever it stands, for what is a string can be dressed up",
    arguments: [
      "#sourceLocation(file: \"x\", line: 1)",
      "let `\"\"\"` = 1\n#sourceLocation(file: \"x\", line: 1)",
      "// #sourceLocation",
    ])
  func sourceLocation(_ text: String) {
    #expect(throws: SourceCheck.Refusal.self) { try Self.check(text) }
  }

  @Test(
    "Python is told in a sentence, and Swift that speaks of it is none",
    arguments: [
      ("import numpy as np\n\ndef f(z):\n    return np.exp(z)\n", true),
      ("def softmax(z):\n  e = exp(z)\n  return e / sum(e)", true),
      ("# exercise: 16.4\ndef f(x: float) -> float: return 2*x", true),
      ("// def f(z):\nfunc f(_ z: Double) -> Double { z }", false),
      ("func f(_ z: Double) -> Double { z }", false), ("let def = 1", false),
    ])
  func python(_ text: String, isPython: Bool) {
    do throws(SourceCheck.Refusal) {
      _ = try Self.check(text)
      #expect(!isPython)
    } catch {
      #expect(isPython)
      #expect(error.sentence == "the file is written in Python; write the function in Swift")
    }
  }

  @Test("A file full of number signs is read in one go")
  func numberSigns() throws {
    let text = String(repeating: "#", count: 60_000)
    // Looked at again from every sign, this would take minutes.
    #expect(try Self.check(text).code == text)
    #expect(try Self.check("let a = ##\"x\"# y\"##").code.hasPrefix("let a = "))
    #expect(try !Self.check("let a = ##\"x\"# y\"##").code.contains("y"))
  }

  @Test("Lines end where the compiler lets them end")
  func lines() throws {
    #expect(
      try Self.check("a\u{2028}b\u{0B}c\r\nd\re\nf").lines == ["a\u{2028}b\u{0B}c", "d", "e", "f"])
  }

  @Test("A message about modules counts only from the compiler, and their path is never shown")
  func modules() throws {
    let folder = NSTemporaryDirectory() + "modules-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = FileManager.default.createFile(atPath: folder + "/A.pcm", contents: nil)
    func read(_ text: String) -> Diagnostics {
      Diagnostics(Array(text.utf8), lines: ["import A"], modules: folder)
    }
    let own = read("<unknown>:0: error: module file '\(folder)/A.pcm' is out of date\n")
    #expect(own.findsStaleModules)
    #expect(own.elsewhere == ["module file '…/A.pcm' is out of date"])
    let forged = "submission.swift:1:1: error: x\ny: error: see '\(folder)/A.pcm'\n"
    #expect(!read(forged).findsStaleModules)
    #expect(
      !read("y: error: see '\(folder)/../\((folder as NSString).lastPathComponent)/A.pcm'")
        .findsStaleModules)
    #expect(!read("y: error: see '\(folder)/.'").findsStaleModules)
  }
}
