import Backpropagation
import Formulas
import LocatedJSON

/// The JSON Schema of exercise files, for editors; made from the keys that the reader knows.
package struct ExerciseSchema: Sendable {
  private let kinds: [StepKind]

  package init(kinds: [StepKind]) {
    self.kinds = kinds
  }

  /// The schema as indented JSON.
  package var text: String {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("$schema")
    json.value("http://json-schema.org/draft-07/schema#")
    json.key("title")
    json.value("Backmark exercise")
    json.key("allOf")
    json.beginArray()
    SchemaNode.reference("exercise").write(to: &json)
    json.endArray()
    json.key("definitions")
    json.beginObject()
    for (name, node) in definitions {
      json.key(name)
      node.write(to: &json)
    }
    json.endObject()
    json.endObject()
    return json.text + "\n"
  }

  /// The definitions, those of the kinds of step after the common ones.
  var definitions: [(name: String, node: SchemaNode)] {
    [
      ("exercise", exercise), ("value", value), ("random", random), ("tolerance", tolerance),
      ("network", network), ("alternative", alternative), ("blanks", blanks),
    ]
      + kinds.map { ("step-\($0.name)", step($0)) }
  }

  private var exercise: SchemaNode {
    .object(
      [
        (ExerciseKeys.schema, .string), (ExerciseKeys.id, .string), (ExerciseKeys.title, .string),
        (ExerciseKeys.source, .string), (ExerciseKeys.topic, .string),
        (ExerciseKeys.level, .integer), (ExerciseKeys.needs, .array(.string)),
        (ExerciseKeys.minutes, .integer), (ExerciseKeys.statement, .string),
        (ExerciseKeys.given, .map(.reference("value"))),
        (
          ExerciseKeys.choose,
          .array(
            .object(
              [
                (ChoiceKeys.name, .string), (ChoiceKeys.shape, .array(.integer)),
                (ChoiceKeys.text, .string),
              ], required: [ChoiceKeys.name, ChoiceKeys.shape]))
        ),
        (ExerciseKeys.define, .map(helper)), (ExerciseKeys.network, .reference("network")),
        (
          ExerciseKeys.steps,
          .array(.anyOf(kinds.map { .reference("step-\($0.name)") } + [.reference("blanks")]))
        ),
        (
          ExerciseKeys.checks,
          .array(
            .object(
              CheckKeys.required.map { ($0, .string) } + [(CheckKeys.repetition, repetition)],
              required: CheckKeys.required))
        ),
        (
          ExerciseKeys.remarks,
          .array(.object(RemarkKeys.all.map { ($0, .string) }, required: RemarkKeys.all))
        ),
        (ExerciseKeys.tolerance, .reference("tolerance")),
        (
          ExerciseKeys.followThrough, .constant(Exercise.FollowThrough.allCases.map { $0.rawValue })
        ),
        (ExerciseKeys.coarse, .constant(Exercise.CoarseAnswers.allCases.map { $0.rawValue })),
        (
          ExerciseKeys.repeatedSlips, .constant(Exercise.RepeatedSlips.allCases.map { $0.rawValue })
        ),
        (ExerciseKeys.indexFrom, .integer),
      ],
      required: [
        ExerciseKeys.id, ExerciseKeys.title, ExerciseKeys.statement, ExerciseKeys.steps,
      ])
  }

  /// A formula, or several that differ in the numbers of letters.
  private var helper: SchemaNode {
    .anyOf([
      .string,
      .object(
        [(HelperKeys.formula, .string), (HelperKeys.repetition, repetition)],
        required: HelperKeys.all),
    ])
  }

  private var repetition: SchemaNode { ExerciseSchema.node(of: StepKeys.repetition) }

  /// A number, a vector or a matrix, perhaps drawn for each student.
  private var value: SchemaNode {
    .anyOf([.number, .array(.number), .array(.array(.number)), .reference("random")])
  }

  private var random: SchemaNode {
    .object(
      [
        (
          RandomKeys.random,
          .object(
            [
              (RandomKeys.shape, .array(.integer)), (RandomKeys.from, .number),
              (RandomKeys.to, .number), (RandomKeys.decimals, .integer),
              (RandomKeys.integer, .boolean), (RandomKeys.not, .array(.number)),
              (RandomKeys.distinct, .boolean),
            ], required: [RandomKeys.from, RandomKeys.to])
        )
      ], required: [RandomKeys.random])
  }

  private var tolerance: SchemaNode {
    let pair: SchemaNode = .object(
      [(ToleranceKeys.absolute, .number), (ToleranceKeys.relative, .number)],
      required: [ToleranceKeys.absolute, ToleranceKeys.relative])
    return .anyOf([
      .constant(["exact"]),
      .object(
        [
          (ToleranceKeys.absolute, .number), (ToleranceKeys.relative, .number),
          (ToleranceKeys.both, pair), (ToleranceKeys.decimals, .integer),
          (ToleranceKeys.significant, .integer), (ToleranceKeys.asTyped, .integer),
        ], required: []),
    ])
  }

  private var network: SchemaNode {
    let parameters: SchemaNode = .anyOf([.constant(["choose"]), .array(.reference("value"))])
    let moments: SchemaNode = .map(.reference("value"))
    return .object(
      [
        (NetworkKeys.sizes, .array(.integer)),
        (
          NetworkKeys.activations, .array(.constant(Activation.allCases.map { $0.rawValue }))
        ),
        (NetworkKeys.loss, .constant(Loss.allCases.map { $0.rawValue })),
        (NetworkKeys.weights, parameters), (NetworkKeys.biases, parameters),
        (
          NetworkKeys.weightLayout,
          .constant(NetworkBlock.WeightLayout.allCases.map { $0.rawValue })
        ),
        (NetworkKeys.input, .reference("value")), (NetworkKeys.target, .reference("value")),
        (NetworkKeys.inputs, .array(.reference("value"))),
        (NetworkKeys.targets, .array(.reference("value"))),
        (NetworkKeys.learningRate, .number), (NetworkKeys.penalty, .number),
        (NetworkKeys.frozen, .array(.string)),
        (NetworkKeys.optimiser, .constant(NetworkUpdate.Name.allCases.map { $0.rawValue })),
        (NetworkKeys.momentum, .number), (NetworkKeys.beta1, .number),
        (NetworkKeys.beta2, .number), (NetworkKeys.epsilon, .number), (NetworkKeys.step, .integer),
        (NetworkKeys.velocities, moments), (NetworkKeys.firstMoments, moments),
        (NetworkKeys.secondMoments, moments),
      ],
      required: [
        NetworkKeys.sizes, NetworkKeys.activations, NetworkKeys.loss, NetworkKeys.weights,
      ])
  }

  /// A text with gaps, each of which is a step.
  private var blanks: SchemaNode {
    .object(
      [
        (StepKeys.kind, .constant([PassageItems.kindName])), (PassageKeys.text, .string),
        (PassageKeys.gaps, .array(.anyOf(kinds.map { .reference("step-\($0.name)") }))),
      ], required: PassageKeys.all)
  }

  private var alternative: SchemaNode {
    .object(
      [
        (AlternativeKeys.formula, .string), (AlternativeKeys.says, .string),
        (AlternativeKeys.credit, .number),
      ], required: [AlternativeKeys.formula, AlternativeKeys.says])
  }

  /// A step of one kind; the first kind is the one meant where a step names none.
  private func step(_ kind: StepKind) -> SchemaNode {
    let isDefault = kinds.first.map { $0 == kind } ?? false
    return .object(
      (StepKeys.common + kind.keys).map { ($0, ExerciseSchema.node(of: $0, kind)) },
      required: [StepKeys.name] + (isDefault ? [] : [StepKeys.kind]))
  }

  private static func node(of key: Key, _ kind: StepKind) -> SchemaNode {
    if let own = kind.schema(key) { return own }
    return key == StepKeys.kind ? .constant([kind.name]) : node(of: key)
  }

  /// What stands under a key that steps of several kinds have.
  private static func node(of key: Key) -> SchemaNode {
    switch key {
    case StepKeys.points: .number
    case StepKeys.hints, StepKeys.ways: .array(.string)
    case StepKeys.tolerance: .reference("tolerance")
    case StepKeys.mistakes, StepKeys.also: .array(.reference("alternative"))
    case StepKeys.partial: .boolean
    case StepKeys.repetition: .map(.array(.integer))
    default: .string
    }
  }
}
