import Numerics
import TestSupport
import Testing

@testable import Diagnosis
@testable import Marking
@testable import Reports

@Suite("The limits of reports, at their edges")
struct ReportLimitsTests {
  @Test(
    "two hundred students are shown one by one, and of more nobody",
    .edge(of: "rows of a list in reports"))
  func rows() throws {
    func shown(_ students: Int) throws -> Int {
      let feedback = ClassStatisticsTests.feedback(.correct, .incorrect)
      let all = ClassStatisticsTests.statistics(Array(repeating: feedback, count: students))
      return try #require(all.exercises["e"]).rows.count
    }
    #expect(try shown(Limits.reportRows) == 200)
    #expect(try shown(Limits.reportRows + 1) == 0)
  }

  @Test("two hundred are listed whose sheets were not all read, and more are counted")
  func unread() {
    func table(_ students: Int) -> UnreadTable {
      var table = UnreadTable()
      for number in 0..<students {
        table.add("s\(number)", [ClassStatisticsTests.feedback(.unreadable, .toBeRead)])
      }
      return table
    }
    let most = table(Limits.reportRows)
    #expect(most.doubtful.count + most.others.count == 200 && most.further == 0)
    let more = table(Limits.reportRows + 1)
    #expect(more.doubtful.count + more.others.count == 200 && more.further == 1)
    #expect(more.toBeRead == 201)
  }

  @Test(
    "a thousand mistakes are told apart, and more are counted",
    .edge(of: "mistakes told apart in reports"))
  func mistakes() {
    func table(_ mistakes: Int) -> MistakeTable {
      var table = MistakeTable()
      for number in 0..<mistakes {
        let step = ClassStatisticsTests.feedback(.incorrect, .correct, edit: "edit-\(number)")
          .steps[0]
        table.add(step, at: 0, by: "ada")
      }
      return table
    }
    let most = table(Limits.reportMistakes)
    #expect(most.commonest(.max).count == 1000 && most.others == 0)
    let more = table(Limits.reportMistakes + 1)
    #expect(more.commonest(.max).count == 1000 && more.others == 1)
  }
}
