import Answers
import Diagnosis
import Formulas
import LearnersSlips
import LocatedJSON
import Marking
import Numerics
import Reports

/// How many slips were named, by their kind and by how many digits were typed.
struct SlipFigures {
  /// How numbers are typed.
  struct Form {
    let id: String
    let typing: Typing
    var isTriedAtRandom = false
  }

  static let forms = [
    Form(id: "d6", typing: .decimals(6)),
    Form(id: "d4", typing: .decimals(4), isTriedAtRandom: true),
    Form(id: "s3", typing: .significant(3), isTriedAtRandom: true),
    Form(id: "d3", typing: .decimals(3)),
  ]

  /// What came of some slips.
  struct Tally {
    var named = 0
    var falselyNamed = 0
    /// Those of them that were told as a fact.
    var surelyFalse = 0
    var unnamed = 0

    var total: Int { named + falselyNamed + unnamed }
  }

  /// What came of wrong answers without a reason.
  struct Chance {
    var explained = 0
    /// Those of them that were told as a fact.
    var surely = 0
    var total = 0
  }

  private(set) var tallies: [String: [LearnersSlip.Kind: Tally]] = [:]
  /// The sentences of false reasons, each behind its slip.
  private(set) var falseReasons: [String] = []
  private var random: [String: Chance] = [:]
  private var sheets = 0
  private var seconds = 0.0

  mutating func count(_ outcome: LearnersTrial.Outcome, of slip: LearnersSlip, _ form: Form) {
    var tally = tallies[form.id]?[slip.kind] ?? Tally()
    switch outcome {
    case .named: tally.named += 1
    case .unnamed: tally.unnamed += 1
    case .right: return
    case .falselyNamed(let says, let isSure):
      tally.falselyNamed += 1
      if isSure { tally.surelyFalse += 1 }
      falseReasons.append("\(form.id)  \(slip): \(says)")
    }
    tallies[form.id, default: [:]][slip.kind] = tally
  }

  /// Hands in a wrong answer that has no reason: numbers of the right size, drawn at random.
  mutating func countRandom(
    _ number: Int, _ form: Form, _ trial: inout LearnersTrial, _ random: inout SplitMix64
  ) throws {
    let student = "random \(number % 40)"
    let step = trial.steps[number % trial.steps.count]
    let key = trial.key(of: student)
    guard let slot = key.program.slot(named: step) else { return }
    let right = key.value(of: slot)
    let size = 1.5 * right.scale
    guard size > 0 else { return }
    let wrong = Tensor(
      shape: right.shape, entries: right.entries.map { _ in random.number(from: -size, to: size) })
    let sheet = try trial.sheet(upTo: step, wrong, of: student, form.typing)
    guard let marks = trial.mark(sheet).steps.first(where: { $0.name == step }),
      marks.status != .correct
    else { return }
    var chance = self.random[form.id] ?? Chance()
    chance.total += 1
    if let diagnosis = marks.diagnosis {
      chance.explained += 1
      if diagnosis.certainty == .sure { chance.surely += 1 }
    }
    self.random[form.id] = chance
  }

  /// Times the marking of the slips of a network, on one core and with everything read already.
  mutating func time(_ network: String, _ trial: inout LearnersTrial, draws: Int) throws {
    let slips = LearnersSlip.all.filter { $0.network == network }
    let typing = Typing.decimals(4)
    let all = try (0..<draws).flatMap { draw in
      try slips.map { try trial.sheet(with: $0, typing, draw: draw) }
    }
    seconds += Stopwatch.seconds { for sheet in all { _ = trial.mark(sheet) } }
    sheets += all.count
  }

  // MARK: Text

  var text: String {
    let width = 34
    var lines = [
      "named of all, falsely (as a fact)".padded(to: width)
        + SlipFigures.forms.map { $0.id.rightAligned(to: 16) }.joined()
    ]
    for kind in LearnersSlip.Kind.allCases {
      let cells = SlipFigures.forms.map { cell(tallies[$0.id]?[kind] ?? Tally()) }
      lines.append(kind.rawValue.padded(to: width) + cells.joined())
    }
    let sums = SlipFigures.forms.map { sum(of: $0) }
    lines.append("all".padded(to: width) + sums.map(cell).joined())
    let shares = sums.map { share($0.named, of: $0.total).rightAligned(to: 16) }
    lines.append("named".padded(to: width) + shares.joined())
    for form in SlipFigures.forms {
      guard let chance = random[form.id] else { continue }
      lines.append(
        "\(form.id): \(chance.explained) of \(chance.total) wrong answers without a reason were "
          + "explained (\(share(chance.explained, of: chance.total))), \(chance.surely) as a fact")
    }
    lines.append("\(Int(sheetsPerSecond)) sheets with a slip marked per second on one core")
    return lines.joined(separator: "\n") + "\n"
  }

  private func sum(of form: Form) -> Tally {
    (tallies[form.id] ?? [:]).values.reduce(into: Tally()) { sum, tally in
      sum.named += tally.named
      sum.falselyNamed += tally.falselyNamed
      sum.surelyFalse += tally.surelyFalse
      sum.unnamed += tally.unnamed
    }
  }

  private var sheetsPerSecond: Double { seconds > 0 ? Double(sheets) / seconds : 0 }

  private func cell(_ tally: Tally) -> String {
    let text =
      tally.total == 0
      ? "–"
      : "\(tally.named)/\(tally.total)"
        + (tally.falselyNamed > 0
          ? ", \(tally.falselyNamed) (\(tally.surelyFalse))" : "")
    return text.rightAligned(to: 16)
  }

  private func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : NumberText.fixed(100 * Double(part) / Double(whole), decimals: 1) + " %"
  }

  // MARK: JSON

  var json: String {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("slips")
    json.beginArray()
    for form in SlipFigures.forms {
      for kind in LearnersSlip.Kind.allCases {
        guard let tally = tallies[form.id]?[kind] else { continue }
        json.beginObject()
        json.key("form")
        json.value(form.id)
        json.key("kind")
        json.value(kind.rawValue)
        json.key("named")
        json.value(tally.named)
        json.key("falselyNamed")
        json.value(tally.falselyNamed)
        json.key("surelyFalse")
        json.value(tally.surelyFalse)
        json.key("total")
        json.value(tally.total)
        json.endObject()
      }
    }
    json.endArray()
    json.key("random")
    json.beginArray()
    for form in SlipFigures.forms {
      guard let chance = random[form.id] else { continue }
      json.beginObject()
      json.key("form")
      json.value(form.id)
      json.key("explained")
      json.value(chance.explained)
      json.key("surely")
      json.value(chance.surely)
      json.key("total")
      json.value(chance.total)
      json.endObject()
    }
    json.endArray()
    json.key("sheetsPerSecond")
    json.value(sheetsPerSecond)
    json.key("falseReasons")
    json.beginArray()
    for reason in falseReasons { json.value(reason) }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }
}
