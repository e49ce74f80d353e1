import Exercises

extension ExerciseHeader {
  /// How much there is to do, in words: "5 steps", "6 points", "level 1", "10 minutes".
  package var extent: [String] { extent(outOf: outOf) }

  /// The same where an assignment says what it is out of.
  package func extent(outOf points: Double) -> [String] {
    var parts = [
      "\(stepCount) \(stepCount == 1 ? "step" : "steps")", Numbers.pointsInWords(points),
    ]
    if let level = place.level { parts.append("level \(level)") }
    if let minutes = place.minutes {
      parts.append("\(minutes) \(minutes == 1 ? "minute" : "minutes")")
    }
    return parts
  }
}
