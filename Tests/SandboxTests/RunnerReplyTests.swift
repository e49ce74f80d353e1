import FunctionMarking
import SystemCalls
import Testing

@testable import Sandbox

@Suite("Bytes from the runner, believed only as far as they make sense")
struct RunnerReplyTests {
  @Test("cut anywhere, an answer is incomplete and nothing worse")
  func cut() {
    var writer = ByteWriter()
    for (kind, contents) in [
      ("H", [7, 1]), ("C", [0, 0, 90, 1]), ("L", [0, 0, 4, 1]), ("R", [0, 1, 2]),
    ] {
      writer.write(raw: kind.utf8)
      writer.write(fixed: UInt32(contents.count * 4))
      for number in contents { writer.write(fixed: UInt32(number)) }
    }
    writer.write(raw: "Z".utf8)
    writer.write(fixed: UInt32(0))
    let whole = RunnerReply(writer.bytes)
    #expect(whole.isDone && !whole.isGarbled)
    #expect(whole.results == [0: [1, 0, 0, 0, 2, 0, 0, 0]])
    for count in 0..<writer.bytes.count {
      #expect(!RunnerReply(Array(writer.bytes.prefix(count))).isDone)
    }
  }

  @Test("values are taken exactly: no byte missing, none left over, no impossible count")
  func values() {
    #expect(ValueType.double.decode([0, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(ValueType.int.decode([0, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(ValueType.bool.decode([2]) == nil)
    #expect(ValueType.vector.decode([255, 255, 255, 255, 255, 255, 255, 127]) == nil)
    #expect(ValueType.vector.decode([255, 255, 255, 255, 255, 255, 255, 255]) == nil)
    #expect(ValueType.matrix.decode([1, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(ValueType.matrix.decode([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(ValueType.matrix.decode([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == .array([.array([])]))
    #expect(ValueType.vector.decode([0, 0, 0, 0, 0, 0, 0, 0]) == .array([]))
    #expect(ValueType.int.decode([255, 255, 255, 255, 255, 255, 255, 255]) == .int(-1))
  }

  @Test("a stack trace is taken out of what a program printed, and nothing else")
  func stackTrace() {
    let printed =
      "x\nFatal error: no\nCurrent stack trace:\n0    lib 0x00 a\n1    lib 0x01 b\n2 apples\n"
    #expect(
      String(decoding: StackTrace.removed(from: Array(printed.utf8)), as: UTF8.self)
        == "x\nFatal error: no\n2 apples\n")
  }
}
