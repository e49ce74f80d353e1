import LocatedJSON

/// Replaces `{t}`, `{t-1}` and the like in everything that belongs to a repeated step.
struct Placeholders {
  /// What each letter stands for.
  let numbers: [String: Int]
  /// The letters in the order of the file, for messages.
  let letters: [String]
  let report: ProblemReport

  /// The keys whose texts are read by people, where other braces may stand for something else.
  private static let prose: Set<String> = ["text", "hints", "says", "equation", "model", "working"]

  /// A member list without `repeat` itself, everything in it replaced.
  func filled(_ members: [LocatedMember]) -> [LocatedMember] {
    members.filter { $0.name != StepKeys.repetition.name }.map { filled($0) }
  }

  func filled(_ member: LocatedMember) -> LocatedMember {
    let name = filled(member.name, at: member.nameRange, isProse: false)
    return LocatedMember(
      name: name.text, nameRange: member.nameRange,
      value: filled(member.value, isProse: Placeholders.prose.contains(member.name)))
  }

  func filled(_ value: LocatedValue, isProse: Bool) -> LocatedValue {
    switch value.kind {
    case .null, .bool, .number: return value
    case .array(let items):
      return LocatedValue(.array(items.map { filled($0, isProse: isProse) }), range: value.range)
    case .object(let members):
      return LocatedValue(.object(members.map { filled($0) }), range: value.range)
    case .string(let text):
      let (text, replacements) = filled(text, at: value.range, isProse: isProse)
      return LocatedValue(.string(text), range: value.range, replacements: replacements)
    }
  }

  /// A text with its placeholders replaced, and where they stood.
  private func filled(
    _ text: String, at range: Range<Int>, isProse: Bool
  ) -> (text: String, replacements: [Replacement]) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains("{") else { return (text, []) }
    var result: [Unicode.Scalar] = []
    var replacements: [Replacement] = []
    var isMathematics = false
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      guard scalar == "{", let end = scalars[place...].firstIndex(of: "}") else {
        if scalar == "$", result.last != "\\" { isMathematics.toggle() }
        result.append(scalar)
        place += 1
        continue
      }
      let inside = scalars[place + 1..<end]
      let placeholder = place..<end + 1
      switch PlaceholderSum(inside).map({ $0.value(numbers) }) {
      case .number(let number)?:
        var written = Array(String(number).unicodeScalars)
        let before = result.last
        if isProse, isMathematics, before == "_" || before == "^" {
          // In mathematics the braces hold an index of several digits together.
          written = ["{"] + written + ["}"]
        } else if !isProse, number < 0 {
          if let before, before.continuesName {
            report.report(.negative(inside, number), at: bytes(placeholder, range))
            // What is left as it is leads to no other complaint elsewhere.
            written = Array(scalars[placeholder])
          } else {
            written = ["("] + written + [")"]
          }
        }
        replacements.append(
          Replacement(text: result.count..<result.count + written.count, source: placeholder))
        result += written
        place = end + 1
      case .unknown(let name)? where !isProse:
        report.report(.unknown(name, letters), at: bytes(placeholder, range))
        fallthrough
      default:
        result.append(scalar)
        place += 1
      }
    }
    return (String(String.UnicodeScalarView(result)), replacements)
  }

  private func bytes(_ part: Range<Int>, _ string: Range<Int>) -> Range<Int> {
    report.range(part, in: LocatedString(text: "", range: string))
  }
}

/// What stands between the braces: letters and whole numbers, added and subtracted.
private struct PlaceholderSum {
  private var terms: [(sign: Int, word: String)] = []

  /// Nil where something else stands there.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    terms = [(1, "")]
    for scalar in scalars where scalar != " " {
      switch scalar {
      case "+": terms.append((1, ""))
      case "-", "−": terms.append((-1, ""))
      default:
        guard scalar.continuesName, terms.count <= 16 else { return nil }
        terms[terms.count - 1].word.unicodeScalars.append(scalar)
      }
    }
    // A sign may stand before the first.
    if terms.count > 1, terms[0].word.isEmpty { terms.removeFirst() }
    // A number alone is no placeholder: it may be an exponent in mathematics.
    guard terms.allSatisfy({ !$0.word.isEmpty }), terms.contains(where: { Int($0.word) == nil })
    else { return nil }
  }

  enum Value {
    case number(Int)
    /// A name that is no letter of the repetition.
    case unknown(String)
  }

  func value(_ numbers: [String: Int]) -> Value {
    var sum = 0
    for term in terms {
      guard let number = numbers[term.word] ?? Int(term.word).flatMap(PlaceholderSum.small) else {
        return .unknown(term.word)
      }
      sum += term.sign * number
    }
    return .number(sum)
  }

  /// A number that can be added without care.
  private static func small(_ number: Int) -> Int? { number <= 1_000_000 ? number : nil }
}

extension Unicode.Scalar {
  /// Whether a name of a formula may go on with it.
  fileprivate var continuesName: Bool {
    self == "_" || properties.isAlphabetic || ("0"..."9").contains(self)
  }
}

// MARK: - Messages

extension String {
  fileprivate static func unknown(_ name: String, _ letters: [String]) -> String {
    "'repeat' has no letter '\(name)'; it has \(letters.joined(separator: ", "))"
  }

  fileprivate static func negative(
    _ placeholder: ArraySlice<Unicode.Scalar>, _ number: Int
  ) -> String {
    "'{\(String(String.UnicodeScalarView(placeholder)))}' comes to \(number) here, and no name "
      + "has a minus in it"
  }
}
