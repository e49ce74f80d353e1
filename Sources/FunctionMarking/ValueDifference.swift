import Answers
import Exercises
import Numerics

/// How a returned value differs from the right one, without saying what is right.
package struct ValueDifference {
  /// What differs first and foremost.
  enum Kind: Hashable {
    /// A list of another length than expected, with its place in the value.
    case length(at: String, found: Int, expected: Int)
    /// Entries that are not right, with their places, and how many there are in all.
    case entries([Entry], of: Int)
  }

  /// An entry that is not right.
  package struct Entry: Hashable {
    let place: String
    let found: FunctionValue
  }

  let kind: Kind

  /// Nil where the value is right within the tolerance.
  package init?(
    _ found: FunctionValue, from expected: FunctionValue, type: ValueType, _ tolerance: Tolerance,
    indexBase: Int
  ) {
    var comparison = Comparison(tolerance: tolerance, base: indexBase)
    comparison.compare(found, expected, type, at: "")
    if let length = comparison.length {
      kind = length
    } else if !comparison.wrong.isEmpty {
      kind = .entries(comparison.wrong, of: comparison.count)
    } else {
      return nil
    }
  }

  /// Whether what was returned holds NaN or an infinity among the wrong entries.
  var isNotFinite: Bool {
    guard case .entries(let wrong, _) = kind else { return false }
    return wrong.contains {
      if case .double(let number) = $0.found { !number.isFinite } else { false }
    }
  }

  /// Whether all lists are as long as they should be.
  var isOfShape: Bool { if case .entries = kind { true } else { false } }

  /// The difference in a sentence, the names of the result's parts included.
  package var sentence: Message {
    switch kind {
    case .length(let place, let found, let expected):
      let list: Message = place.isEmpty ? "The list" : "The list at \(name: place)"
      return """
        \(list) has \(found) \(found == 1 ? "entry" : "entries"), but \(expected) \
        \(expected == 1 ? "is" : "are") expected.
        """
    case .entries(let wrong, of: 1):
      return wrong[0].place.isEmpty
        ? "That is not right." : "\(name: wrong[0].place) is not right."
    case .entries(let wrong, let count) where wrong.count == count:
      return "None of the \(count) numbers is right."
    case .entries(let wrong, let count):
      let shown = wrong.prefix(3).map { entry -> Message in
        "\(name: entry.place) (\(formula: entry.found.text(), numbers: entry.found.numbers))"
      }
      let more: Message = wrong.count > 3 ? " and \(wrong.count - 3) more" : ""
      return """
        \(wrong.count) of the \(count) numbers \(wrong.count == 1 ? "is" : "are") not right: \
        \(shown.joined(by: ", "))\(more).
        """
    }
  }
}

/// A walk through two values side by side.
private struct Comparison {
  package let tolerance: Tolerance
  let base: Int
  var wrong: [ValueDifference.Entry] = []
  var count = 0
  var length: ValueDifference.Kind?

  mutating func compare(
    _ found: FunctionValue, _ expected: FunctionValue, _ type: ValueType, at place: String
  ) {
    switch (found, expected, type) {
    case (.tuple(let parts), .tuple(let others), .tuple(let members)):
      guard parts.count == members.count, others.count == members.count else {
        return note(false, found, place)
      }
      for (index, member) in members.enumerated() {
        compare(parts[index], others[index], member.type, at: member.label)
      }
    case (.array(let items), .array(let others), .array(let element)):
      guard items.count == others.count else {
        length =
          length
          ?? .length(at: place.joiningIndices, found: items.count, expected: others.count)
        return
      }
      for index in items.indices {
        compare(items[index], others[index], element, at: "\(place)[\(index + base)]")
      }
    case (.double(let number), .double(let right), _):
      // What a wrong calculation comes to may be no number; the right one never is.
      let isAlike = number == right || number.isNaN && right.isNaN
      note(isAlike || tolerance.accepts(number, for: right), found, place)
    default: note(found == expected, found, place)
    }
  }

  private mutating func note(_ isRight: Bool, _ found: FunctionValue, _ place: String) {
    count += 1
    if !isRight {
      wrong.append(.init(place: place.joiningIndices, found: found))
    }
  }
}

extension String {
  /// `W[1, 2]` for `W[1][2]`.
  fileprivate var joiningIndices: String { replacing(text: "][", by: ", ") }
}
