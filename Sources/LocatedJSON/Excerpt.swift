import Numerics

/// The part of a source line around a place, and where in it the place is.
///
/// A long line is cut to about 100 characters centred on the place, and `…` marks the cuts. Each
/// control character is shown as one visible character, so that a caret below points at the right one.
package struct Excerpt: Hashable, Sendable {
  package let text: String
  /// The number of characters before the place.
  package let caret: Int

  package init(of source: SourceText, around offset: Int) {
    let start = source.contentStart
    let place = Self.place(at: min(max(offset, start), source.bytes.count), in: source)
    let before = Self.starts(before: place, in: source, notBefore: start)
    let after = Self.ends(after: place, in: source)

    let left = min(before.count, max(Self.width / 2, Self.width - after.count))
    let right = min(after.count, Self.width - left)
    let lower = left == 0 ? place : before[left - 1]
    let upper = right == 0 ? place : after[right - 1]

    let head = Quotation.visible(source.spelling(of: lower..<place).unicodeScalars)
    let tail = Quotation.visible(source.spelling(of: place..<upper).unicodeScalars)
    let opening = left < before.count ? "…" : ""
    text = opening + head + tail + (right < after.count ? "…" : "")
    caret = opening.unicodeScalars.count + head.unicodeScalars.count
  }

  private static let width = 100

  /// The offset itself, but for the second half of a line break, which belongs to the first.
  private static func place(at offset: Int, in source: SourceText) -> Int {
    let bytes = source.bytes
    let splitsLineBreak =
      offset > 0 && offset < bytes.count && bytes[offset] == .lineFeed
      && bytes[offset - 1] == .carriageReturn
    return splitsLineBreak ? offset - 1 : offset
  }

  /// The offsets of the characters before a place in its line, nearest first; one more than is shown.
  private static func starts(
    before place: Int, in source: SourceText, notBefore start: Int
  ) -> [Int] {
    var offsets: [Int] = []
    var offset = place
    while offset > start, offsets.count <= width {
      if source.isLineEnd(offset - 1) { break }
      var length = 1
      while length < 4, offset - length > start, source.bytes[offset - length].isContinuation {
        length += 1
      }
      offset -= length
      offsets.append(offset)
    }
    return offsets
  }

  /// The offsets after each character from a place to the end of its line; one more than is shown.
  private static func ends(after place: Int, in source: SourceText) -> [Int] {
    var offsets: [Int] = []
    var offset = place
    while offset < source.bytes.count, offsets.count <= width {
      if source.bytes[offset] == .lineFeed || source.bytes[offset] == .carriageReturn { break }
      var next = offset + 1
      while next < source.bytes.count, next - offset < 4, source.bytes[next].isContinuation {
        next += 1
      }
      offset = next
      offsets.append(offset)
    }
    return offsets
  }
}
