/// The lines and labels that printers put around rows: headers, indices of rows and columns.
enum PrintedLines {
  static func drop(_ text: inout PastedText) {
    let lines = text.lines.map { text.trimmed($0) }.filter { !$0.isEmpty }
    let kept = lines.filter { !isHeader($0, text) }
    var rows = kept
    var isIndexed = kept.count < lines.count && lines.contains { isDataType($0, text) }
    if let tables = blocks(lines, text) {
      text.scalars = tables
      return
    }
    if let labelled = labelled(kept, text) {
      text.scalars = labelled
      return
    }
    // Columns counted from 0 above rows counted from 0, as pandas has them.
    if kept.count > 1, let header = counts(kept[0], text), header == Array(0..<header.count),
      kept.dropFirst().allSatisfy({ fields($0, text).count == header.count + 1 })
    {
      rows.removeFirst()
      isIndexed = true
    }
    if isIndexed {
      let columns = rows.map { fields($0, text) }
      let isCounted = columns.enumerated().allSatisfy { index, fields in
        fields.count > 1 && text.spelling(fields[0]) == "\(index)"
      }
      if isCounted { rows = columns.map { $0[1].lowerBound..<($0.last?.upperBound ?? 0) } }
    }
    if rows.count < lines.count || isIndexed { text.scalars = joined(rows, text) }
  }

  /// The rows less the number that each begins with, counted from 0 or from 1; nil where they do not.
  static func withoutIndex(_ text: PastedText) -> PastedText? {
    let rows = text.lines.map { text.trimmed($0) }.filter { !$0.isEmpty }.map { fields($0, text) }
    guard rows.count > 1, let base = rows.first?.first.flatMap({ Int(text.spelling($0)) }),
      base == 0 || base == 1
    else { return nil }
    let isCounted = rows.enumerated().allSatisfy { index, fields in
      fields.count > 1 && text.spelling(fields[0]) == "\(index + base)"
    }
    guard isCounted else { return nil }
    return PastedText(
      joined(rows.map { $0[1].lowerBound..<($0.last?.upperBound ?? 0) }, text))
  }

  /// The ranges, a line each.
  private static func joined(_ rows: [Range<Int>], _ text: PastedText) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    for row in rows {
      if !output.isEmpty { output.append("\n") }
      output += text.scalars[row]
    }
    return output
  }

  // MARK: Headers

  /// Whether a line says what follows rather than being part of it.
  private static func isHeader(_ line: Range<Int>, _ text: PastedText) -> Bool {
    let words = text.spelling(line)
    if PastedLine.isRule(words) { return true }
    if words.hasPrefix("Out["), words.hasSuffix("]:") || words.hasSuffix("]=") { return true }
    if words == "Parameter containing:" || words == "ans =" || isDataType(line, text) {
      return true
    }
    if words.hasPrefix("[torch.") && words.hasSuffix("]") { return true }
    guard let first = text[line.lowerBound], first.isDigit, words.hasSuffix(":") else {
      return false
    }
    // Julia: 2×2 Matrix{Float64}:
    return words.utf8.contains(UInt8(ascii: "{")) || text.place(of: "-element") != nil
  }

  private static func isDataType(_ line: Range<Int>, _ text: PastedText) -> Bool {
    text.has("dtype:", at: line.lowerBound)
      || text.has("Name:", at: line.lowerBound) || text.has("Length:", at: line.lowerBound)
  }

  // MARK: Blocks of columns

  /// The rows of a matrix that is printed some columns at a time; nil where it is not.
  private static func blocks(_ lines: [Range<Int>], _ text: PastedText) -> [Unicode.Scalar]? {
    guard lines.contains(where: { text.has("Column", at: $0.lowerBound) }) else { return nil }
    var rows: [[Unicode.Scalar]] = []
    var row = 0
    // What stands above the first block belongs to all of them.
    let first = lines.firstIndex { text.has("Column", at: $0.lowerBound) } ?? 0
    for line in lines[first...] {
      if text.has("Column", at: line.lowerBound) {
        row = 0
        continue
      }
      if row < rows.count {
        rows[row] += [" "] + text.scalars[line]
      } else {
        rows.append(Array(text.scalars[line]))
      }
      row += 1
    }
    let above = lines[..<first].map { Array(text.scalars[$0]) }
    return Array((above + rows).joined(separator: ["\n"]))
  }

  // MARK: Labels of R

  /// The rows behind labels such as `[1,]` or `[1]`; nil where there are none.
  private static func labelled(_ lines: [Range<Int>], _ text: PastedText) -> [Unicode.Scalar]? {
    var rows = lines
    if let first = rows.first, text.has("[,", at: first.lowerBound) { rows.removeFirst() }
    guard !rows.isEmpty else { return nil }
    var output: [Unicode.Scalar] = []
    var isMatrix: Bool?
    for line in rows {
      guard text[line.lowerBound] == "[", let close = text.closing(of: line.lowerBound),
        close + 1 < line.upperBound, text.scalars[close + 1].isBlank
      else { return nil }
      let label = text.scalars[line.lowerBound + 1..<close]
      let isRow = label.last == ","
      guard label.dropLast(isRow ? 1 : 0).allSatisfy({ $0.isDigit }), label.first?.isDigit == true,
        isMatrix == nil || isMatrix == isRow
      else { return nil }
      // A list of one entry before a number would be something else.
      if isMatrix == nil, !isRow, label.count != 1 || label.first != "1" { return nil }
      if isMatrix != nil { output.append(isRow ? "\n" : " ") }
      isMatrix = isRow
      output += text.scalars[close + 1..<line.upperBound]
    }
    return output
  }

  // MARK: Fields

  private static func fields(_ line: Range<Int>, _ text: PastedText) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var place = line.lowerBound
    while place < line.upperBound {
      let start = place
      while place < line.upperBound, !text.scalars[place].isBlank { place += 1 }
      if place > start { fields.append(start..<place) } else { place += 1 }
    }
    return fields
  }

  /// The whole numbers of a line of nothing else.
  private static func counts(_ line: Range<Int>, _ text: PastedText) -> [Int]? {
    var counts: [Int] = []
    for field in fields(line, text) {
      guard let count = Int(text.spelling(field)) else { return nil }
      counts.append(count)
    }
    return counts
  }
}
