import Exercises
import LocatedJSON
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Marking whatever is handed in")
struct GradingFuzzTests {
  private static let seed: UInt64 = 20_261_121

  /// Marks the text, if it can be read at all, and checks that every step gets a verdict.
  private func mark(
    _ bytes: [UInt8], _ format: Submission.Format, _ marker: inout Marker, _ round: Int
  ) {
    let source = SourceText(name: "fuzz", bytes: bytes)
    guard let submission = try? Submission(reading: source, as: format) else { return }
    let feedback = marker.mark(submission)
    let text: Comment = "seed \(Self.seed), round \(round): \(source.spelling(of: 0..<bytes.count))"
    #expect(feedback.steps.map(\.name) == marker.exercise.steps.map(\.name), text)
    #expect(feedback.steps.allSatisfy { (0...$0.outOf).contains($0.points) }, text)
    #expect(feedback.notes.count <= 21, text)
    #expect(feedback.lines.allSatisfy { $0.count < 1200 }, text)
    let isSilent = feedback.steps.contains {
      $0.says.isEmpty && $0.evidence == nil
        && ![.correct, .unanswered, .toBeRead].contains($0.status)
    }
    #expect(!isSilent, text)
  }

  @Test("Random bytes are refused or marked", arguments: Submission.Format.allCases)
  func randomBytes(_ format: Submission.Format) throws {
    var random = SplitMix64(seed: Self.seed)
    var marker = Marker(try Exercise.chain())
    for round in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      mark(bytes, format, &marker, round)
    }
  }

  @Test("Random words of both formats are refused or marked", arguments: Submission.Format.allCases)
  func randomWords(_ format: Submission.Format) throws {
    let words = [
      "p", "q", "=", ":", "[", "]", "(", ")", ",", "{", "}", "\"", "\"p\"", "\"answers\"", "#",
      "\n",
      "\r\n", " ", "\u{A0}", "\u{200B}", "1", "-", "−", "0.5", "1e400", "1e-3", "NaN", "/", "^",
      "@",
      ".T", ";", "５", "δ", "é", "\\", "\\u03b4", "exercise", "student", "null", "[]", "x", "sin",
    ]
    var random = SplitMix64(seed: Self.seed)
    var marker = Marker(try Exercise.chain())
    for round in 0..<3000 {
      let body = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        words[Int.random(in: words.indices, using: &random)]
      }
      let start = format == .json ? "{\"answers\": {\"p\": " : "p = "
      mark(Array((start + body.joined()).utf8), format, &marker, round)
    }
  }

  @Test("Damaged submissions are refused or marked", arguments: Shipped.all)
  func damage(_ shipped: Shipped) throws {
    var random = SplitMix64(seed: Self.seed)
    var marker = try shipped.marker()
    for (format, source) in try shipped.submissions() {
      for round in 0..<10 {
        var bytes = source.bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: bytes.indices, using: &random)
          switch Int.random(in: 0...4, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...127, using: &random)
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
          case 3: bytes.removeSubrange(place..<min(place + 40, bytes.count))
          default: bytes.removeSubrange((round == 0 ? place : bytes.count)...)
          }
        }
        mark(bytes, format, &marker, round)
      }
    }
  }
}
