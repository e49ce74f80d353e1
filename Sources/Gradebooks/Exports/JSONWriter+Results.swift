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

  mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  mutating func member(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
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

  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }
}
