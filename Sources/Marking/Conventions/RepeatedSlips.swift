import Answers
import Diagnosis
import Exercises
import Formulas
import FunctionMarking

/// One slip, one charge: where one reason explains several steps, the first pays and the others
/// follow.
struct RepeatedSlips {
  private let exercise: Exercise
  private(set) var marks: [StepFeedback]
  /// What is said of it before all steps.
  private(set) var summary: [Message] = []
  /// The steps that a convention explains.
  private var settled: Set<Int> = []
  /// The steps whose answers were taken as they stand, where chosen values are missing.
  private let taken: [String]
  /// How many steps came out wrong, whether they earn points or not.
  private let wrong: Int

  init(_ marks: [StepFeedback], of exercise: Exercise) {
    self.marks = marks
    self.exercise = exercise
    let taken = marks.filter { $0.status == .unreadable }.map { $0.name }
    self.taken = taken
    // What follows from those alone may well be right.
    wrong = marks.count { mark in
      mark.isShort
        || mark.status == .followsThrough && !mark.follows.allSatisfy { taken.contains($0) }
    }
  }

  /// Charges a convention of the whole sheet once.
  mutating func charge(_ reading: ConventionReading) {
    let first = reading.explained[0]
    summary.append(
      .oneSlip(
        explains: share(reading.explained.count), reading.convention.says,
        places: [marks[first].name]))
    settled.formUnion(reading.explained)
    if exercise.repeatedSlips == .each { return }
    for index in reading.explained {
      marks[index].evidence = nil
      // The formula that gives the answer by itself stays with it.
      let alone = marks[index].diagnosis
      marks[index].diagnosis = Explanation(
        kind: .mutation, edits: [reading.convention.id], step: alone?.step, formula: alone?.formula,
        gists: [reading.convention.gist])
      if index == first {
        if marks[index].status == .followsThrough {
          marks[index].status = .incorrect
          marks[index].points = 0
          marks[index].follows = []
        }
        marks[index].says = [reading.convention.says]
      } else {
        follow(index, first)
      }
    }
  }

  /// Charges once that the layers are counted from 0.
  mutating func chargeLayersFromZero() {
    let answered = marks.indices.filter { marks[$0].status != .unanswered }
    guard let first = answered.first else { return }
    summary.append(.oneSlip(explains: "\(answered.count) steps", .layersFromZero, places: []))
    if exercise.repeatedSlips == .each { return }
    marks[first].status = .incorrect
    marks[first].points = 0
    marks[first].says = [.layersFromZero]
    marks[first].diagnosis = Explanation(
      kind: .mutation, edits: ["layers-from-0"], gists: ["counted the layers from 0"])
  }

  /// Charges each reason once that is found in several steps.
  mutating func chargeRepeated() {
    var found: [Habit: [Int]] = [:]
    var order: [Habit] = []
    let open = marks.indices.filter {
      marks[$0].isShort && marks[$0].diagnosis != nil && !settled.contains($0)
    }
    // A slip found once is not repeated.
    if open.count < 2 { return }
    for index in open {
      let mark = marks[index]
      guard let key = habit(of: mark, exercise.steps[index]) else { continue }
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(index)
    }
    for key in order {
      guard let steps = found[key], steps.count > 1 else { continue }
      let says = marks[steps[0]].says.first ?? ""
      if exercise.repeatedSlips != .each {
        for index in steps.dropFirst() { follow(index, steps[0]) }
      }
      settled.formUnion(steps)
      summary.append(
        .cause(
          of: marks[steps[0]], explains: share(consequences(of: steps).count), says,
          places: steps.map { marks[$0].name }))
    }
  }

  /// Says of the slip with the most consequences that it is the one to look at.
  mutating func tellConsequences() {
    var most: (first: Int, count: Int) = (0, 2)
    for (index, mark) in marks.enumerated()
    where mark.isShort && mark.diagnosis != nil && !settled.contains(index) {
      let count = consequences(of: [index]).count
      if count > most.count { most = (index, count) }
    }
    guard most.count > 2, let says = marks[most.first].says.first else { return }
    let first = marks[most.first]
    summary.append(
      .cause(of: first, explains: share(most.count), says, places: [first.name]))
  }

  /// The steps and all that follow from nothing else.
  private func consequences(of steps: [Int]) -> [Int] {
    var explained = steps
    var names = steps.map { marks[$0].name }
    for (index, mark) in marks.enumerated()
    where mark.status == .followsThrough && !steps.contains(index) {
      guard mark.follows.contains(where: { names.contains($0) }),
        mark.follows.allSatisfy({ names.contains($0) || taken.contains($0) })
      else { continue }
      explained.append(index)
      names.append(mark.name)
    }
    return explained
  }

  /// "5 of your 6 wrong steps".
  private func share(_ count: Int) -> Message {
    if count < wrong { return "\(count) of your \(wrong) wrong steps" }
    return count == 2 ? "both of your wrong steps" : "all \(count) of your wrong steps"
  }

  /// What was done, if the same may be done elsewhere; a lost minus here and another there are two slips.
  private func habit(of mark: StepFeedback, _ step: Step) -> Habit? {
    guard let diagnosis = mark.diagnosis else { return nil }
    if diagnosis.kind == .mistake { return Habit(foreseen: mark.says.map { $0.text }) }
    // In programming a network: what is said of it is of the network, not of one function.
    if step.isOnNetwork, diagnosis.kind == .mutation, diagnosis.formula == nil,
      let says = mark.says.first
    {
      return Habit(foreseen: [says.text])
    }
    return step.value.flatMap { Habit(of: diagnosis, at: $0.slot, in: exercise) }
  }

  private mutating func follow(_ index: Int, _ first: Int) {
    marks[index].status = .followsThrough
    marks[index].points = max(
      marks[index].points, marks[index].outOf * exercise.followThrough.credit)
    marks[index].follows = [marks[first].name]
    marks[index].evidence = nil
    marks[index].says = [.theSame(as: marks[first].name)]
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let layersFromZero: Message = """
    You count the layers from 0; in this exercise the first layer after the input is layer 1. Your \
    answers were read so.
    """

  /// What one slip explains, what it is, and where to look for it: first of all in the first place.
  fileprivate static func oneSlip(
    explains share: Message, _ says: Message, places: [String]
  ) -> Message {
    "One slip explains \(share): \(says)\(begin(with: places))"
  }

  /// The same of what a step is told, which may be two slips at once, or one of several.
  fileprivate static func cause(
    of mark: StepFeedback, explains share: Message, _ says: Message, places: [String]
  ) -> Message {
    mark.isOfOneSlip
      ? oneSlip(explains: share, says, places: places)
      : "One cause explains \(share). \(says)\(begin(with: places))"
  }

  private static func begin(with places: [String]) -> Message {
    guard let first = places.first else { return "" }
    let others = Array(places.dropFirst())
    return others.isEmpty
      ? " Begin with \(Message.steps([first]))."
      : " Begin with \(Message.steps([first])); the same is in \(Message.steps(others))."
  }

  fileprivate static func theSame(as name: String) -> Message {
    "The same as in \(Message.steps([name])), where it is charged."
  }
}

extension StepFeedback {
  /// Whether its reason is one edit or one slip, and no pair or choice of them.
  fileprivate var isOfOneSlip: Bool {
    diagnosis.map { $0.edits.count < 2 && $0.alternatives.isEmpty } ?? true
  }
}

extension Step {
  /// Whether a function is asked for that is held against a reference of the grader's own.
  fileprivate var isOnNetwork: Bool {
    guard isAnsweredInSwift, let task = assignment?.record.reading.flatMap({ CodeTask($0) }) else {
      return false
    }
    if case .reference = task.key { return true }
    return false
  }
}
