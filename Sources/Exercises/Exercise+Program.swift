import Formulas
import LocatedJSON

extension Exercise {
  /// An exercise that is nothing but a program, so that what is looked for in exercises can be looked
  /// for in any formula.
  package init(of builder: ProgramBuilder, givens: [(slot: Program.Slot, value: Tensor)]) {
    let program = builder.build()
    var quantities = Quantities()
    quantities.enterNames(of: program, [])
    self.init(
      id: "f", title: "f", origin: nil, place: CoursePlace(), template: "", followThrough: .full,
      coarse: .half, repeatedSlips: .once, choices: [], steps: [], remarks: [], checks: [],
      network: nil, program: program, quantities: quantities, givens: givens, draws: [],
      source: SourceText(name: "", text: ""), builder: builder)
  }
}
