import Formulas
import Grading

extension StudentRecord {
  /// Writes everything that ``init(reading:)`` reads.
  ///
  /// - Parameter hasKeys: Whether what the marks were made from stands beside them, and which pages
  ///   were written.
  func write(to writer: inout ByteWriter, hasKeys: Bool = true) {
    writer.write(id)
    writer.write(name)
    writer.write(each: aliases)
    writer.write(isLate)
    writer.write(origin)
    for texts in [remarks, problems, faults] { writer.write(each: texts) }
    writer.write(each: results) {
      $0.write(hasKeys ? $1.key : .nothing)
      $0.write(hasKeys ? $1.pages : 0)
      $1.feedback.write(to: &$0)
    }
  }

  /// The record as it was, to the bit, but for what students handed in, which only pages show.
  init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(id: try reader.readText())
    name = try reader.readText()
    aliases = try reader.readTexts()
    isLate = try reader.readFlag()
    origin = try reader.readText()
    remarks = try reader.readTexts()
    problems = try reader.readTexts()
    faults = try reader.readTexts()
    let id = id
    results = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      let key = try reader.readDigest()
      let pages = try reader.readBits()
      return Result(feedback: try Feedback(reading: &reader, of: id), key: key, pages: pages)
    }
  }
}

extension Feedback {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(exercise)
    writer.write(each: steps) { $1.write(to: &$0) }
    writer.write(each: remarks)
    writer.write(each: notes)
    writer.write(each: chosen) {
      $0.write($1.name)
      $0.write($1.value)
    }
  }

  fileprivate init(
    reading reader: inout ByteReader, of student: String
  ) throws(ByteReader.Malformed) {
    let exercise = try reader.readText()
    let steps = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      try StepFeedback(reading: &reader)
    }
    self.init(exercise: exercise, student: student, steps: steps)
    remarks = try reader.readTexts()
    notes = try reader.readTexts()
    chosen = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      (try reader.readText(), try reader.readTensor())
    }
  }
}

extension StepFeedback {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(Status.allCases.firstIndex(of: status) ?? 0)
    writer.write(points)
    writer.write(outOf)
    writer.write(each: says)
    writer.write(optional: diagnosis) { $1.write(to: &$0) }
    writer.write(optional: evidence) { $1.write(to: &$0) }
    writer.write(each: follows)
    writer.write(optional: text) { $0.write($1) }
    writer.write(optional: expected) { writer, expected in
      switch expected {
      case .value(let value):
        writer.write(true)
        writer.write(value)
      case .text(let text):
        writer.write(false)
        writer.write(text)
      }
    }
  }

  fileprivate init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    let (name, status) = (try reader.readText(), try reader.readNumber())
    guard Status.allCases.indices.contains(status) else { throw ByteReader.Malformed() }
    self.init(
      name: name, status: Status.allCases[status], points: try reader.readDouble(),
      outOf: try reader.readDouble(), says: try reader.readTexts())
    diagnosis = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try Diagnosis(reading: &reader)
    }
    evidence = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try SlopeEvidence(reading: &reader)
    }
    follows = try reader.readTexts()
    text = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readText()
    }
    expected = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readFlag() ? .value(try reader.readTensor()) : .text(try reader.readText())
    }
  }
}

extension Diagnosis {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(each: edits)
    writer.write(optional: step) { $0.write($1) }
    writer.write(optional: formula) { $0.write($1) }
  }

  fileprivate init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    guard let kind = Kind(rawValue: try reader.readText()) else { throw ByteReader.Malformed() }
    let edits = try reader.readTexts()
    let step = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readText()
    }
    let formula = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readText()
    }
    self.init(kind: kind, edits: edits, step: step, formula: formula)
  }
}

extension SlopeEvidence {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(each: entry) { $0.write($1) }
    writer.write(optional: slope) { $0.write($1) }
    writer.write(given)
    writer.write(optional: remainderOrder) { $0.write($1) }
    writer.write(isAtKink)
    writer.write(says)
  }

  fileprivate init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    let entry = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      try reader.readNumber()
    }
    let slope = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readDouble()
    }
    let given = try reader.readDouble()
    let order = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readDouble()
    }
    self.init(
      entry: entry, slope: slope, given: given, remainderOrder: order,
      isAtKink: try reader.readFlag(), says: try reader.readText())
  }
}
