import LocatedJSON

/// Results as one JSON object for each student, as several systems take them.
extension JSONWriter {
  /// The object, with a line end.
  static func object(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    members(&json)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// A list of one object for each entry.
  mutating func member<Entry>(
    _ name: String, _ entries: some Sequence<Entry>, object: (Entry, inout JSONWriter) -> Void
  ) {
    key(name)
    beginArray()
    for entry in entries {
      beginObject()
      object(entry, &self)
      endObject()
    }
    endArray()
  }
}
