import Backpropagation
import Exercises
import LocatedJSON

extension CodeKeys {
  /// What stands under a key of a step that asks for a function.
  package static func schema(of key: Key) -> SchemaNode? {
    switch key {
    case function, overflow: .string
    case slip: .number
    case formula: formulas
    case reference: .constant(CodeReferences.all.map { $0.name })
    case network:
      .object(
        [
          (NetworkSetting.hiddenKey, words(Activation.self)),
          (NetworkSetting.outputKey, words(Activation.self)),
          (NetworkSetting.lossKey, words(Loss.self)), (NetworkSetting.penaltyKey, .number),
          (NetworkSetting.sharedBiasesKey, .boolean), (NetworkSetting.frozenKey, .array(.string)),
        ], required: [])
    case inputs: .anyOf([.array(input), input])
    case properties:
      .array(.object([(formula, .string), (says, .string)], required: [formula, says]))
    case mistakes:
      .array(
        .object(
          [(formula, formulas), (says, .string), (credit, .number)], required: [formula, says]))
    case ways: .array(formulas)
    case library: .array(.constant(ReadyFunction.allCases.map { $0.rawValue }))
    case starter: .anyOf([.string, .array(.string)])
    case differences:
      .object([(of, .string), (by, .anyOf([.string, .map(.string)]))], required: [of, by])
    default: nil
    }
  }

  /// The keys of the objects that the reader of such a step reads.
  package static let inner = [
    NetworkSetting.keys, propertyKeys, mistakeKeys, differenceKeys, RandomInputs.keys,
    RandomInputs.networkKeys, [random],
  ]

  private static let formulas = SchemaNode.anyOf([.string, .map(.string)])

  private static func words<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) -> SchemaNode where Word.RawValue == String { .constant(type.allCases.map { $0.rawValue }) }

  /// A case keyed by parameter, or a block of random inputs.
  private static let input = SchemaNode.anyOf([
    .object([(random, drawn)], required: [random]), .map(.any),
  ])

  private static let drawn = SchemaNode.object(
    [
      (RandomInputs.countKey, .integer), (RandomInputs.seedKey, .integer),
      (RandomInputs.fromKey, .number), (RandomInputs.toKey, .number),
      (RandomInputs.shapeKey, .array(.integer)), (RandomInputs.shapesKey, .map(.array(.integer))),
      (RandomInputs.fixedKey, .map(.any)),
      (
        RandomInputs.networkKey,
        .object(
          [
            (RandomInputs.layersKey, .array(.integer)), (RandomInputs.unitsKey, .array(.integer)),
          ], required: [])
      ),
    ], required: [])
}
