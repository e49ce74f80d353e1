import Answers
import Diagnosis
import Formulas
import Gradebooks
import Marking
import SystemCalls

extension StudentResult {
  /// The result as it stands in a journal.
  ///
  /// - Parameter lines: What stands of it in the files of the class, where that is known.
  package func frame(with lines: ClassLines? = nil) -> [UInt8] {
    var entry = ByteWriter()
    entry.write(keys.work)
    entry.write(keys.exercises)
    entry.write(keys.handed)
    entry.write(keys.index)
    entry.write(label)
    write(to: &entry)
    entry.write(optional: lines) { $1.write(to: &$0) }
    return JournalFrame.around(entry.bytes, of: record.id)
  }

  /// The result as it was, to the bit, but for what students handed in, which only pages show.
  ///
  /// - Parameters:
  ///   - frame: A frame that is whole.
  ///   - number: The student's place in the class as it is now.
  package init(frame: ArraySlice<UInt8>, number: Int) throws(ByteReader.Malformed) {
    var reader = ByteReader(JournalFrame.entry(in: frame))
    try self.init(reading: &reader, number: number)
  }

  /// Reads the result, behind which its lines may stand.
  init(reading reader: inout ByteReader, number: Int) throws(ByteReader.Malformed) {
    let keys = Keys(
      work: try reader.readDigest(), exercises: try reader.readDigest(),
      handed: try reader.readDigest(), index: try reader.readBits())
    let label = try reader.readText()
    self.init(
      StudentRecord(id: try reader.readText()), number: number, label: label)
    self.keys = keys
    record.name = try reader.readText()
    record.aliases = try reader.readTexts()
    record.isLate = try reader.readFlag()
    try record.readCourse(&reader)
    record.origin = try reader.readText()
    record.remarks = try reader.readMessages()
    record.problems = try reader.readMessages()
    record.faults = try reader.readMessages()
    let id = record.id
    var provenance: [String: Provenance] = [:]
    record.results = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      let own = Provenance(key: try reader.readDigest(), pages: try reader.readBits())
      let feedback = try Feedback(reading: &reader, of: id)
      provenance[feedback.exercise] = own
      return feedback
    }
    self.provenance = provenance
  }

  /// Whether the same was said about the same student, be it with another machine's compiler.
  func agrees(with other: StudentResult) -> Bool {
    let bytes = [self, other].map { result in
      var writer = ByteWriter()
      result.write(to: &writer, hasKeys: false)
      return writer.bytes
    }
    return label == other.label && bytes[0] == bytes[1]
  }

  /// - Parameter hasKeys: Whether what the marks were made from stands beside them, and which pages
  ///   were written.
  private func write(to writer: inout ByteWriter, hasKeys: Bool = true) {
    writer.write(record.id)
    writer.write(record.name)
    writer.write(each: record.aliases)
    writer.write(record.isLate)
    record.writeCourse(to: &writer)
    writer.write(record.origin)
    for messages in [record.remarks, record.problems, record.faults] {
      writer.write(each: messages) { $1.write(to: &$0) }
    }
    writer.write(each: record.results) { writer, feedback in
      let own = hasKeys ? provenance(of: feedback.exercise) : Provenance()
      writer.write(own.key)
      writer.write(own.pages)
      feedback.write(to: &writer)
    }
  }
}

extension Feedback {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(exercise)
    writer.write(each: steps) { $1.write(to: &$0) }
    writer.write(optional: ruling) { $1.write(to: &$0) }
    writer.write(each: summary) { $1.write(to: &$0) }
    writer.write(each: remarks) { $1.write(to: &$0) }
    writer.write(each: notes) { $1.write(to: &$0) }
    for count in [unread.answers, unread.names, unread.lines] { writer.write(count) }
    writer.write(each: unread.choices)
    writer.write(each: chosen) {
      $0.write($1.name)
      $0.write($1.value)
    }
    writer.write(each: traces) { writer, trace in
      writer.write(trace.sort.rawValue)
      writer.write(trace.step)
      writer.write(trace.key)
      writer.write(trace.label)
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
    ruling = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try Ruling(reading: &reader)
    }
    summary = try reader.readMessages()
    remarks = try reader.readMessages()
    notes = try reader.readMessages()
    unread = Unread(
      answers: try reader.readNumber(), names: try reader.readNumber(),
      lines: try reader.readNumber(), choices: try reader.readTexts())
    chosen = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      (try reader.readText(), try reader.readTensor())
    }
    traces = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      let sort = WorkTrace.Sort(rawValue: try reader.readNumber())
      guard let sort else { throw ByteReader.Malformed() }
      return WorkTrace(
        sort, step: try reader.readNumber(), key: try reader.readBits(),
        label: try reader.readText())
    }
  }
}

extension StepFeedback {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(status.number)
    writer.write(points)
    writer.write(outOf)
    writer.write(isBare)
    if isBare { return }
    writer.write(each: says) { $1.write(to: &$0) }
    writer.write(optional: diagnosis) { $1.write(to: &$0) }
    writer.write(optional: evidence) { $1.write(to: &$0) }
    writer.write(each: follows)
    writer.write(optional: text) { $0.write($1) }
    writer.write(optional: ruling) { $1.write(to: &$0) }
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
      outOf: try reader.readDouble())
    if try reader.readFlag() { return }
    says = try reader.readMessages()
    diagnosis = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try Explanation(reading: &reader)
    }
    evidence = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try SlopeEvidence(reading: &reader)
    }
    follows = try reader.readTexts()
    text = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readText()
    }
    ruling = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try Ruling(reading: &reader)
    }
    expected = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      try reader.readFlag() ? .value(try reader.readTensor()) : .text(try reader.readText())
    }
  }
}

extension Explanation {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(each: edits)
    writer.write(optional: step) { $0.write($1) }
    writer.write(optional: formula) { $0.write($1) }
    writer.write(optional: certainty) { $0.write($1.rawValue) }
    writer.write(each: alternatives) { $1.write(to: &$0) }
    writer.write(each: gists) { $1.write(to: &$0) }
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
    certainty = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
      guard let certainty = Certainty(rawValue: try reader.readText()) else {
        throw ByteReader.Malformed()
      }
      return certainty
    }
    alternatives = try reader.readEach { (reader) throws(ByteReader.Malformed) in
      try Explanation(reading: &reader)
    }
    gists = try reader.readMessages()
  }
}

extension SlopeEvidence {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(each: entry) { $0.write($1) }
    writer.write(optional: slope) { $0.write($1) }
    writer.write(given)
    writer.write(optional: remainderOrder) { $0.write($1) }
    writer.write(isAtKink)
    says.write(to: &writer)
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
      isAtKink: try reader.readFlag(), says: try Message(reading: &reader))
  }
}
