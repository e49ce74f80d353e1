import Formulas

/// A gradient that is to be proved, with reverse mode compiled for it.
struct DeclaredGradient {
  let check: Exercise.GradientCheck
  let slot: Program.Slot
  let parameter: Program.Slot
  /// The numbers that are differentiated: one, or, entry by entry, each of several.
  let pieces: [Piece]

  /// What is the gradient of one number.
  struct Piece {
    let loss: Program.Slot
    /// Where reverse mode computes the gradient of it by all of the parameter.
    let reverse: Program.Slot
    /// Entries of the gradient, and those of the parameter that they are taken by.
    let entries: [(gradient: Int, parameter: Int)]
  }

  /// Nil where the names are none, which has been reported.
  init?(_ check: Exercise.GradientCheck, _ builder: inout ProgramBuilder) {
    guard let slot = builder.slot(named: check.gradient),
      let loss = builder.slot(named: check.loss),
      let parameter = builder.slot(named: check.parameter)
    else { return nil }
    let places = check.gradientEntries ?? Array(0..<builder.shape(of: slot).count)
    let moved = check.parameterEntries ?? Array(0..<builder.shape(of: parameter).count)
    func entries(_ range: Range<Int>) -> [(gradient: Int, parameter: Int)] {
      range.map { (places[$0], moved.count == 1 ? moved[0] : moved[$0]) }
    }
    func reverse(_ number: String) -> Program.Slot? {
      (try? Formula("grad(\(number), \(check.parameter))")).flatMap { try? builder.side($0) }
    }
    var pieces: [Piece] = []
    if let lossEntries = check.lossEntries {
      let whole = builder.shape(of: loss)
      for (number, entry) in lossEntries.enumerated() {
        let name = check.loss + whole.indices(at: entry, from: builder.indexBase).inBrackets
        guard let formula = try? Formula(name), let one = try? builder.side(formula),
          let reverse = reverse(name)
        else { return nil }
        // Of one number there may be a gradient with several entries.
        let range = lossEntries.count == 1 ? 0..<places.count : number..<number + 1
        pieces.append(Piece(loss: one, reverse: reverse, entries: entries(range)))
      }
    } else {
      guard let reverse = reverse(check.loss) else { return nil }
      pieces = [Piece(loss: loss, reverse: reverse, entries: entries(0..<places.count))]
    }
    self.check = check
    self.slot = slot
    self.parameter = parameter
    self.pieces = pieces
  }
}
