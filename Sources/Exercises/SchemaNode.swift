import LocatedJSON

/// A part of a JSON Schema (draft-07), as far as exercise files need one.
package indirect enum SchemaNode: Sendable {
  case string
  case number
  case integer
  case boolean
  case constant([String])
  case array(SchemaNode)
  /// An object with known keys, those of `required` being necessary.
  case object([(key: Key, value: SchemaNode)], required: [Key])
  /// An object whose keys are names of the author's.
  case map(SchemaNode)
  case anyOf([SchemaNode])
  /// A definition of the schema by its name.
  case reference(String)
  /// Anything at all.
  case any

  /// Appends the node; a description stands beside everything but a reference.
  package func write(to json: inout JSONWriter, describedAs description: String? = nil) {
    json.beginObject()
    if case .reference(let name) = self {
      // In draft-07 nothing may stand beside a reference.
      if let description {
        json.key("description")
        json.value(description)
        json.key("allOf")
        json.beginArray()
        SchemaNode.reference(name).write(to: &json)
        json.endArray()
      } else {
        json.key("$ref")
        json.value("#/definitions/\(name)")
      }
      json.endObject()
      return
    }
    if let description {
      json.key("description")
      json.value(description)
    }
    writeContent(to: &json)
    json.endObject()
  }

  private func writeContent(to json: inout JSONWriter) {
    func type(_ name: String) {
      json.key("type")
      json.value(name)
    }
    switch self {
    case .string: type("string")
    case .number: type("number")
    case .integer: type("integer")
    case .boolean: type("boolean")
    case .any, .reference: break
    case .constant(let words):
      json.key("enum")
      json.beginArray()
      words.forEach { json.value($0) }
      json.endArray()
    case .array(let item):
      type("array")
      json.key("items")
      item.write(to: &json)
    case .map(let value):
      type("object")
      json.key("additionalProperties")
      value.write(to: &json)
    case .anyOf(let nodes):
      json.key("anyOf")
      json.beginArray()
      nodes.forEach { $0.write(to: &json) }
      json.endArray()
    case .object(let members, let required):
      type("object")
      json.key("additionalProperties")
      json.value(false)
      if !required.isEmpty {
        json.key("required")
        json.beginArray()
        required.forEach { json.value($0.name) }
        json.endArray()
      }
      json.key("properties")
      json.beginObject()
      for (key, value) in members {
        json.key(key.name)
        value.write(to: &json, describedAs: key.summary)
      }
      json.endObject()
    }
  }

  /// The keys of every object in the node, itself included.
  var keyLists: [[Key]] {
    switch self {
    case .object(let members, _): [members.map { $0.key }] + members.flatMap { $0.value.keyLists }
    case .array(let inner), .map(let inner): inner.keyLists
    case .anyOf(let nodes): nodes.flatMap { $0.keyLists }
    default: []
    }
  }
}
