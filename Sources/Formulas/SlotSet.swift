/// Values of a program, of which there are few enough to count them: found without hashing.
package struct SlotSet: Sendable {
  private var words: [UInt64] = []

  package init(_ slots: [Program.Slot] = []) {
    for slot in slots { insert(slot) }
  }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package func contains(_ slot: Program.Slot) -> Bool {
    let word = slot.index / 64
    return word < words.count && words[word] >> (slot.index % 64) & 1 == 1
  }

  /// - Returns: Whether it was not there yet.
  @discardableResult
  package mutating func insert(_ slot: Program.Slot) -> Bool {
    if contains(slot) { return false }
    let word = slot.index / 64
    while words.count <= word { words.append(0) }
    words[word] |= 1 << (slot.index % 64)
    return true
  }
}

/// The places in a list that belong to values of a program, such as the step that asks for one.
package struct SlotPlaces: Sendable {
  /// The place of each slot; -1 where it has none.
  private var places: [Int] = []

  /// - Parameter slots: The slots with their places; of several for one slot the first counts.
  package init(_ slots: [(slot: Program.Slot, place: Int)]) {
    for (slot, place) in slots {
      while places.count <= slot.index { places.append(-1) }
      if places[slot.index] < 0 { places[slot.index] = place }
    }
  }

  package subscript(slot: Program.Slot) -> Int? {
    slot.index < places.count && places[slot.index] >= 0 ? places[slot.index] : nil
  }
}
