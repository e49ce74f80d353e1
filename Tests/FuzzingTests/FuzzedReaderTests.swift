import Fuzzing
import TestSupport
import Testing

/// A short slice of what `.ci/run` tries for minutes.
@Suite("Readers on broken texts")
struct FuzzedReaderTests {
  private static let seed: UInt64 = 1
  /// How many broken texts are tried of each reader, beyond the corpus.
  private static let count = 200

  private static func reader(_ name: String) throws -> FuzzedReader {
    try #require(FuzzedReaders.all(in: ProjectFolder.path).first { $0.name == name })
  }

  @Test("everything in the corpus is read", arguments: FuzzedReaders.names)
  func corpus(_ name: String) throws {
    let reader = try Self.reader(name)
    #expect(reader.corpusCount > 0)
    for number in 0..<reader.corpusCount {
      let isRead = try reader.tries(number, seed: Self.seed)
      #expect(isRead, "\(String(decoding: reader.text(number, seed: Self.seed), as: UTF8.self))")
    }
  }

  @Test("broken texts are refused or read, and nothing else", arguments: FuzzedReaders.names)
  func broken(_ name: String) throws {
    let reader = try Self.reader(name)
    var read = 0
    for number in reader.corpusCount..<reader.corpusCount + Self.count {
      if try reader.tries(number, seed: Self.seed) { read += 1 }
    }
    // Where all were refused, or none, nothing would have been tried.
    #expect(read > Self.count / 50 && read < Self.count, "\(read) of \(Self.count) were read")
  }

  @Test("every reader is among those that are tried")
  func all() throws {
    #expect(try FuzzedReaders.all(in: ProjectFolder.path).map(\.name) == FuzzedReaders.names)
  }

  @Test("a number stands for one text, and numbers for different ones")
  func numbers() throws {
    let reader = try Self.reader("formulas")
    let texts = (0..<200).map { reader.text($0, seed: Self.seed) }
    #expect(texts == (0..<200).map { reader.text($0, seed: Self.seed) })
    #expect(Set(texts).count > 150)
    #expect(reader.text(150, seed: 2) != reader.text(150, seed: 3))
  }
}
