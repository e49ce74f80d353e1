import Exercises
import Formulas
import LocatedJSON
import Numerics
import Reports

/// What is said of one link of the chain: how an entry comes about.
extension Scene {
  /// The most entries that are written out where a whole value comes about at once.
  private static let mostRows = 4

  /// The link as JSON: the chapter's equation, the same in symbols and in numbers, what is read, and
  /// what is to be noticed; nil where there is no such entry.
  ///
  /// Lines are MathML. What comes out stands apart in `result`, so that it can be kept back.
  ///
  /// - Parameter entry: Counted from 0 through the rows; −1 for the whole value.
  package func words(block: Int, entry: Int) -> String? {
    guard blocks.indices.dropFirst(inputCount).contains(block),
      (-1..<blocks[block].shape.count).contains(entry),
      let formula = network.program.formula(of: blocks[block].slot)?.expression
    else { return nil }
    let own = blocks[block]
    let isWhole = entry < 0 && own.shape.count > 1
    var json = JSONWriter()
    json.beginObject()
    json.key("law")
    let law = Law(block: network.block).latex(of: own.quantity)
    json.value(law.map { Mathematics($0).displayMarkup } ?? "")
    json.key("lines")
    json.beginArray()
    var reads: [(slot: Program.Slot, entry: Int)] = []
    if isWhole {
      reads = network.program.reads(of: own.slot).map { ($0, -1) }
      for entry in 0..<min(own.shape.count, Scene.mostRows) {
        let line = numbers(own, entry, formula, evaluated: false)
        json.value(
          markup(symbol(own, entry) + " = " + (line ?? "\\cdots") + " = " + number(own, entry)))
      }
    } else {
      let entry = max(entry, 0)
      let (text, found) = symbols(own, entry, formula)
      reads = found
      json.value(markup(symbol(own, entry) + " = " + (text ?? "\\cdots")))
      let plain = numbers(own, entry, formula, evaluated: false)
      let evaluated = numbers(own, entry, formula, evaluated: true)
      // What comes out is no line of its own.
      var lines = [plain, evaluated].compactMap { $0 }.filter { $0 != number(own, entry) }
      if lines.count == 2, lines[0] == lines[1] { lines.removeLast() }
      for line in lines { json.value(markup("= " + line)) }
    }
    json.endArray()
    json.member("result", isWhole ? "" : markup("= " + number(own, max(entry, 0))))
    json.member("value", isWhole ? "" : shown(values.entry(max(entry, 0), of: own.slot)))
    json.member("name", label(own, isWhole ? -1 : max(entry, 0)))
    json.key("reads")
    json.beginArray()
    for read in reads {
      guard let place = blocks.firstIndex(where: { $0.slot == read.slot }) else { continue }
      json.beginArray()
      json.value(place)
      json.value(read.entry)
      json.endArray()
    }
    json.endArray()
    json.member("note", isWhole ? "" : note(own, max(entry, 0)))
    json.endObject()
    return json.text
  }

  /// `W1[1, 2]`, as the exercise writes it.
  func label(_ block: Block, _ entry: Int) -> String {
    let name = Expression.Spelling.mathematical.name(block.quantity.name)
    let indices = entry < 0 ? [] : indices(of: block, entry)
    return name + (indices.isEmpty ? "" : indices.inBrackets)
  }

  private func indices(of block: Block, _ entry: Int) -> [Int] {
    values.value(of: block.slot).indices(at: entry, from: exercise.indexBase)
  }

  private func symbol(_ block: Block, _ entry: Int) -> String {
    Symbols.entry(block.quantity, indices(of: block, entry))
  }

  private func number(_ block: Block, _ entry: Int) -> String {
    Numbers.short(values.entry(entry, of: block.slot), digits: 6)
  }

  /// The number as text by itself.
  func shown(_ value: Double) -> String {
    NumberText.withTrueMinus(Numbers.short(value, digits: 6))
  }

  private func markup(_ latex: String) -> String { Mathematics(latex).markup }

  private func symbols(
    _ block: Block, _ entry: Int, _ formula: Expression
  ) -> (text: String?, reads: [(slot: Program.Slot, entry: Int)]) {
    var working = Working(values, builder: network.builder, signs: .latexOfSymbols) {
      Numbers.short($0, digits: 6)
    }
    let scene = self
    working.symbol = { slot, entry in
      scene.blocks.first { $0.slot == slot }.map { scene.symbol($0, entry) } ?? ""
    }
    let columns = block.shape.columns
    let text = working.entry(row: entry / columns, column: entry % columns, of: formula)
    return (text, working.reads)
  }

  private func numbers(
    _ block: Block, _ entry: Int, _ formula: Expression, evaluated: Bool
  ) -> String? {
    var working = Working(values, builder: network.builder, signs: .latex) {
      Numbers.short($0, digits: 6)
    }
    working.evaluatesFunctions = evaluated
    let columns = block.shape.columns
    return working.entry(row: entry / columns, column: entry % columns, of: formula)
  }

  // MARK: Worth noticing

  /// A sentence on a unit that is dead or saturated, or on a gradient that is 0; empty without.
  private func note(_ block: Block, _ entry: Int) -> String {
    let quantity = block.quantity
    guard let layer = quantity.layer, layer > 0, !quantity.isUpdated else { return "" }
    switch quantity.role {
    case .activation, .errorSignal:
      guard let z = self.block(.preActivation, layer) else { return "" }
      let isBack = quantity.role == .errorSignal
      switch state(of: values.entry(entry, of: z.slot), network.block.activations[layer - 1]) {
      case .dead:
        return isBack
          ? "The unit is dead here: z ≤ 0, so ReLU′ = 0 and nothing flows back through it."
          : "z ≤ 0, so ReLU lets nothing through: the unit is dead here."
      case .saturated:
        return isBack
          ? "The unit is saturated: its slope is nearly 0, and so is what flows back through it."
          : "The unit is saturated: far from 0 its slope is nearly 0."
      case .active: return ""
      }
    case .weightGradient where values.entry(entry, of: block.slot) == 0:
      return "This weight gets no gradient: a factor is 0, the error signal or the activation."
    default: return ""
    }
  }

  func block(_ role: Quantity.Role, _ layer: Int) -> Block? {
    blocks.first {
      $0.quantity.role == role && $0.quantity.layer == layer && !$0.quantity.isUpdated
    }
  }
}
