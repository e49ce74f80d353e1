import Answers
import Exercises

extension Submission {
  /// The answers with their layers counted from 1, where the sheet counts them from 0; nil where it
  /// does not, or where that cannot be told.
  func withLayersFromOne(in exercise: Exercise) -> Submission? {
    guard let last = exercise.network?.layerCount else { return nil }
    func asked(_ name: String) -> Bool { exercise.step(named: name) != nil }
    var firsts = 0
    for answer in answers {
      let quantity = Quantity(reading: answer.name)
      guard let layer = quantity.layer, quantity.role != .input else { continue }
      if layer == last { return nil }
      if layer == 0, !asked(answer.name), asked(quantity.inLayer(1).name) { firsts += 1 }
    }
    guard firsts > 1 else { return nil }
    return renamed { name in
      let quantity = Quantity(reading: name)
      guard let layer = quantity.layer, quantity.role != .input else { return name }
      let moved = quantity.inLayer(layer + 1).name
      return asked(moved) ? moved : name
    }
  }
}
