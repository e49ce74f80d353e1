/// Members of an object, a name and a value at once.
extension JSONWriter {
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  package mutating func member(_ name: String, _ numbers: [Int]) {
    key(name)
    beginArray()
    for number in numbers { value(number) }
    endArray()
  }

  package mutating func member(_ name: String, _ numbers: [Double]) {
    key(name)
    beginArray()
    for number in numbers { value(number) }
    endArray()
  }
}
