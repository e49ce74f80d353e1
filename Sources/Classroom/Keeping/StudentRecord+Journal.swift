import Gradebooks
import Marking
import SystemCalls

extension StudentRecord {
  /// Writes when work was handed in, and what a person decided about all of it.
  func writeCourse(to writer: inout ByteWriter) {
    let times = times.sorted { $0.key < $1.key }
    writer.write(each: times) { writer, entry in
      writer.write(entry.key)
      writer.write(optional: entry.value.time) { $1.write(to: &$0) }
      writer.write(optional: entry.value.lateBy) { $0.write($1) }
      writer.write(entry.value.isLate)
    }
    let extensions = extensions.sorted { $0.key < $1.key }
    writer.write(each: extensions) { writer, entry in
      writer.write(entry.key)
      switch entry.value {
      case .until(let time):
        writer.write(true)
        time.write(to: &writer)
      case .by(let seconds):
        writer.write(false)
        writer.write(seconds)
      }
    }
    writer.write(optional: ruling) { $1.write(to: &$0) }
  }

  mutating func readCourse(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    let times = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      let exercise = try reader.readText()
      var time = HandInTime()
      time.time = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
        try CourseTime(reading: &reader)
      }
      time.lateBy = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
        try reader.readNumber()
      }
      time.isLate = try reader.readFlag()
      return (exercise, time)
    }
    self.times = Dictionary(times, uniquingKeysWith: { $1 })
    let extensions = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      let exercise = try reader.readText()
      let isMoment = try reader.readFlag()
      let granted: DueExtension =
        isMoment ? .until(try CourseTime(reading: &reader)) : .by(try reader.readNumber())
      return (exercise, granted)
    }
    self.extensions = Dictionary(extensions, uniquingKeysWith: { $1 })
    ruling = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try Ruling(reading: &reader)
    }
  }
}

extension CourseTime {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(seconds)
    writer.write(isZoned)
    writer.write(offset)
  }

  fileprivate init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      seconds: try reader.readNumber(), isZoned: try reader.readFlag(),
      offset: try reader.readNumber())
  }
}

extension Ruling {
  func write(to writer: inout ByteWriter) {
    for number in [points, bonus, foundPoints, foundOutOf] {
      writer.write(optional: number) { $0.write($1) }
    }
    writer.write(isExcused)
    writer.write(each: words) { $1.write(to: &$0) }
    for text in [by, why, foundStatus?.rawValue] { writer.write(optional: text) { $0.write($1) } }
  }

  init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init()
    func number(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> Double? {
      try reader.readOptional { (reader) throws(ByteReader.Malformed) in try reader.readDouble() }
    }
    func text(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> String? {
      try reader.readOptional { (reader) throws(ByteReader.Malformed) in try reader.readText() }
    }
    points = try number(&reader)
    bonus = try number(&reader)
    foundPoints = try number(&reader)
    foundOutOf = try number(&reader)
    isExcused = try reader.readFlag()
    words = try reader.readMessages()
    by = try text(&reader)
    why = try text(&reader)
    foundStatus = try text(&reader).flatMap { Status(rawValue: $0) }
  }
}
