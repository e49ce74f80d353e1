@testable import LocatedJSON

/// A JSON value without its places, for comparisons.
indirect enum Tree: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Tree])
  case object([Entry])

  struct Entry: Equatable, Sendable {
    let name: String
    let value: Tree
  }

  init(_ value: LocatedValue) {
    switch value.kind {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .array(let entries): self = .array(entries.map(Tree.init))
    case .object(let members):
      self = .object(members.map { Entry(name: $0.name, value: Tree($0.value)) })
    }
  }

  init(parsing text: String) throws(Problem) {
    self.init(try JSONText.parse(SourceText(name: "test.json", text: text)))
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let bool): writer.value(bool)
    case .number(let number): writer.value(number)
    case .string(let text): writer.value(text)
    case .array(let entries):
      writer.beginArray()
      for entry in entries { entry.write(to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.name)
        member.value.write(to: &writer)
      }
      writer.endObject()
    }
  }

  func written(_ layout: JSONWriter.Layout) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    write(to: &writer)
    return writer.bytes
  }
}
