import Exercises
import Testing

@testable import Answers
@testable import Marking

@Suite("What of a sheet is not understood")
struct UnreadTests {
  @Test(
    "Unreadable answers, unknown names and stray lines are counted",
    arguments: [
      ("p = 6\nq = 7\nr = 49\ns = 294", Unread()),
      ("p = why\nq = 7\nr = how\ns = 294", Unread(answers: 2)),
      ("p = 6\npp = 3\nqq = 4\npp = 5", Unread(names: 2)),
      ("p = 6\nby hand\nand so on", Unread(lines: 2)),
      // Where every step has an answer nothing was lost.
      ("p = 6\nq = 7\nr = 49\ns = 294\nby hand", Unread()),
      ("p = 6\nq = 7\nr = 49\none\ntwo\nthree", Unread(lines: 1)),
    ])
  func counts(_ sheet: String, _ unread: Unread) throws {
    #expect(try Exercise.chain().feedback(on: sheet).unread == unread)
  }

  @Test("Entries of a JSON sheet count alike")
  func json() throws {
    var marker = Marker(try Exercise.chain())
    let sheet = #"{ "answers": { "p": "why", "q": 7, "pq": 3 }, "anwsers": {} }"#
    #expect(
      marker.mark(try Submission(json: sheet)).unread == Unread(answers: 1, names: 1, lines: 1))
  }

  @Test("How values were taken is nothing that was lost")
  func taken() throws {
    #expect(try Exercise.chain().feedback(on: "P: 6;\n| q | 7 |\n").unread == Unread())
  }

  @Test(
    "A sheet is to be looked at where more than a quarter could not be read",
    arguments: [
      ("p = 6\nq = 7\nr = 49\ns = x", false), ("p = 6\nq = 7\nr = x", true),
      ("p = 6\nq = 7\nr = 49\nt = 1", false), ("p = 6\nq = 7\nt = 1", true),
      ("p = 6\nq = 7\nwell", true), ("p = 6\nq = 7\nr = 49\ns = 294\nt = 1\nu = 1", false),
      ("p = 6", false), ("t = 1", true),
    ])
  func quarter(_ sheet: String, _ isLargelyUnread: Bool) throws {
    #expect(try Exercise.chain().feedback(on: sheet).isLargelyUnread == isLargelyUnread)
  }
}
