import Answers
import Formulas
import Testing

@testable import Diagnosis
@testable import Marking
@testable import Reports

@Suite("What a class's marks say")
struct ClassStatisticsTests {
  /// Feedback on two steps of one and three points.
  static func feedback(
    _ first: Status, _ second: Status, says: Message = "", edit: String? = nil
  ) -> Feedback {
    func step(_ name: String, _ status: Status, _ outOf: Double) -> StepFeedback {
      let share: Double =
        switch status {
        case .correct, .followsThrough: 1
        case .partial: 0.5
        default: 0
        }
      return StepFeedback(
        name: name, status: status, points: share * outOf, outOf: outOf,
        says: says.isEmpty ? [] : [says])
    }
    var feedback = Feedback(
      exercise: "e", student: "", steps: [step("u", first, 1), step("v", second, 3)])
    if let edit { feedback.steps[0].diagnosis = Explanation(kind: .mutation, edits: [edit]) }
    return feedback
  }

  static func statistics(_ all: [Feedback]) -> ClassStatistics {
    var statistics = ClassStatistics()
    for (index, one) in all.enumerated() { statistics.add("s\(index)", [one]) }
    return statistics
  }

  @Test("scores fall into tenths, the last of which has full marks in it")
  func distribution() {
    let statistics = Self.statistics([
      Self.feedback(.correct, .correct), Self.feedback(.incorrect, .correct),
      Self.feedback(.correct, .incorrect), Self.feedback(.incorrect, .incorrect),
    ])
    #expect(statistics.students == 4 && statistics.outOf == 4)
    #expect(statistics.distribution == [1, 0, 1, 0, 0, 0, 0, 1, 0, 1])
    #expect(statistics.exercises["e"]?.bins == [1, 0, 1, 0, 0, 0, 0, 1, 0, 1])
    #expect(ScoreBin.number(of: 0.3, outOf: 1) == 3 && ScoreBin.number(of: 0.7, outOf: 1) == 7)
  }

  @Test("steps are counted by verdict, and the first slip by its step")
  func steps() throws {
    let statistics = Self.statistics([
      Self.feedback(.incorrect, .followsThrough), Self.feedback(.unanswered, .partial),
      Self.feedback(.correct, .correct), Self.feedback(.unreadable, .incorrect),
    ])
    let exercise = try #require(statistics.exercises["e"])
    #expect(exercise.submissions == 4 && exercise.fullMarks == 1 && exercise.withoutSlip == 1)
    #expect(exercise.steps.map(\.firstSlips) == [2, 1])
    #expect(exercise.followThroughPoints == 3 && exercise.points == 8.5)
    #expect(
      exercise.steps[0].counts == [.incorrect: 1, .unanswered: 1, .correct: 1, .unreadable: 1])
  }

  @Test("a step's correlation is shown from ten students on", arguments: [9, 10])
  func correlation(_ count: Int) throws {
    let all = (0..<count).map {
      Self.feedback($0 < 3 ? .correct : .incorrect, $0 < 4 ? .correct : .incorrect)
    }
    let exercise = try #require(Self.statistics(all).exercises["e"])
    #expect((exercise.steps[0].itemRest != nil) == (count >= 10))
  }

  @Test("mistakes are counted by their reason, with the first words and three students")
  func mistakes() throws {
    let all =
      (0..<5).map { Self.feedback(.incorrect, .correct, says: "says \($0)", edit: "flip-sign") }
      + [Self.feedback(.incorrect, .correct, says: "other")]
    let mistakes = try #require(Self.statistics(all).exercises["e"]).mistakes.commonest(10)
    #expect(mistakes.map(\.count) == [5, 1])
    #expect(mistakes.map(\.name) == ["flip sign", "no reason found"])
    #expect(mistakes.map(\.words) == ["says 0", "other"])
    #expect(mistakes.map(\.students) == [["s0", "s1", "s2"], ["s5"]])
  }

  @Test("single students are held up to two hundred, and no further")
  func rows() throws {
    for count in [200, 201] {
      let all = [Feedback](repeating: Self.feedback(.correct, .correct), count: count)
      let exercise = try #require(Self.statistics(all).exercises["e"])
      #expect(exercise.rows.count == (count > 200 ? 0 : count))
    }
  }

  @Test("those whose sheets were not understood are held up to two hundred of either sort")
  func unread() {
    var (little, much) = (Self.feedback(.correct, .correct), Self.feedback(.unreadable, .correct))
    little.unread = Unread(names: 1)
    much.unread = Unread(answers: 1)
    let all = [Feedback](repeating: little, count: 250) + [much, much]
    let table = Self.statistics(all).unread
    #expect(table.others.count == 200 && table.doubtful.map(\.student) == ["s250", "s251"])
    #expect(table.further == 50 && table.unread == Unread(answers: 2, names: 250))
  }

  @Test("the same choices are found, 0 and −0 being the same, and counted")
  func choices() throws {
    var table = ChoiceTable()
    table.add([("W", Tensor([0, 0.123]))], by: "a")
    table.add([("W", Tensor([1, 1]))], by: "b")
    table.add([("W", Tensor([-0.0, 0.123]))], by: "c")
    table.add([("W", Tensor([1, 1]))], by: "d")
    table.add([("W", Tensor([1, 1]))], by: "e")
    table.add([("W", Tensor([2, 1]))], by: "f")
    table.add([], by: "g")
    table.add([], by: "h")
    let groups = table.groups(10)
    #expect(groups.map(\.count) == [2, 3])
    #expect(groups.map(\.students) == [["a", "c"], ["b", "d", "e"]])
    #expect(groups.map(\.isUniform) == [false, true])
    #expect(!table.isFull)
  }

  @Test("a table of choices stops growing, and says so")
  func bounded() {
    var table = ChoiceTable()
    for number in 0...ChoiceTable.mostChoices {
      table.add([("W", Tensor(Double(number)))], by: "s")
    }
    #expect(table.isFull && table.groupCount == 0)
    table.add([("W", Tensor(0))], by: "t")
    #expect(table.groups(1).map(\.students) == [["s", "t"]])
  }
}
