/// What a student typed into a page of the system instead of handing in a file.
///
/// Moodle and Canvas keep it as HTML. Its lines are taken for those of an `.answers` file, from the
/// first one on that looks like one.
struct OnlineText {
  private let page: [UInt8]
  private var place = 0
  private var text: [UInt8] = []

  /// Whether a system gives that name to what was typed.
  static func isName(_ name: String) -> Bool { name == "onlinetext.html" || name == "text.html" }

  /// The text of a page: tags are taken out, and where a line or a paragraph ends, a line ends.
  static func plain(_ page: [UInt8]) -> [UInt8] {
    var reader = OnlineText(page)
    reader.read()
    let lines = reader.text.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Without any such line it is a remark, to be looked at as it is.
    let first = lines.firstIndex(where: isAnswer) ?? 0
    return Array(lines[first...].joined(separator: [0x0A]))
  }

  private static func isAnswer(_ line: ArraySlice<UInt8>) -> Bool {
    let start = line.drop { $0 == 0x20 || $0 == 0x09 }
    return line.contains(UInt8(ascii: "=")) || start.starts(with: Array("exercise:".utf8))
      || start.starts(with: Array("student:".utf8))
  }

  private init(_ page: [UInt8]) {
    self.page = page
    text.reserveCapacity(page.count)
  }

  private mutating func read() {
    while place < page.count {
      switch page[place] {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readEntity()
      case 0xC2 where place + 1 < page.count && page[place + 1] == 0xA0:
        // A space that no line may be broken at.
        text.append(0x20)
        place += 2
      default:
        text.append(page[place])
        place += 1
      }
    }
  }

  // MARK: Tags

  /// Tags behind which a line ends.
  private static let blocks: Set<String> = [
    "br", "br/", "/p", "/div", "/li", "/tr", "/pre", "/h1", "/h2", "/h3", "/h4", "/title",
  ]
  /// What is not shown.
  private static let hidden: Set<String> = ["script", "style"]

  private mutating func readTag() {
    guard let name = tag(at: place), let end = end(ofTagAt: place) else {
      // No tag: a sign that somebody compares with.
      text.append(page[place])
      place += 1
      return
    }
    place = end + 1
    if OnlineText.blocks.contains(name) { text.append(0x0A) }
    guard OnlineText.hidden.contains(name) else { return }
    // Without its end it is all there is, as browsers have it.
    while place < page.count, tag(at: place) != "/" + name { place += 1 }
  }

  /// The name of the tag that begins at a place, in small letters; nil where none does.
  private func tag(at place: Int) -> String? {
    guard page[place] == UInt8(ascii: "<"), place + 1 < page.count else { return nil }
    let first = page[place + 1]
    let isTag = first.isLetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
    guard isTag else { return nil }
    let name = page[(place + 1)...].prefix(8).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Where a tag ends; nil where another begins before, or none ends.
  private func end(ofTagAt place: Int) -> Int? {
    let end = page[(place + 1)...].firstIndex {
      $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<")
    }
    return end.flatMap { page[$0] == UInt8(ascii: ">") ? $0 : nil }
  }

  // MARK: Entities

  private static let entities = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ", "minus": "\u{2212}",
  ]

  private mutating func readEntity() {
    let name = page[(place + 1)...].prefix(11).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    guard name.endIndex < page.count, page[name.endIndex] == UInt8(ascii: ";"),
      let meaning = OnlineText.meaning(String(decoding: name, as: UTF8.self))
    else {
      text.append(page[place])
      place += 1
      return
    }
    text += meaning.utf8
    place = name.endIndex + 1
  }

  /// What stands for an entity, be it given by its number.
  private static func meaning(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return entities[name] }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
