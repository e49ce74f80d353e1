import Formulas

/// A way from a student's own earlier functions, with the calls of these that it takes.
struct OwnWay {
  let functions: OwnFunctions
  /// For each input the calls of each earlier function.
  var calls: [[Range<Int>]] = []

  init(functions: OwnFunctions) {
    self.functions = functions
  }

  /// What the way gives on each input, from what the calls came to.
  ///
  /// Nil where it gives nothing finite, and where nothing but zeros goes into it or comes out of it.
  func values(
    on cases: [CodeCase], _ outcomes: [FunctionReport.Outcome], indexBase: Int
  ) -> [FunctionValue]? {
    var key = FormulaKey(parameters: functions.signature.parameters, indexBase: indexBase)
    var values: [FunctionValue] = []
    var (isFedZeros, givesZeros) = (true, true)
    for (one, places) in zip(cases, calls) {
      var returned: [[FunctionValue]] = []
      for place in places {
        let own = place.compactMap { call -> FunctionValue? in
          guard call < outcomes.count, case .returned(let value) = outcomes[call] else {
            return nil
          }
          return value
        }
        guard !own.isEmpty, own.count == place.count else { return nil }
        if own.contains(where: { $0.numbers.contains { $0 != 0 } }) { isFedZeros = false }
        returned.append(own)
      }
      guard let found = try? functions.value(on: one.arguments, returned, &key),
        found.numbers.allSatisfy({ $0.isFinite })
      else { return nil }
      if found.numbers.contains(where: { $0 != 0 }) { givesZeros = false }
      values.append(found)
    }
    return isFedZeros || givesZeros ? nil : values
  }
}
