extension ParsedArguments {
  /// The value as a whole number within the bounds, or none if there is no value.
  package func integer(
    _ name: String, in bounds: ClosedRange<Int> = Int.min...Int.max
  ) throws(UsageError) -> Int? {
    try value(name, wanted: Self.wanted(in: bounds)) { text in
      Int(text).flatMap { bounds.contains($0) ? $0 : nil }
    }
  }

  /// The value as a finite number, or none if there is no value.
  package func number(_ name: String) throws(UsageError) -> Double? {
    try value(name, wanted: "a number") { text in
      Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// The value as one case of a type, for an option that is required or has a default.
  package func choice<Choice>(
    _ name: String, of type: Choice.Type
  ) throws(UsageError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = requiredValue(name)
    guard let choice = Choice(rawValue: text) else {
      throw UsageError(
        .notAChoice(text, of: option(name).subject, among: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  /// The value as whatever `convert` makes of it, or none if there is no value.
  ///
  /// Where `convert` makes nothing of it, the error says what is wanted: "a share such as 1/4".
  package func value<Value>(
    _ name: String, wanted: String, convertedBy convert: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = value(name) else { return nil }
    guard let value = convert(text) else {
      throw UsageError(.invalidValue(text, of: option(name).subject, wanted: wanted))
    }
    return value
  }

  private static func wanted(in bounds: ClosedRange<Int>) -> String {
    switch (bounds.lowerBound, bounds.upperBound) {
    case (Int.min, Int.max): "a whole number"
    case (let lowest, Int.max): "a whole number from \(lowest)"
    case (Int.min, let highest): "a whole number up to \(highest)"
    case (let lowest, let highest): "a whole number from \(lowest) to \(highest)"
    }
  }
}
