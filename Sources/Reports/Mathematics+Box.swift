extension Mathematics {
  /// Lines of text of one width that stand beside others, their main lines level.
  struct Box {
    /// Taller than this, a table is written in one line: boxes must not grow out of hand.
    static let tallest = 60

    private(set) var lines: [String]
    private(set) var width: Int
    /// The line that is level with the text beside the box.
    private(set) var baseline: Int

    var height: Int { lines.count }

    init(_ text: String) {
      (lines, width, baseline) = ([text], text.terminalWidth, 0)
    }

    init(lines: [String], width: Int, baseline: Int) {
      (self.lines, self.width, self.baseline) = (lines, width, baseline)
    }

    /// The boxes beside each other, each after a gap.
    init(beside parts: [(gap: Int, box: Box)]) {
      let above = parts.map { $0.box.baseline }.max() ?? 0
      let below = parts.map { $0.box.height - $0.box.baseline }.max() ?? 1
      lines = Array(repeating: "", count: above + below)
      width = 0
      baseline = above
      for (gap, box) in parts {
        let top = above - box.baseline
        for row in lines.indices {
          let isInside = row >= top && row < top + box.height
          lines[row] += String(repeating: " ", count: gap)
          lines[row] += isInside ? box.lines[row - top] : String(repeating: " ", count: box.width)
        }
        width += gap + box.width
      }
    }

    /// The boxes under each other, flush left, level with the middle.
    init(under boxes: [Box]) {
      width = boxes.map { $0.width }.max() ?? 0
      lines = []
      for box in boxes { lines += box.padded(before: 0, after: width - box.width).lines }
      baseline = max(0, (lines.count - 1) / 2)
    }

    /// The box with blank columns on both sides.
    func padded(before: Int, after: Int) -> Box {
      if before == 0, after == 0 { return self }
      let front = String(repeating: " ", count: before)
      let back = String(repeating: " ", count: after)
      return Box(
        lines: lines.map { front + $0 + back }, width: before + width + after, baseline: baseline)
    }

    /// The box between brackets of its own height; an empty bracket is not drawn.
    func enclosed(_ open: String, _ close: String) -> Box {
      let padding = height > 1 ? 1 : 0
      var parts = [(gap: 0, box: self)]
      if !open.isEmpty {
        parts = [(0, bracket(open)), (padding, self)]
      }
      if !close.isEmpty { parts.append((padding, bracket(close))) }
      return Box(beside: parts)
    }

    private func bracket(_ text: String) -> Box {
      guard height > 1, let pieces = Self.pieces[text] else { return Box(text) }
      var column = Array(repeating: pieces.middle, count: height)
      column[0] = pieces.top
      column[height - 1] = pieces.bottom
      if let waist = pieces.waist {
        if height == 2 { column = pieces.pair } else { column[(height - 1) / 2] = waist }
      }
      return Box(lines: column, width: 1, baseline: baseline)
    }

    private struct Pieces {
      let top: String
      let middle: String
      let bottom: String
      /// The point of a brace.
      var waist: String?
      /// A brace of two lines, too small for a point.
      var pair: [String] = []
    }

    private static let pieces = [
      "(": Pieces(top: "⎛", middle: "⎜", bottom: "⎝"),
      ")": Pieces(top: "⎞", middle: "⎟", bottom: "⎠"),
      "[": Pieces(top: "⎡", middle: "⎢", bottom: "⎣"),
      "]": Pieces(top: "⎤", middle: "⎥", bottom: "⎦"),
      "{": Pieces(top: "⎧", middle: "⎪", bottom: "⎩", waist: "⎨", pair: ["⎰", "⎱"]),
      "}": Pieces(top: "⎫", middle: "⎪", bottom: "⎭", waist: "⎬", pair: ["⎱", "⎰"]),
      "|": Pieces(top: "│", middle: "│", bottom: "│"),
      "‖": Pieces(top: "║", middle: "║", bottom: "║"),
    ]
  }
}
