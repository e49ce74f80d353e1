import Gradebooks
import SystemCalls
import Testing

@testable import Classroom

@Suite("What is kept of times and extensions")
struct CourseJournalTests {
  @Test("comes back as it was, on whose clock it was said included")
  func roundTrip() throws {
    var record = StudentRecord(id: "ada")
    record.times["one"] = HandInTime(time: CourseTime("2026-03-02 23:30"), lateBy: 60, isLate: true)
    record.extensions[DueExtension.all] = .by(86_400)
    record.extensions["one"] = CourseTime("2026-03-05T12:00+01:00").map { .until($0) }
    var writer = ByteWriter()
    record.writeCourse(to: &writer)
    var reader = ByteReader(writer.bytes[...])
    var kept = StudentRecord(id: "ada")
    try kept.readCourse(&reader)
    #expect(kept.times == record.times)
    #expect(kept.extensions == record.extensions)
  }
}
