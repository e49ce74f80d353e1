import Exercises
import Foundation
import LocatedJSON
import Marking
import Numerics
import TestSupport
import Testing

@Suite("Damaged exercise files")
struct FuzzTests {
  private static let seed: UInt64 = 20_260_802

  /// How many damaged forms of each exercise are read; more where everything must run.
  private static let rounds =
    TestRun.requiresAll ? 150 : 50

  @Test("Damaged bytes give an exercise or problems", arguments: CatalogueTests.ids)
  func bytes(id: String) throws {
    try damage(id) { document, random in
      var bytes = document.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
        default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
        }
      }
      return bytes
    }
  }

  @Test(
    "Exchanged, repeated and changed values give an exercise or problems",
    arguments: CatalogueTests.ids)
  func tokens(id: String) throws {
    try damage(id) { document, random in
      var pieces = document.pieces
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = document.values.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...4, using: &random) {
        case 0: pieces[place] = oddValues.randomElement(using: &random) ?? []
        case 1: pieces.swapAt(place, document.values.randomElement(using: &random) ?? 0)
        case 2: pieces[place] = pieces[document.values.randomElement(using: &random) ?? 0]
        case 3: pieces[place] = document.names.randomElement(using: &random) ?? []
        default:
          let inside = pieces[place]
          guard inside.count > 2 else { continue }
          pieces[place].swapAt(
            Int.random(in: 1..<inside.count - 1, using: &random),
            Int.random(in: 1..<inside.count - 1, using: &random))
        }
      }
      // `joined` takes most of the time where nothing is optimised.
      var bytes: [UInt8] = []
      for piece in pieces { bytes += piece }
      return bytes
    }
  }

  /// Reads damaged forms of an exercise file, and verifies those that are still exercises.
  private func damage(
    _ id: String, _ change: (Document, inout SplitMix64) -> [UInt8]
  ) throws {
    let document = Document(try CatalogueTests.catalogue().exercise(id).source.bytes)
    var random = SplitMix64(seededBy: "\(Self.seed)/\(id)")
    var verified = 0
    for round in 0..<Self.rounds {
      let source = SourceText(name: "t.json", bytes: change(document, &random))
      let label: Comment = "seed \(Self.seed), \(id), round \(round)"
      do throws(Problems) {
        let exercise = try Exercise(reading: source, kinds: AnswerKinds.steps)
        #expect(!exercise.steps.isEmpty, label)
        verified += 1
        guard verified % 4 == 0 else { continue }
        expectPlaced(Verification(exercise).problems, in: source, label)
      } catch {
        #expect(!error.list.isEmpty, label)
        expectPlaced(error.list, in: source, label)
      }
    }
  }

  private func expectPlaced(_ problems: [Problem], in source: SourceText, _ label: Comment) {
    let end = source.position(at: source.bytes.count)
    for problem in problems {
      #expect(problem.position <= end, label)
      #expect(!problem.message.isEmpty, label)
    }
  }
}

private let oddValues: [[UInt8]] = [
  "0", "-1", "1e308", "1e-308", "2.5", "1000000", "null", "true", "[]", "{}", "[[]]",
  "[[1], [1, 2]]",
  #""""#, #""x""#, #""grad(L, W1)""#, #""numgrad(L, z1)""#, #""z1""#, #""δ1""#, #""L + L""#,
  #""\u0000""#, #""exp(exp(exp(9)))""#, #""zeros(1000, 1000)""#, #""choose""#, #""softmax""#,
].map { Array($0.utf8) }

/// A file cut into its values and what stands between them.
private struct Document {
  let bytes: [UInt8]
  let pieces: [[UInt8]]
  /// Which pieces are strings or numbers.
  let values: [Int]
  /// Which of them are short: names, kinds and small formulas.
  let names: [[UInt8]]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var pieces: [[UInt8]] = []
    var values: [Int] = []
    var start = 0
    while start < bytes.count {
      let end = Document.endOfPiece(bytes, from: start)
      if bytes[start] == UInt8(ascii: "\"") || Document.isNumber(bytes[start]) {
        values.append(pieces.count)
      }
      pieces.append(Array(bytes[start..<end]))
      start = end
    }
    self.pieces = pieces
    self.values = values
    names = values.map { pieces[$0] }.filter { $0.count < 12 }
  }

  private static func endOfPiece(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start + 1
    if bytes[start] == UInt8(ascii: "\"") {
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return min(end + 1, bytes.count)
    }
    let isNumber = isNumber(bytes[start])
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), self.isNumber(bytes[end]) == isNumber
    {
      end += 1
    }
    return end
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}
