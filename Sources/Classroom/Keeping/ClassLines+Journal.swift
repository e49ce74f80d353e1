import Gradebooks
import SystemCalls

extension ClassLines {
  func write(to writer: inout ByteWriter) {
    writer.write(form)
    for bytes in [results, row.bytes] {
      writer.write(bytes.count)
      writer.write(raw: bytes)
    }
  }

  init(reading reader: inout ByteReader) throws(ByteReader.Malformed) {
    let form = try reader.readBits()
    let results = Array(try reader.read(raw: try reader.readNumber()))
    let row = Array(try reader.read(raw: try reader.readNumber()))
    self.init(form: form, results: results, row: Gradebook.Row(bytes: row))
  }
}
