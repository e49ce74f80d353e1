import LocatedJSON
import Numerics

/// What the replies to a page's pictures are made of.
extension JSONWriter {
  mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// The rows of a table as they are written.
  mutating func member(_ name: String, rows: [[String]]) {
    key(name)
    beginArray()
    for row in rows {
      beginArray()
      for cell in row { value(cell) }
      endArray()
    }
    endArray()
  }

  /// An axis as its ticks: `[[place, "label"], …]`.
  mutating func member(_ name: String, _ axis: PlotAxis) {
    key(name)
    beginArray()
    for tick in axis.ticks {
      beginArray()
      value(tick.place)
      value(tick.label)
      endArray()
    }
    endArray()
  }
}
