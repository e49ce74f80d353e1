import Foundation
import SystemCalls
import Testing

@Suite("Reading and writing open files")
struct FileDescriptorTests {
  private static func open(_ path: String) throws -> FileDescriptor {
    let file = FileDescriptor(Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600))
    try #require(file.number >= 0)
    return file
  }

  @Test("what is written is read back, less of it at the end")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let file = try Self.open(folder("f"))
    defer { close(file.number) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try file.write(bytes)
    #expect(lseek(file.number, 0, SEEK_SET) == 0)
    #expect(try file.read(upTo: 200_000) == Array(bytes[..<200_000]))
    #expect(try file.read(atMost: 10) == Array(bytes[200_000..<200_010]))
    #expect(try file.read(upTo: 200_000) == Array(bytes[200_010...]))
    #expect(try file.read(atMost: 10) == [])
    #expect(try file.read(upTo: 0) == [])
  }

  @Test("a place in the file is read and written without moving the file's own position")
  func places() throws {
    let folder = try TemporaryFolder()
    let file = try Self.open(folder("f"))
    defer { close(file.number) }
    try file.write("0123456789".utf8)
    try file.write(Array("ab".utf8), at: 4)
    #expect(try file.read(upTo: 4, at: 3) == Array("3ab6".utf8))
    #expect(try file.read(upTo: 4, at: 8) == Array("89".utf8))
    #expect(try file.read(upTo: 4, at: 99) == [])
    try file.write("X".utf8)
    #expect(try folder.text(of: "f") == "0123ab6789X")
  }

  @Test("a pipe gives what is there, and is waited for where all of it is wanted")
  func pipes() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (FileDescriptor(ends[0]), FileDescriptor(ends[1]))
    defer { close(reading.number) }
    try writing.write("abc".utf8)
    #expect(try reading.read(atMost: 100) == Array("abc".utf8))
    try writing.write("abc".utf8)
    close(writing.number)
    #expect(try reading.read(upTo: 100) == Array("abc".utf8))
  }

  @Test("what cannot be is thrown in the system's words")
  func faults() throws {
    let nothing = FileDescriptor(-1)
    #expect(throws: SystemError(EBADF)) { try nothing.write("x".utf8) }
    #expect(throws: SystemError(EBADF)) { _ = try nothing.read(atMost: 1) }
    #expect(throws: SystemError(EINVAL)) {
      let folder = try TemporaryFolder()
      let file = try Self.open(folder("f"))
      defer { close(file.number) }
      _ = try file.read(upTo: 1, at: -1)
    }
    #expect(SystemError(ENOENT).description == "No such file or directory")
    // No place in a file is beyond counting.
    #expect(throws: SystemError(EBADF)) { _ = try nothing.read(upTo: 9, at: .max) }
  }

  @Test("a call that a signal interrupts is made again, any other is not")
  func interruptions() {
    var answers: [(result: Int, code: Int32)] = [(-1, EINTR), (-1, EINTR), (7, 0), (9, 0)]
    func call() -> Int {
      let answer = answers.removeFirst()
      errno = answer.code
      return answer.result
    }
    #expect(uninterrupted(call) == 7)
    #expect(uninterrupted(call) == 9)
    answers = [(-1, EIO), (1, 0)]
    #expect(uninterrupted(call) == -1)
    #expect(errno == EIO)
  }
}
