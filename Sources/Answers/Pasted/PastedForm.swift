import Formulas

/// One form of pasted values: how it is brought into the spelling of a sheet, with its examples.
struct PastedForm: Sendable {
  let kind: PastedKind
  /// What is pasted for a value of some shape, and how it is read; they are the form's tests.
  let examples: [Example]
  /// Rewrites a text that has the form; false where it has not.
  let rewrite: @Sendable (inout PastedText) -> Bool

  struct Example: Sendable {
    let text: String
    let shape: Shape
    /// What it is read as; nil where it must not be read.
    let reading: String?

    init(_ text: String, _ shape: Shape, _ reading: String?) {
      self.text = text
      self.shape = shape
      self.reading = reading
    }
  }

  init(
    _ kind: PastedKind, examples: [Example],
    rewrite: @escaping @Sendable (inout PastedText) -> Bool = { _ in false }
  ) {
    self.kind = kind
    self.examples = examples
    self.rewrite = rewrite
  }
}

/// Every form, in the order in which a text is tried for them.
enum PastedForms {
  /// Forms of an answer as a whole.
  static let outer = [
    FullWidthForm.form, LatexForm.form, PrintedForm.form, ScaleForm.form, SpokenForm.form,
  ]
  /// Forms of each of the things that are said to be equal.
  static let inner = [
    ApproximateForm.form, EndingForm.form, SpreadForm.form, UnitForm.form, PowerForm.form,
    TransposeForm.form, LogarithmForm.form,
  ]
  /// Forms that are found where the entries are told apart.
  static let arranged = PastedArrangement.forms

  static let all = outer + [ChainForm.form] + inner + arranged
}
