import Formulas
import LocatedJSON
import Numerics

/// The key `repeat`: letters, each of which stands for one whole number after another.
///
/// Of several letters the first runs slowest: `{ "i": [1, 2], "j": [1, 3] }` are six steps, for
/// which i is 1, 1, 1, 2, 2, 2. A letter may run downwards, as time does on the way back: `[3, 1]`.
struct Repetition: Hashable {
  private let letters: [Letter]

  private struct Letter: Hashable {
    let name: String
    let first: Int
    let last: Int

    var numbers: [Int] {
      first <= last ? Array(first...last) : Array((last...first).reversed())
    }
  }

  /// The most steps that one may stand for.
  private static let most = Limits.repetitions
  /// The largest number that a letter may stand for.
  private static let largest = 1_000_000

  /// Reads what stands under the key, or reports what is wrong with it.
  init?(_ value: LocatedValue, report: ProblemReport) {
    guard case .object(let members) = value.kind, !members.isEmpty else {
      report.report(.noLetters, at: value)
      return nil
    }
    let letters = members.compactMap { Repetition.letter($0, report) }
    guard letters.count == members.count else { return nil }
    let count = letters.reduce(1.0) { $0 * Double(abs($1.last - $1.first) + 1) }
    guard count <= Double(Repetition.most) else {
      report.report("'repeat' may make at most \(Repetition.most) of one", at: value)
      return nil
    }
    self.letters = letters
  }

  private static func letter(_ member: LocatedMember, _ report: ProblemReport) -> Letter? {
    guard Formula.isName(member.name) else {
      report.report(.noName(member.name), at: member.nameRange)
      return nil
    }
    guard case .array(let items) = member.value.kind, items.count == 2,
      let first = Int(json: items[0]), let last = Int(json: items[1]),
      [first, last].allSatisfy({ abs($0) <= largest })
    else {
      report.report(.noBounds(member.name), at: member.value)
      return nil
    }
    return Letter(name: member.name, first: first, last: last)
  }

  /// How many it makes of one.
  var count: Int { letters.reduce(1) { $0 * $1.numbers.count } }

  /// The names of the letters.
  var names: [String] { letters.map { $0.name } }

  /// The numbers of all letters, once for each thing to be made.
  var rounds: [[String: Int]] {
    letters.reduce([[:]]) { rounds, letter in
      rounds.flatMap { round in
        letter.numbers.map { number in
          var round = round
          round[letter.name] = number
          return round
        }
      }
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static let noLetters =
    "'repeat' must be an object of letters with the first and the last number of each, "
    + #"as in { "t": [1, 3] }"#

  fileprivate static func noName(_ letter: String) -> String {
    "'\(letter)' cannot be a letter of 'repeat'; that is a letter, then letters, digits and '_'"
  }

  fileprivate static func noBounds(_ letter: String) -> String {
    "'\(letter)' must run from one whole number to another, as in [1, 3], of at most a million"
  }
}
