/// The exercises as a course takes them: topic by topic, and each after those that it needs.
package struct CourseOrder: Sendable {
  /// The exercises of one topic; those that name none come last, under no topic.
  package struct Section: Sendable {
    package let topic: String?
    package internal(set) var exercises: [ExerciseHeader]
  }

  /// The topics as the chapter takes them, and then those beyond it; others follow by name.
  package static let topics = [
    "The chain rule", "Both passes by hand", "Outputs and losses", "What it costs",
    "Activations and the flow of gradients", "Backpropagation in Swift", "History",
    "Checking gradients", "Training", "Normalisation and depth", "Convolution",
    "Sequences and attention", "Words as vectors",
  ]

  package let sections: [Section]

  /// All the exercises in the order of the course.
  package var exercises: [ExerciseHeader] { sections.flatMap { $0.exercises } }

  package init(_ exercises: [ExerciseHeader]) {
    var sections: [Section] = []
    for exercise in exercises.sorted(by: CourseOrder.precedes) {
      let topic = exercise.place.topic
      if let last = sections.indices.last, sections[last].topic == topic {
        sections[last].exercises.append(exercise)
      } else {
        sections.append(Section(topic: topic, exercises: [exercise]))
      }
    }
    for index in sections.indices {
      sections[index].exercises = CourseOrder.needsFirst(sections[index].exercises)
    }
    self.sections = sections
  }

  /// Exercises in an order that somebody else gave, under no topic.
  package init(asGiven exercises: [ExerciseHeader]) {
    sections = [Section(topic: nil, exercises: exercises)]
  }

  /// By topic, in it by level, and there by name.
  private static func precedes(_ one: ExerciseHeader, _ other: ExerciseHeader) -> Bool {
    let (first, second) = (rank(of: one), rank(of: other))
    if first != second { return first < second }
    if one.place.topic != other.place.topic {
      return (one.place.topic ?? "") < (other.place.topic ?? "")
    }
    let levels = (one.place.level ?? 2, other.place.level ?? 2)
    return levels.0 == levels.1 ? one.id < other.id : levels.0 < levels.1
  }

  private static func rank(of exercise: ExerciseHeader) -> Int {
    guard let topic = exercise.place.topic else { return topics.count + 1 }
    return topics.firstIndex { $0 == topic } ?? topics.count
  }

  /// The same exercises, each as early as it was but after those it needs.
  ///
  /// Exercises that need each other stay as they are.
  private static func needsFirst(_ exercises: [ExerciseHeader]) -> [ExerciseHeader] {
    var waiting = exercises
    var ordered: [ExerciseHeader] = []
    while !waiting.isEmpty {
      let ready = waiting.firstIndex { exercise in
        exercise.place.needs.allSatisfy { id in
          id == exercise.id || !waiting.contains { $0.id == id }
        }
      }
      ordered.append(waiting.remove(at: ready ?? 0))
    }
    return ordered
  }
}
