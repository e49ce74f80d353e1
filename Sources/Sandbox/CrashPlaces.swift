/// Where in the student's file calls broke off, as the toolchain's symbolizer tells it.
struct CrashPlaces {
  /// Where one call did.
  struct Place: Hashable {
    /// The line of the student's file; nil where no line led there.
    var row: Int?
    /// Whether the line is the one before, as the code has none of its own.
    var isNear = false
    /// What the compiler's own check found, such as `arithmetic overflow`, where there is no message.
    var failure: String?
  }

  /// The places of calls, by their numbers.
  private(set) var all: [Int: Place] = [:]

  /// - Parameters:
  ///   - text: For each address a block of lines, a function and its place in turn, the innermost
  ///     first, with an empty line behind it.
  ///   - traces: How many of the blocks are a call's, in their order.
  init(_ text: [UInt8], traces: [(call: Int, count: Int)]) {
    var blocks: [[Substring]] = [[]]
    for line in String(decoding: text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(line) }
    }
    var rest = blocks[...]
    for trace in traces {
      let own = rest.prefix(trace.count)
      rest = rest.dropFirst(trace.count)
      var place = own.lazy.compactMap(CrashPlaces.place).first ?? Place()
      place.failure = own.first?.lazy.compactMap(CrashPlaces.failure).first
      all[trace.call] = place
    }
  }

  /// The line of an address; nil in other files, and in code that the compiler made up.
  private static func place(of block: [Substring]) -> Place? {
    // A check of the compiler's has no line of its own; the code that it stands in has.
    let isNear = { (line: Substring) in line.hasSuffix("(approximate)") }
    if let row = block.filter({ !isNear($0) }).lazy.compactMap(row).first { return Place(row: row) }
    return block.filter(isNear).lazy.compactMap(row).first.map { Place(row: $0, isNear: true) }
  }

  /// The line in `./submission.swift:7:12`.
  private static func row(in line: Substring) -> Int? {
    let parts = line.split(separator: ":")
    guard parts.count == 3, parts[0] == "./\(AnswerFolder.sourceName)", let row = Int(parts[1]),
      row > 0
    else { return nil }
    return row
  }

  /// What a check is about, which the compiler names like a function.
  private static func failure(in line: Substring) -> String? {
    let beginning = "Swift runtime failure: "
    guard line.hasPrefix(beginning) else { return nil }
    return Visible.text(String(line.dropFirst(beginning.count)), longest: 100)
  }
}
