import Foundation
import Fuzzing

/// `backmark-fuzz [SECONDS] [SEED]`: feeds broken texts to the readers for so long, and fails on a
/// crash, on a text that takes longer than a second, and where memory goes beyond 500 MB.
///
/// `backmark-fuzz READER NUMBER SEED` prints the text of that number, and tries it alone.
@main
enum BackmarkFuzz {
  /// The most that all texts together may have taken at any moment, in kilobytes.
  private static let mostMemory = 500 << 10

  #if os(Linux)
    private static let ownUsage = Int32(RUSAGE_SELF.rawValue)
  #else
    private static let ownUsage = RUSAGE_SELF
  #endif

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    let readers = try FuzzedReaders.all(in: FileManager.default.currentDirectoryPath)
    Watch.begin()
    if words.count == 3, let reader = readers.firstIndex(where: { $0.name == words[0] }),
      let number = Int(words[1]), let seed = UInt64(words[2])
    {
      print(String(decoding: readers[reader].text(number, seed: seed), as: UTF8.self))
      fflush(nil)
      tries(number, of: readers[reader], seed)
      return
    }
    guard words.count <= 2, let seconds = Double(words.first ?? "120"),
      let seed = UInt64(words.count > 1 ? words[1] : "1")
    else {
      print("Usage: backmark-fuzz [SECONDS] [SEED]\n       backmark-fuzz READER NUMBER SEED")
      exit(64)
    }
    for reader in readers { run(reader, seconds: seconds / Double(readers.count), seed) }
  }

  private static func run(_ reader: FuzzedReader, seconds: Double, _ seed: UInt64) {
    let end = Date().addingTimeInterval(seconds)
    var number = 0
    var sound = 0
    // The corpus is tried whole, however little time there is.
    while number < reader.corpusCount || Date() < end {
      if tries(number, of: reader, seed) { sound += 1 }
      number += 1
    }
    print(
      "\(reader.name): \(number) texts, \(sound) of them read; none crashed, hung or grew too large"
    )
    fflush(nil)
  }

  @discardableResult
  private static func tries(_ number: Int, of reader: FuzzedReader, _ seed: UInt64) -> Bool {
    Watch.current("\(reader.name) \(number) \(seed)")
    let isSound: Bool
    do {
      isSound = try reader.tries(number, seed: seed)
    } catch {
      print("\(error): backmark-fuzz \(reader.name) \(number) \(seed)")
      exit(1)
    }
    Watch.done()
    var usage = rusage()
    getrusage(ownUsage, &usage)
    if usage.ru_maxrss > mostMemory {
      print("more than 500 MB of memory: backmark-fuzz \(reader.name) \(number) \(seed)")
      exit(1)
    }
    return isSound
  }
}
