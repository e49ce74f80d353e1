import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorTrial {
  /// The steps at which an answer just inside or just outside the tolerance is misjudged, and those
  /// at which zeros pass for the answer.
  mutating func nearMissFindings() -> [AuthorFinding] {
    var findings: [AuthorFinding] = []
    for step in exercise.valueSteps where step.kind == ValueKind.kind.step {
      let right = key.value(of: step.slot)
      let place = step.place.lowerBound
      if step.tolerance.isAsTyped {
        findings += typingFindings(step, right)
        continue
      }
      guard let entry = widest(right, step.tolerance) else { continue }
      let bound = step.tolerance.bound(for: right[entry])
      if right.scale > Tolerance.noise, step.tolerance.acceptsZeros(for: right) {
        findings.append(AuthorFinding(.zeros, .zeros(step), at: place))
      }
      // A bound below the rounding of the key itself has no near side.
      guard bound > 256 * right[entry].ulp else { continue }
      for sign in [1.0, -1] {
        let inside = right.moved(entry, by: 0.9 * sign * bound)
        if let marks = marks(step.name, .value(inside)), marks.status != .correct {
          findings.append(
            AuthorFinding(.nearMiss, .inside(step, right[entry], inside[entry]), at: place))
        }
        let outside = right.moved(entry, by: 1.1 * sign * bound)
        if let marks = marks(step.name, .value(outside)), marks.status == .correct {
          findings.append(
            AuthorFinding(.nearMiss, .outside(step, right[entry], outside[entry]), at: place))
        }
      }
    }
    return findings
  }

  /// The entry whose bound is farthest from the limits of `Double`.
  private func widest(_ value: Tensor, _ tolerance: Tolerance) -> Int? {
    value.entries.indices.max { left, right in
      tolerance.bound(for: value[left]) < tolerance.bound(for: value[right])
    }
  }
}

extension Tolerance {
  func acceptsZeros(for key: Tensor) -> Bool {
    key.entries.allSatisfy { accepts(0, for: $0) }
  }
}

extension Tensor {
  /// With one entry moved.
  func moved(_ entry: Int, by distance: Double) -> Tensor {
    var entries = entries
    entries[entry] += distance
    return Tensor(shape: shape, entries: entries)
  }
}

// MARK: - Messages

extension String {
  fileprivate static func inside(_ step: ValueStep, _ right: Double, _ near: Double) -> String {
    "'\(step.name)' is to be right \(Message(step.tolerance).text), but \(near) is refused for \(right)"
  }

  fileprivate static func outside(_ step: ValueStep, _ right: Double, _ near: Double) -> String {
    "'\(step.name)' is to be right \(Message(step.tolerance).text), but \(near) passes for \(right)"
      + (step.also.isEmpty ? "" : "; an entry of 'also' lies too near")
  }

  fileprivate static func zeros(_ step: ValueStep) -> String {
    "the tolerance of '\(step.name)' is so wide that 0 passes for the answer"
  }
}
