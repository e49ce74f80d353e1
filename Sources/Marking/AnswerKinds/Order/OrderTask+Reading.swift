import Exercises
import LocatedJSON

extension OrderTask {
  /// Reads the entries; nil, with problems reported, where that cannot be done.
  init?(_ reading: StepReading) {
    let report = reading.report
    guard let list = reading.object.requiredValue(OrderKeys.items) else { return nil }
    let values = reading.items(OrderKeys.items)
    let notes = values.compactMap { Note($0, report) }
    guard case .array = list.kind, notes.count == values.count else { return nil }
    let places = notes.indices.filter { notes[$0].item.belongs }
    guard places.count >= 2, notes.count <= StudentOrder.most else {
      report.report(
        "there must be 2 to \(StudentOrder.most) items that belong into the order", at: list)
      return nil
    }
    ListedIDs.check(notes.compactMap { $0.id }, among: notes.count, report)
    guard let pairs = OrderTask.pairs(notes, places, report) else { return nil }
    guard let rule = PartialOrder(of: notes.count, pairs: pairs) else {
      report.report(
        "these go round in a circle: some would have to come before themselves", at: list)
      return nil
    }
    if rule.leastPart(of: places) == places.count {
      report.report("every order of these would be right", at: list)
      return nil
    }
    self.init(
      name: reading.heading.name, exercise: reading.exercise, items: notes.map { $0.item },
      rule: rule)
  }

  /// What must come before what: as stated or, where nothing is, each before the next.
  private static func pairs(
    _ notes: [Note], _ places: [Int], _ report: ProblemReport
  ) -> [(earlier: Int, later: Int)]? {
    if notes.allSatisfy({ $0.after.isEmpty }) {
      return zip(places, places.dropFirst()).map { ($0, $1) }
    }
    var pairs: [(earlier: Int, later: Int)] = []
    var isWhole = true
    for (later, note) in notes.enumerated() {
      for name in note.after {
        let earlier = notes.firstIndex { $0.item.id == name.text }
        if let earlier, earlier != later, notes[earlier].item.belongs, note.item.belongs {
          pairs.append((earlier, later))
          continue
        }
        let ids = places.compactMap { $0 == later ? nil : notes[$0].item.id }
        let near = Spelling.nearest(to: name.text, among: ids)
        report.report(
          "there is no item '\(name.text)' that this could come after"
            + (near.map { "; did you mean '\($0)'?" } ?? ""), at: name.range)
        isWhole = false
      }
    }
    return isWhole ? pairs : nil
  }

  /// An entry as the file has it.
  private struct Note {
    let item: Item
    let id: LocatedString?
    let after: [LocatedString]

    init?(_ value: LocatedValue, _ report: ProblemReport) {
      guard
        let object = ObjectReader(
          value, describing: "an item", keys: OrderKeys.item, report: report)
      else { return nil }
      let text: String? = object.required(OrderKeys.text)
      id = object.optional(OrderKeys.id)
      after = object.optionalArray(OrderKeys.after) ?? []
      let belongs: Bool? = object.optional(OrderKeys.belongs)
      let says: String? = object.optional(OrderKeys.says)
      guard let text else { return nil }
      item = Item(text: text, id: id?.text, belongs: belongs ?? true, says: says)
    }
  }
}
