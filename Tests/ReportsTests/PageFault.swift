/// What keeps a page from being XML, or from being complete in itself.
struct PageFault: Error, CustomStringConvertible {
  let description: String

  /// Reads a page from end to end.
  ///
  /// Stricter than a browser: every element is closed, every value is in quotation marks, there are
  /// no other entities than the escaper's, no scripts, and no addresses.
  static func check(_ page: String) throws {
    let start = "<!DOCTYPE html>\n"
    guard page.hasPrefix(start) else { throw PageFault(description: "it does not say what it is") }
    var open: [Substring] = []
    var ids: Set<Substring> = []
    var rest = page.dropFirst(start.count)
    while let sign = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      rest = rest[sign...]
      if rest.first == "&" {
        rest = try entity(rest)
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw PageFault(near: rest) }
      let tag = rest[rest.index(after: sign)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard open.popLast() == tag.dropFirst() else { throw PageFault(near: tag) }
      } else {
        let isEmpty = tag.last == "/"
        let (name, values) = try attributes(isEmpty ? tag.dropLast() : tag)
        if name == "script" || name == "link" || name == "iframe" || name == "img" {
          throw PageFault(near: tag)
        }
        for (key, value) in values {
          if key == "id", !ids.insert(value).inserted { throw PageFault(near: tag) }
          let isOwn = key != "href" || value.hasPrefix("#")
          if key == "src" || key.hasPrefix("on") || !isOwn { throw PageFault(near: tag) }
        }
        if !isEmpty { open.append(name) }
      }
    }
    if !open.isEmpty { throw PageFault(description: "not closed: \(open)") }
    for word in ["http://", "https://", "url(", "@import", "javascript:"] where page.contains(word)
    {
      throw PageFault(description: "\(word) is in it")
    }
  }

  private static func entity(_ text: Substring) throws -> Substring {
    for entity in ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"] where text.hasPrefix(entity) {
      return text.dropFirst(entity.count)
    }
    throw PageFault(near: text)
  }

  private static func attributes(
    _ tag: Substring
  ) throws -> (name: Substring, values: [(key: Substring, value: Substring)]) {
    let name = tag.prefix { $0.isLetter || $0.isNumber }
    var rest = tag.dropFirst(name.count)
    var values: [(key: Substring, value: Substring)] = []
    if name.isEmpty { throw PageFault(near: tag) }
    while !rest.isEmpty {
      guard rest.first == " " else { throw PageFault(near: tag) }
      let key = rest.dropFirst().prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(1 + key.count)
      guard !key.isEmpty, rest.hasPrefix("=\"") else { throw PageFault(near: tag) }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(2 + value.count)
      guard rest.first == "\"", !values.contains(where: { $0.key == key }) else {
        throw PageFault(near: tag)
      }
      rest = rest.dropFirst()
      values.append((key, value))
    }
    return (name, values)
  }
}

extension PageFault {
  private init(near text: Substring) {
    self.init(description: "near '\(text.prefix(80))'")
  }
}

extension String {
  /// The page without its style sheet, for comparing the rest.
  var withoutStyle: String {
    guard let start = firstRange(of: "<style>"), let end = firstRange(of: "</style>") else {
      return self
    }
    return String(self[..<start.upperBound] + self[end.lowerBound...])
  }
}
