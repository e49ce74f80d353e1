import Formulas
import Numerics

extension FormulaTask {
  /// The variables of the key that take one or two listed values alone, with these as written.
  ///
  /// With y only 0 or 1, y² passes for y, and 1/(1 − a − y) for the quotient of a − y by its own
  /// variance.
  package var narrowVariables: [(name: String, values: [String])] {
    let names = Set(reference.expression.names)
    return variables.compactMap { variable in
      guard case .listed(let list) = variable.values, names.contains(variable.name) else {
        return nil
      }
      let values = Set(list).sorted()
      return values.count > 2 ? nil : (variable.name, values.map { NumberText.shortest($0) })
    }
  }
}
