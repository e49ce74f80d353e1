import Numerics

/// A recursive-descent reader of JSON over a buffer of bytes.
///
/// Past the end of the buffer `byte` is 0, which no rule of JSON accepts: the reading code needs no
/// second test, and the diagnosis tells the end from a real NUL.
struct JSONParser {
  let source: SourceText
  let bytes: UnsafeBufferPointer<UInt8>
  package var offset: Int
  /// The elements of the lists that are still open, so that each list is allocated once, at its size.
  private var elements: [LocatedValue] = []
  private var members: [LocatedMember] = []
  private var depth = 0

  init(_ source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
    self.offset = source.contentStart
    elements.reserveCapacity(32)
    members.reserveCapacity(16)
  }

  @inline(__always)
  var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  mutating func document() throws(SyntaxFault) -> LocatedValue {
    if let encoding = ForeignEncoding(of: bytes) { throw .foreignEncoding(encoding) }
    skipSpace()
    if offset == bytes.count { throw .emptyDocument(at: offset) }
    let value = try value()
    skipSpace()
    if offset < bytes.count { throw unexpected(expecting: .endOfDocument) }
    return value
  }

  private mutating func value() throws(SyntaxFault) -> LocatedValue {
    let start = offset
    let kind: LocatedValue.Kind
    switch byte {
    case .quote: kind = .string(try string())
    case .minus, .zero ... .nine: kind = .number(try number())
    case .openBracket: kind = .array(try array())
    case .openBrace: kind = .object(try object())
    case UInt8(ascii: "t") where skipWord("true"): kind = .bool(true)
    case UInt8(ascii: "f") where skipWord("false"): kind = .bool(false)
    case UInt8(ascii: "n") where skipWord("null"): kind = .null
    default: throw unexpected(expecting: .value)
    }
    return LocatedValue(kind, range: Range(uncheckedBounds: (start, offset)))
  }

  private mutating func array() throws(SyntaxFault) -> [LocatedValue] {
    let opening = offset
    let first = elements.count
    try descend()
    if byte != .closeBracket {
      while true {
        elements.append(try value())
        skipSpace()
        if byte != .comma { break }
        try skipComma(before: .closeBracket)
      }
      guard byte == .closeBracket else {
        throw unexpected(expecting: .commaOrBracket(opening: opening))
      }
    }
    ascend()
    let array = Array(elements[first...])
    elements.removeLast(elements.count - first)
    return array
  }

  private mutating func object() throws(SyntaxFault) -> [LocatedMember] {
    let opening = offset
    let first = members.count
    try descend()
    if byte != .closeBrace {
      while true {
        members.append(try member())
        skipSpace()
        if byte != .comma { break }
        try skipComma(before: .closeBrace)
      }
      guard byte == .closeBrace else {
        throw unexpected(expecting: .commaOrBrace(opening: opening))
      }
    }
    ascend()
    let object = Array(members[first...])
    members.removeLast(members.count - first)
    try requireDistinctNames(object)
    return object
  }

  private mutating func member() throws(SyntaxFault) -> LocatedMember {
    let start = offset
    guard byte == .quote else { throw unexpected(expecting: .key) }
    let name = try string()
    let nameRange = Range(uncheckedBounds: (start, offset))
    skipSpace()
    guard byte == .colon else { throw unexpected(expecting: .colon(key: name)) }
    offset += 1
    skipSpace()
    if byte == .comma || byte == .closeBrace { throw missingValue(of: name) }
    return LocatedMember(name: name, nameRange: nameRange, value: try value())
  }

  private func requireDistinctNames(_ members: [LocatedMember]) throws(SyntaxFault) {
    if members.count <= 16 {
      for later in members.indices.dropFirst() {
        for earlier in 0..<later where members[earlier].name == members[later].name {
          throw duplicate(members[later], of: members[earlier])
        }
      }
    } else {
      var seen: [String: Int] = [:]
      seen.reserveCapacity(members.count)
      for (index, member) in members.enumerated() {
        if let earlier = seen.updateValue(index, forKey: member.name) {
          throw duplicate(member, of: members[earlier])
        }
      }
    }
  }

  private func duplicate(_ later: LocatedMember, of earlier: LocatedMember) -> SyntaxFault {
    let first = source.position(at: earlier.nameRange.lowerBound)
    return .duplicateKey(later.name, first: first, at: later.nameRange.lowerBound)
  }
}

// MARK: - Steps through the text

extension JSONParser {
  @inline(__always)
  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case .space, .lineFeed, .carriageReturn, .tab: offset += 1
      default: return
      }
    }
  }

  private mutating func skipComma(before closing: UInt8) throws(SyntaxFault) {
    let comma = offset
    offset += 1
    skipSpace()
    if byte == closing { throw .trailingComma(at: comma) }
  }

  private mutating func descend() throws(SyntaxFault) {
    depth += 1
    if depth > JSONText.deepestNesting { throw .nestedTooDeep(at: offset) }
    offset += 1
    skipSpace()
  }

  private mutating func ascend() {
    depth -= 1
    offset += 1
  }

  /// Moves past a word if it stands here and ends where it should.
  private mutating func skipWord(_ word: StaticString) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[offset + index] != word.utf8Start[index] {
      return false
    }
    if end < bytes.count, bytes[end].isWordByte { return false }
    offset = end
    return true
  }
}
