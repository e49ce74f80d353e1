extension StatementText {
  /// Reads lines into blocks; containers inside one another only to a bounded depth.
  struct BlockParser {
    private static let deepest = 8

    let lines: [Substring]
    let depth: Int
    var index = 0
    private var result: [Block] = []

    init(lines: [Substring], depth: Int) {
      self.lines = lines
      self.depth = depth
    }

    /// All blocks, in order.
    mutating func blocks() -> [Block] {
      while index < lines.count {
        let line = Line(lines[index])
        if line.isBlank {
          index += 1
        } else if let block = container(line) ?? leaf(line) {
          result.append(block)
        } else {
          result.append(paragraph())
        }
      }
      return result
    }

    // MARK: - Containers

    private mutating func container(_ line: Line) -> Block? {
      guard depth < Self.deepest else { return nil }
      if line.isQuote { return quote() }
      if !line.isRule, let marker = line.marker { return list(marker) }
      return nil
    }

    private mutating func quote() -> Block {
      var inner: [Substring] = []
      while index < lines.count {
        let line = Line(lines[index])
        guard line.isQuote || (!line.isBlank && !line.startsBlock && inner.last?.isEmpty == false)
        else { break }
        inner.append(line.isQuote ? line.quoted : lines[index])
        index += 1
      }
      return .quote(nested(inner))
    }

    private mutating func list(_ first: Line.Marker) -> Block {
      var items: [[Block]] = []
      var isLoose = false
      while index < lines.count, let marker = Line(lines[index]).marker,
        marker.isOfSameList(as: first), !Line(lines[index]).isRule
      {
        let (inner, isFollowedByBlank) = item(marker)
        let blocks = nested(inner)
        isLoose = isLoose || Self.hasBlankBetweenBlocks(inner, blocks)
        items.append(blocks)
        guard isFollowedByBlank else { continue }
        guard index < lines.count, let next = Line(lines[index]).marker,
          next.isOfSameList(as: first)
        else { break }
        isLoose = true
      }
      return .list(items: items, start: first.number, isLoose: isLoose)
    }

    /// The lines of one item, their indentation taken off.
    private mutating func item(_ marker: Line.Marker) -> (lines: [Substring], endsInBlank: Bool) {
      var inner = [marker.content]
      var blanks = 0
      index += 1
      while index < lines.count {
        let line = Line(lines[index])
        if line.isBlank {
          blanks += 1
        } else if line.indentation >= marker.width {
          inner += Array(repeating: "", count: blanks)
          blanks = 0
          inner.append(lines[index].dropFirst(marker.width))
        } else if blanks == 0, !line.startsBlock, line.marker == nil {
          inner.append(line.content)
        } else {
          break
        }
        index += 1
      }
      return (inner, blanks > 0)
    }

    private static func hasBlankBetweenBlocks(_ lines: [Substring], _ blocks: [Block]) -> Bool {
      guard blocks.count > 1 else { return false }
      if case .code = blocks[0] { return false }
      return lines.contains { $0.isEmpty }
    }

    private func nested(_ lines: [Substring]) -> [Block] {
      var parser = BlockParser(lines: lines, depth: depth + 1)
      return parser.blocks()
    }

    // MARK: - Leaves

    private mutating func leaf(_ line: Line) -> Block? {
      if line.isRule {
        index += 1
        return .rule
      }
      if let (level, text) = line.heading {
        index += 1
        return .heading(level: level, InlineParser.inlines(String(text)))
      }
      if let fence = line.fence { return code(fence) }
      return table()
    }

    private mutating func code(_ fence: Line.Fence) -> Block {
      var inner: [String] = []
      index += 1
      while index < lines.count {
        let line = Line(lines[index])
        index += 1
        if let end = line.fence, end.closes(fence) { break }
        inner.append(String(line.text.dropFirst(min(line.indentation, fence.indentation))))
      }
      return .code(inner)
    }

    private mutating func paragraph() -> Block {
      var inner: [Substring] = []
      var isInDisplay = false
      while index < lines.count {
        let line = Line(lines[index])
        // Inside $$ … $$ a line may begin with a minus sign, or with anything else.
        if line.isBlank || (!isInDisplay && !inner.isEmpty && interruptsParagraph(line)) { break }
        if line.displaySigns % 2 == 1 { isInDisplay.toggle() }
        inner.append(line.content)
        index += 1
      }
      return .paragraph(InlineParser.inlines(inner.joined(separator: "\n")))
    }

    private func interruptsParagraph(_ line: Line) -> Bool {
      if line.isRule || line.heading != nil || line.fence != nil { return true }
      guard depth < Self.deepest else { return false }
      return line.isQuote || line.marker?.mayInterrupt == true
    }
  }
}
