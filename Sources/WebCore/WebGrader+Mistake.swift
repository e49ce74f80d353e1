import Answers
import Exercises
import LocatedJSON
import Marking
import Numerics
import Practice

extension WebGrader.Opened {
  /// A wrong gradient played, as JSON: the name of its step and η, or nothing, in the first line,
  /// then the sheet.
  mutating func mistake(_ bytes: [UInt8]) throws(AnswerFault) -> String {
    let (line, sheet) = bytes.firstLine
    let words = line.split(separator: " ").map { String($0) }
    let name = words.first ?? ""
    let rate = marker.exercise.network?.learningRate ?? 0.5
    guard let chosen = words.count > 1 ? Double(words[1]) : rate, chosen > 0, chosen.isFinite else {
      throw AnswerFault(.badRate, at: nil)
    }
    let feedback = try feedback(sheet)
    let exercise = marker.exercise
    guard let step = feedback.steps.first(where: { $0.name == name }) else {
      throw AnswerFault(.unknown(name), at: nil)
    }
    guard let mistake = PlayedMistake(step, in: exercise, key: marker.key, rate: chosen) else {
      throw AnswerFault(.noMistake(name), at: nil)
    }
    let losses = Set(exercise.gradientChecks.map { $0.loss })
    let isLossKnown = feedback.steps.allSatisfy {
      !losses.contains($0.name) || $0.status == .correct
    }
    return json(of: mistake, rate: chosen, isLossKnown: isLossKnown)
  }

  private func json(of mistake: PlayedMistake, rate: Double, isLossKnown: Bool) -> String {
    let across = PlotAxis(
      from: mistake.place - mistake.reach, to: mistake.place + mistake.reach, ticks: 4)
    let (lowest, highest) = mistake.changes
    let up = PlotAxis(from: lowest, to: highest, ticks: 4)
    func places(_ points: [(move: Double, change: Double)]) -> [Int] {
      points.flatMap { [across.place(of: mistake.place + $0.move), up.place(of: $0.change)] }
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("label", mistake.label)
    json.member("words", mistake.words)
    json.member("across", across)
    json.member("up", up)
    json.member("curve", places(mistake.curve))
    json.member("right", places([mistake.right.from, mistake.right.to]))
    json.member("yours", places([mistake.wrong.from, mistake.wrong.to]))
    json.member("point", places([(0, 0)]))
    json.member(
      "rows",
      rows: mistake.curve.indices.filter { $0.isMultiple(of: 10) }.map { index in
        let (move, change) = mistake.curve[index]
        return [
          NumberText.brief(mistake.place + move), NumberText.brief(change, digits: 2),
          NumberText.brief(mistake.slope * move, digits: 2),
        ]
      })
    json.member("parameter", mistake.parameter)
    json.member("rate", NumberText.shortest(rate))
    json.key("steps")
    json.beginArray()
    if let (right, wrong) = mistake.descents {
      for descent in [right, wrong] {
        json.value(PlayedMistake.words(of: descent, isLossKnown: isLossKnown))
      }
    }
    json.endArray()
    json.endObject()
    return json.text
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let badRate: Message = "η has to be a number above 0"

  fileprivate static func noMistake(_ name: String) -> Message {
    "\(name: name) has no wrong gradient to be played"
  }
}
