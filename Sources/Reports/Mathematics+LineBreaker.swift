extension Mathematics {
  /// Breaks displayed mathematics into lines, at the best places first.
  struct LineBreaker {
    /// How good a place for a new line is.
    private enum Quality: Int, CaseIterable {
      case insideBrackets, operation, relation, punctuation, gap, wideGap
    }

    private struct Part {
      let gap: Int
      let box: Box
      /// Whether a line that begins with the part shows that it goes on from the one before.
      let isIndented: Bool
      /// How good a break before the part would be; `nil` where there must be none.
      let quality: Quality?
    }

    private let width: Int
    private var rows: [Box] = []

    init(width: Int) {
      self.width = max(width, 10)
    }

    /// The lines, blank ones between rows that are drawn on several.
    var lines: [String] {
      var lines: [String] = []
      for (index, row) in rows.enumerated() {
        if index > 0, row.height > 1 || rows[index - 1].height > 1 { lines.append("") }
        lines += row.lines.map { $0.withoutTrailingSpaces }
      }
      return lines
    }

    /// Adds a row on a new line.
    mutating func add(_ mathematics: Mathematics) {
      let parts = Self.parts(mathematics)
      if !parts.isEmpty { fill(parts[...], from: .wideGap, isContinuation: false) }
    }

    private mutating func fill(
      _ parts: ArraySlice<Part>, from best: Quality, isContinuation: Bool
    ) {
      let room = width - indent(parts, isContinuation)
      guard Self.width(of: parts) > room, let quality = Self.best(in: parts, upTo: best) else {
        let box = Box(beside: parts.enumerated().map { ($0 == 0 ? 0 : $1.gap, $1.box) })
        rows.append(box.padded(before: indent(parts, isContinuation), after: 0))
        return
      }
      let next = Quality(rawValue: quality.rawValue - 1) ?? .insideBrackets
      var isContinuation = isContinuation
      var line = parts.prefix(0)
      var lineWidth = 0
      for chunk in Self.chunks(parts, at: quality) {
        let chunkWidth = Self.width(of: chunk)
        let joinedWidth = lineWidth + (chunk.first?.gap ?? 0) + chunkWidth
        if line.isEmpty {
          (line, lineWidth) = (chunk, chunkWidth)
        } else if joinedWidth <= width - indent(line, isContinuation)
          || (quality == .relation && chunkWidth > width - 4)
        {
          // What has to be broken again anyway may as well begin on this line.
          (line, lineWidth) = (parts[line.startIndex..<chunk.endIndex], joinedWidth)
        } else {
          fill(line, from: next, isContinuation: isContinuation)
          isContinuation = true
          (line, lineWidth) = (chunk, chunkWidth)
        }
      }
      fill(line, from: next, isContinuation: isContinuation)
    }

    private func indent(_ parts: ArraySlice<Part>, _ isContinuation: Bool) -> Int {
      isContinuation && parts.first?.isIndented == true ? 4 : 0
    }

    private static func width(of parts: ArraySlice<Part>) -> Int {
      parts.reduce(-(parts.first?.gap ?? 0)) { $0 + $1.gap + $1.box.width }
    }

    private static func best(in parts: ArraySlice<Part>, upTo limit: Quality) -> Quality? {
      parts.dropFirst().compactMap { $0.quality }.filter { $0.rawValue <= limit.rawValue }
        .max { $0.rawValue < $1.rawValue }
    }

    private static func chunks(_ parts: ArraySlice<Part>, at quality: Quality) -> [ArraySlice<Part>]
    {
      var chunks: [ArraySlice<Part>] = []
      var start = parts.startIndex
      for index in parts.indices.dropFirst() where parts[index].quality == quality {
        chunks.append(parts[start..<index])
        start = index
      }
      return chunks + [parts[start...]]
    }

    private static func parts(_ mathematics: Mathematics) -> [Part] {
      var parts: [Part] = []
      var depth = 0
      var left: Role?
      for placement in mathematics.placements(isTight: false) {
        if placement.leading == .closing, placement.trailing == .closing { depth -= 1 }
        let quality = Self.quality(before: placement, after: left, isInside: depth > 0)
        if placement.leading == .opening, placement.trailing == .opening { depth += 1 }
        let isSign = placement.leading == .relation || placement.leading == .binary
        let isIndented = isSign || quality.map { $0.rawValue <= Quality.relation.rawValue } == true
        parts.append(
          Part(gap: placement.gap, box: placement.box, isIndented: isIndented, quality: quality))
        left = placement.trailing
      }
      return parts
    }

    private static func quality(
      before placement: Placement, after left: Role?, isInside: Bool
    ) -> Quality? {
      guard placement.gap > 0, left != .relation, left != .binary, left != .prefix else {
        return nil
      }
      if isInside { return .insideBrackets }
      if placement.requested > 2 { return .wideGap }
      if placement.requested > 0 { return .gap }
      if left == .punctuation { return .punctuation }
      switch placement.leading {
      case .relation: return .relation
      case .binary: return .operation
      default: return .insideBrackets
      }
    }
  }
}
