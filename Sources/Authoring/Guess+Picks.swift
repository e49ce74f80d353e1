import Exercises

extension Guess {
  /// Every way of picking answers without reading what they say.
  static let picks = [
    picking("picks the first of everything") { $0.first },
    picking("picks the last of everything") { $0.last },
    Guess(words: "leaves everything in the order shown", pick: inOrderShown),
    Guess(words: "picks everything there is", pick: everything),
    Guess(words: "picks nothing of anything", pick: nothing),
  ]

  /// One option, one line, and one partner for all entries.
  private static func picking(
    _ words: String, _ choice: @escaping @Sendable ([AnswerOption]) -> AnswerOption?
  ) -> Guess {
    Guess(
      words: words,
      pick: { control in
        switch control {
        case .options(let options, _): choice(options)?.label
        case .lines(let lines, _): choice(lines)?.label
        case .sequence: nil
        case .pairs(let entries, let partners):
          choice(partners).map { partner in
            entries.map { "\($0.label)-\(partner.label)" }.joined(separator: ", ")
          }
        }
      })
  }

  private static let inOrderShown: @Sendable (AnswerControl) -> String? = { control in
    guard case .sequence(let items) = control else { return nil }
    return items.map(\.label).joined(separator: " ")
  }

  private static let everything: @Sendable (AnswerControl) -> String? = { control in
    switch control {
    case .options(let all, takesSeveral: true), .lines(let all, _):
      all.map(\.label).joined(separator: ", ")
    case .options, .sequence, .pairs: nil
    }
  }

  private static let nothing: @Sendable (AnswerControl) -> String? = { control in
    if case .lines = control { "none" } else { nil }
  }
}

extension AnswerControl {
  /// The share of the points that a pick earns on average that is as good as any other: of one
  /// option or line, or of one partner for all entries; none where an order stays as it is shown.
  var luck: Double {
    switch self {
    case .options(let all, _), .lines(let all, _), .pairs(_, let all): 1 / Double(max(all.count, 1))
    case .sequence: 0
    }
  }
}
