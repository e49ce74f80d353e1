import Answers
import SystemCalls

extension Message {
  /// Writes the parts, so that what is read again still means what it meant.
  func write(to writer: inout ByteWriter) {
    writer.write(each: parts) { $1.write(to: &$0) }
  }

  init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      try reader.readEach { (reader) throws(ByteReader.Malformed) in try Part(reading: &reader) })
  }
}

extension ByteReader {
  mutating func readMessages() throws(Malformed) -> [Message] {
    try readEach { (reader) throws(Malformed) in try Message(reading: &reader) }
  }
}

extension Message.Part {
  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .words(let text): writer.write(0, text)
    case .name(let text): writer.write(1, text)
    case .number(let text): writer.write(2, text)
    case .formula(let text, let numbers):
      writer.write(3, text)
      writer.write(each: numbers) { $0.write($1) }
    case .quotation(let text): writer.write(4, text)
    case .authored(let text): writer.write(5, text)
    case .file(let text): writer.write(6, text)
    case .place(let line, let column):
      writer.write(7)
      writer.write(optional: line) { $0.write($1) }
      writer.write(column)
    case .heading(let line, let column):
      writer.write(8)
      writer.write(line)
      writer.write(column)
    case .listing(let line, let caret):
      writer.write(9, line)
      writer.write(optional: caret) { $0.write($1) }
    }
  }

  fileprivate init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    switch try reader.readNumber() {
    case 0: self = .words(try reader.readText())
    case 1: self = .name(try reader.readText())
    case 2: self = .number(try reader.readText())
    case 3:
      let text = try reader.readText()
      let numbers = try reader.readEach { (reader) throws(ByteReader.Malformed) in
        try reader.readDouble()
      }
      self = .formula(text, numbers: numbers)
    case 4: self = .quotation(try reader.readText())
    case 5: self = .authored(try reader.readText())
    case 6: self = .file(try reader.readText())
    case 7:
      let line = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
        try reader.readNumber()
      }
      self = .place(line: line, column: try reader.readNumber())
    case 8: self = .heading(line: try reader.readNumber(), column: try reader.readNumber())
    case 9:
      let text = try reader.readText()
      let caret = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
        try reader.readNumber()
      }
      self = .listing(text, caret: caret)
    default: throw ByteReader.Malformed()
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ kind: Int, _ text: String) {
    write(kind)
    write(text)
  }
}
