import LocatedJSON
import Marking
import Reports

extension ClassAssignment {
  /// The record with what it comes to in the assignment, and with remarks on what does not count.
  package func graded(_ record: StudentRecord) -> StudentRecord {
    var graded = record
    let grade = grade(of: record)
    graded.grade = grade
    graded.isLate = record.isLate || isLate(record)
    return graded
  }

  private func isLate(_ record: StudentRecord) -> Bool {
    exercises.contains { lateness(of: $0, record).seconds > 0 }
  }

  /// What a student's work comes to.
  package func grade(of record: StudentRecord) -> Grade {
    var grade = Grade()
    grade.parts = exercises.map { part($0, record) }
    grade.weigh()
    grade.drop(dropped)
    let counted = grade.parts.filter(\.counts)
    let sum = counted.reduce(0) { $0 + $1.maximum }
    grade.maximum = outOf ?? sum
    let scale = outOf.map { sum > 0 ? $0 / sum : 0 } ?? 1
    grade.raw = counted.reduce(0) { $0 + ($1.raw ?? 0) }
    grade.scaled = counted.reduce(0) { $0 + $1.scaled } * scale
    grade.penalty = counted.reduce(0) { $0 + $1.penalty } * scale
    grade.bonus = counted.reduce(0) { $0 + $1.bonus } * scale + (record.ruling?.bonus ?? 0)
    let ruled = record.ruling?.points.map { $0 + (record.ruling?.bonus ?? 0) }
    let total = max(0, ruled ?? (grade.scaled - grade.penalty + grade.bonus))
    let isExcused = record.ruling?.isExcused ?? false || counted.isEmpty
    grade.total = isExcused ? nil : rounding?(total) ?? total
    grade.reasons = grade.parts.filter { !$0.reason.isEmpty }
      .map { "\($0.exercise): \($0.reason)" }
    let ids = Set(exercises.map(\.id))
    let outside = record.results.filter { !ids.contains($0.exercise) && $0.outOf > 0 }
      .map(\.exercise)
    if !outside.isEmpty {
      let verb = outside.count == 1 ? "is" : "are"
      grade.remarks.append(
        "\(outside.joinedAsWords) \(verb) not part of the assignment, and \(verb) not counted")
    }
    grade.remarks += grade.reasons
    return grade
  }

  /// What one of several attempts at an exercise would count.
  package func worth(
    of feedback: Feedback, handedIn time: HandInTime, by record: StudentRecord
  ) -> Double {
    guard let entry = exercises.first(where: { $0.id == feedback.exercise }) else {
      return feedback.points
    }
    var attempt = attempt(at: entry, handedIn: time, by: record)
    attempt.results = [feedback]
    return part(entry, attempt).points
  }

  /// Whether one of several attempts at an exercise came when nothing was taken any more.
  package func refuses(
    _ exercise: String, handedIn time: HandInTime, by record: StudentRecord
  ) -> Bool {
    guard let entry = exercises.first(where: { $0.id == exercise }) else { return false }
    return lateness(of: entry, attempt(at: entry, handedIn: time, by: record)).isAfterAll
  }

  /// A student's record as if this had been the only attempt.
  private func attempt(
    at entry: Entry, handedIn time: HandInTime, by record: StudentRecord
  ) -> StudentRecord {
    var attempt = StudentRecord(id: record.id)
    attempt.extensions = record.extensions
    attempt.times[entry.id] = time
    return attempt
  }

  /// Whether work of a time came when nothing was taken any more, whatever it answers, as long as
  /// nobody has an extension.
  package func refuses(_ time: HandInTime) -> Bool {
    let nobody = StudentRecord(id: "")
    return !exercises.isEmpty
      && exercises.allSatisfy { refuses($0.id, handedIn: time, by: nobody) }
  }

  private func part(_ entry: Entry, _ record: StudentRecord) -> Grade.Part {
    let feedback = record.results.first { $0.exercise == entry.id }
    var part = Grade.Part(
      exercise: entry.id, rawMaximum: entry.ownPoints, maximum: entry.maximum)
    guard let feedback else { return part }
    let ruling = feedback.ruling
    if ruling?.isExcused == true {
      part.standing = .excused
      part.reason = "excused"
      return part
    }
    // Steps that a student is excused from make it out of less.
    if feedback.outOf > 0 { part.rawMaximum = feedback.outOf }
    let factor = part.rawMaximum > 0 ? entry.maximum / part.rawMaximum : 0
    let bonus = ruling?.bonus ?? 0
    part.raw = feedback.points - bonus
    part.scaled = (feedback.points - bonus) * factor
    part.bonus = bonus * factor
    part.time = record.times[entry.id]?.time
    if feedback.toBeRead > 0 { part.open = feedback.unreadPoints * factor }
    // A person's points are the last word: whoever gave them knew how late it was.
    if ruling?.points == nil { charge(lateness(of: entry, record), to: &part) }
    return part
  }
}

extension Feedback {
  /// What answers that nobody has read yet are out of.
  fileprivate var unreadPoints: Double {
    steps.reduce(0) { $0 + ($1.status == .toBeRead ? $1.outOf - $1.points : 0) }
  }
}

// MARK: - Lateness

extension ClassAssignment {
  /// How late something is, and what is to be said of how that is known.
  struct Lateness {
    /// Seconds behind the due date and the grace; nothing where it came in time.
    var seconds = 0
    /// Seconds behind the due date, which is what people are told.
    var behind = 0
    var days: Int { (seconds + Acceptance.secondsPerDay - 1) / Acceptance.secondsPerDay }
    /// Whether nobody knows by how much.
    var isVague = false
    /// The due date that a person has moved.
    var extended: CourseTime?
    var isAfterAll = false
  }

  func lateness(of entry: Entry, _ record: StudentRecord) -> Lateness {
    guard let handed = record.times[entry.id], !handed.isUnknown else { return Lateness() }
    var lateness = Lateness()
    let stated = due(entry)
    let due = record.extension(of: entry.id).flatMap { $0.moved(stated) } ?? stated
    if due != stated { lateness.extended = due }
    if let due, let time = handed.time?.onClock(of: due) {
      lateness.behind = max(0, time.seconds - due.seconds)
      lateness.seconds = max(0, lateness.behind - grace)
      if case .until(let limit) = acceptance {
        let moved = lateness.extended.map { max($0, limit) } ?? limit
        lateness.isAfterAll = time > moved
      }
    } else if let seconds = handed.lateBy {
      let granted = record.extension(of: entry.id)?.granted(after: stated) ?? 0
      lateness.behind = max(0, seconds - granted)
      lateness.seconds = max(0, lateness.behind - grace)
    } else if handed.isLate, record.extension(of: entry.id) == nil {
      (lateness.seconds, lateness.isVague) = (1, true)
    }
    if case .lasting(let longest) = acceptance, lateness.seconds > longest {
      lateness.isAfterAll = !lateness.isVague || longest == 0
    }
    return lateness
  }

  private func charge(_ lateness: Lateness, to part: inout Grade.Part) {
    if let extended = lateness.extended, lateness.seconds == 0 {
      part.reason = "due \(extended.text) by an extension"
    }
    guard lateness.seconds > 0 || lateness.isAfterAll else { return }
    let how = lateness.isVague ? "late" : "\(CourseDuration.text(lateness.behind)) late"
    if lateness.isAfterAll {
      part.penalty = part.scaled
      part.reason = "\(how), when nothing was taken any more"
    } else if let late {
      part.penalty = late.penalty(days: lateness.days, earned: part.scaled)
      let days = lateness.days == 1 ? "1 day" : "\(lateness.days) days"
      part.reason =
        "\(how), which counts as \(days) and costs \(Numbers.pointsInWords(part.penalty))"
    } else {
      part.reason = "\(how), which costs nothing"
    }
  }
}
