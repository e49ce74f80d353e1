extension Mathematics {
  /// The mathematics as a block of lines, broken where it is wider than `width`.
  package func block(width: Int = 80) -> String {
    lines(width: width).joined(separator: "\n")
  }

  func lines(width: Int) -> [String] {
    var breaker = LineBreaker(width: width)
    for row in items.split(separator: .lineBreak, omittingEmptySubsequences: false) {
      breaker.add(Mathematics(items: Array(row)))
    }
    return breaker.lines
  }

  /// The row as it is drawn in a block.
  var box: Box {
    Box(beside: placements(isTight: false).map { ($0.gap, $0.box) })
  }
}

extension Mathematics.Placement {
  /// The item as it is drawn in a block.
  var box: Mathematics.Box {
    needsBrackets ? Mathematics.Box("(\(item.line(isTight: false)))") : item.box
  }
}

extension Mathematics.Item {
  fileprivate var box: Mathematics.Box {
    switch self {
    case .table(let table): table.box
    case .group(let inner) where inner.hasTables: inner.box
    case .fenced(let open, let inner, let close) where inner.hasTables:
      inner.box.enclosed(open, close)
    case .scripts(let scripts) where scripts.base.hasTables: Self.box(scripts)
    default: Mathematics.Box(line(isTight: false))
    }
  }

  private static func box(_ scripts: Mathematics.Scripts) -> Mathematics.Box {
    let base = scripts.base.box
    let behind = Mathematics.Box(scripts.line)
    // Level with the top: what is raised stands there, as in a transposed matrix.
    return Mathematics.Box(
      beside: [
        (0, Mathematics.Box(lines: base.lines, width: base.width, baseline: 0)), (0, behind),
      ]
    ).level(with: base)
  }
}

extension Mathematics.Box {
  fileprivate func level(with other: Mathematics.Box) -> Mathematics.Box {
    Mathematics.Box(lines: lines, width: width, baseline: other.baseline)
  }
}

extension Mathematics {
  /// Whether a table stands in the row where it can be drawn on several lines.
  fileprivate var hasTables: Bool {
    items.contains { item in
      switch item {
      case .table: true
      case .group(let inner), .fenced(_, let inner, _): inner.hasTables
      case .scripts(let scripts): scripts.base.hasTables
      default: false
      }
    }
  }
}
