import Answers
import Testing

@testable import Diagnosis
@testable import Marking
@testable import Reports

@Suite("Reasons across a class")
struct ReasonTableTests {
  /// Feedback on an exercise of whose wrong steps the reasons are known.
  private static func feedback(
    _ exercise: String, _ steps: [(name: String, gists: [String])], says: Message = "words",
    status: Status = .incorrect
  ) -> Feedback {
    Feedback(
      exercise: exercise, student: "",
      steps: steps.map { name, gists in
        var step = StepFeedback(name: name, status: status, points: 0, outOf: 1, says: [says])
        step.diagnosis = Explanation(
          kind: gists.isEmpty ? .mistake : .mutation, gists: gists.map { Message(words: $0) })
        return step
      })
  }

  private static func lines(_ table: ReasonTable) -> [String] {
    table.commonest(10).map { entry in
      let places = entry.commonestPlaces(3).map {
        "\($0.place.step) of \($0.place.exercise) \($0.count)"
      }
      return ([entry.sentence] + places + entry.examples).joined(separator: "|")
    }
  }

  @Test("a slip counts once for a student, in whatever steps and exercises it was made")
  func across() {
    var table = ReasonTable()
    let slope = "left out σ′"
    table.add(
      "ada",
      [
        Self.feedback("e", [("d1", [slope]), ("d2", [slope])]),
        Self.feedback("f", [("g", [slope])]),
      ])
    table.add("bob", [Self.feedback("e", [("d2", [slope, "lost a minus sign"])])])
    table.add("cy", [Self.feedback("e", [("d2", ["lost a minus sign"])], status: .followsThrough)])
    table.add("dee", [Self.feedback("f", [("g", ["left out a bias"])])])
    #expect(
      Self.lines(table) == [
        "2 students left out σ′ somewhere|d2 of e 2|d1 of e 1|g of f 1|ada|bob",
        "2 students lost a minus sign|d2 of e 2|bob|cy", "1 student left out a bias|g of f 1|dee",
      ])
  }

  @Test("what an author says stands for itself, where the answer itself is wrong")
  func quoted() {
    var table = ReasonTable()
    let words: Message = "\(authored: "The 2 is missing.")"
    table.add("ada", [Self.feedback("e", [("u", [])], says: words)])
    table.add("bob", [Self.feedback("f", [("u", [])], says: words)])
    table.add(
      "cy", [Self.feedback("e", [("v", [])], says: "The same as in u.", status: .followsThrough)])
    #expect(
      Self.lines(table) == ["2 students: “The 2 is missing.”|u of e 1|u of f 1|ada|bob"])
  }

  @Test("of several reasons none is counted")
  func several() {
    var feedback = Self.feedback("e", [("u", [])])
    feedback.steps[0].diagnosis?.alternatives = [Explanation(kind: .slip)]
    var table = ReasonTable()
    table.add("ada", [feedback])
    #expect(table.isEmpty)
  }

  @Test("the table stops growing, and goes on counting what it has")
  func bounded() {
    var table = ReasonTable()
    for number in 0..<2 * ReasonTable.mostReasons {
      table.add(
        "s\(number)", [Self.feedback("e", [("u\(number)", ["slip \(number)", "the same"])])])
    }
    #expect(table.count == ReasonTable.mostReasons)
    let first = table.commonest(1)[0]
    #expect(first.students == 2 * ReasonTable.mostReasons && first.places.count == 100)
    #expect(table.others == ReasonTable.mostReasons + 1)
  }
}
