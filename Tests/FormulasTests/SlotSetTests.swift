import Formulas
import Testing

@Suite("Values counted instead of hashed")
struct SlotSetTests {
  /// More values than one word has bits.
  private static let slots: [Program.Slot] = {
    var builder = ProgramBuilder()
    return (0..<150).map { builder.input("v\($0)", .scalar) }
  }()

  @Test("a set holds what was put in, in every word, and nothing else")
  func holds() {
    let slots = SlotSetTests.slots
    var set = SlotSet()
    #expect(set.isEmpty)
    for place in stride(from: 0, to: slots.count, by: 7) {
      let isNew = set.insert(slots[place])
      let isNewAgain = set.insert(slots[place])
      #expect(isNew && !isNewAgain)
    }
    #expect(!set.isEmpty)
    for (place, slot) in slots.enumerated() {
      #expect(set.contains(slot) == place.isMultiple(of: 7), "\(place)")
    }
    #expect(SlotSet(slots).contains(slots[149]))
  }

  @Test("of two places of a value the first counts, and others have none")
  func places() {
    let slots = SlotSetTests.slots
    let places = SlotPlaces([(slots[100], 3), (slots[2], 0), (slots[100], 5)])
    #expect(places[slots[100]] == 3)
    #expect(places[slots[2]] == 0)
    #expect(places[slots[1]] == nil)
    #expect(places[slots[149]] == nil)
  }
}
