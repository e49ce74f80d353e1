import Exercises

/// Entries to be put in order, all of them or those that belong.
struct OrderTask: Sendable {
  struct Item: Sendable {
    let text: String
    let id: String?
    /// Whether it has a place in the order at all.
    let belongs: Bool
    let says: String?
  }

  let name: String
  /// The id of the exercise.
  let exercise: String
  /// In the order of the file.
  let items: [Item]
  /// What must come before what, among those that belong.
  let rule: PartialOrder

  /// How many entries may stand in a right order as they are shown: half of them, or as many as do
  /// in any order.
  ///
  /// To leave them there is no work, so that credit begins above it, on everybody's sheet the same.
  var mostShown: Int {
    let asked = items.indices.filter { items[$0].belongs }
    return max(rule.leastPart(of: asked), (asked.count + 1) / 2)
  }

  /// The letters of a student's sheet.
  func letters(for student: String) -> LetteredEntries {
    let most = mostShown
    let order = StudentOrder(of: items.count, in: exercise, name, for: student) { places in
      rule.longestPart(of: places.filter { items[$0].belongs }) > most
    }
    return LetteredEntries(order: order, ids: items.map { $0.id })
  }

  /// The entries that belong, in a right order.
  var rightOrder: [Int] { rule.sorted(items.indices.filter { items[$0].belongs }) }

  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.details = { student in
      let task =
        items.allSatisfy { $0.belongs }
        ? "Put all of them in order, the first one first, as in: B A C."
        : "Put them in order, the first one first, as in: B A C. Leave out what does not belong."
      return [task] + options(for: student).map { "\($0.label)) \($0.text)" }
    }
    assignment.control = { .sequence(options(for: $0)) }
    assignment.picks = { answer, student in
      let letters = letters(for: student)
      return (try? OrderReader(letters: letters).entries(AnswerTokens(answer)))?
        .map { letters.order.letter(of: $0) }
    }
    assignment.remark = { .lettersOf($0) }
    assignment.rightAnswer = { student in
      let order = letters(for: student).order
      return rightOrder.map { order.letter(of: $0) }.joined(separator: " ")
    }
    return assignment
  }

  private func options(for student: String) -> [AnswerOption] {
    let order = letters(for: student).order
    return order.places.map { AnswerOption(label: order.letter(of: $0), text: items[$0].text) }
  }
}
