import LocatedJSON

/// What is different in an exercise's file since an earlier run, in the words of a summary.
struct ExerciseChange: Hashable, Sendable {
  /// The keys that have changed in each step that both files have; all of them in words.
  private var steps: [String: [String]] = [:]
  /// What has changed outside the steps.
  private var rest: [String] = []
  /// Whether steps have come or gone.
  private var hasOtherSteps = false

  /// - Returns: nil where the files cannot be read or say the same.
  init?(from old: String, to new: String) {
    guard old != new,
      let before = try? JSONText.parse(SourceText(name: "", text: old)),
      let after = try? JSONText.parse(SourceText(name: "", text: new))
    else { return nil }
    rest = ExerciseChange.changes(before, after).filter { $0 != ExerciseChange.words(for: "steps") }
    let (earlier, later) = (ExerciseChange.steps(of: before), ExerciseChange.steps(of: after))
    hasOtherSteps = Set(earlier.keys) != Set(later.keys)
    for (name, step) in later {
      guard let other = earlier[name] else { continue }
      let changes = ExerciseChange.changes(other, step)
      if !changes.isEmpty { steps[name] = changes }
    }
  }

  /// What has changed that may bear on a step, or on the exercise as a whole.
  func words(for step: String?) -> String {
    if let own = step.flatMap({ steps[$0] }) { return "\(own.joinedAsWords) changed" }
    if !rest.isEmpty { return "\(rest.joinedAsWords) changed" }
    if !steps.isEmpty {
      let names = steps.keys.sorted()
      let shown = names.count > 3 ? ["\(names.count) of its steps"] : names
      return "\(shown.joinedAsWords) changed"
    }
    return hasOtherSteps ? "its steps changed" : "the exercise changed"
  }

  private static func steps(of exercise: LocatedValue) -> [String: LocatedValue] {
    guard case .array(let steps)? = exercise["steps"]?.kind else { return [:] }
    var named: [String: LocatedValue] = [:]
    for step in steps {
      if case .string(let name)? = step["name"]?.kind { named[name] = step }
    }
    return named
  }

  /// The members that two objects do not have in common, in words, in one order.
  private static func changes(_ old: LocatedValue, _ new: LocatedValue) -> [String] {
    guard case .object(let before) = old.kind, case .object(let after) = new.kind else { return [] }
    let names = Set((before + after).map(\.name)).subtracting(unmarked)
    return names.sorted().filter { !isSame(old[$0], new[$0]) }.map(words)
  }

  private static func isSame(_ one: LocatedValue?, _ other: LocatedValue?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    switch (one.kind, other.kind) {
    case (.null, .null): return true
    case (.bool(let one), .bool(let other)): return one == other
    case (.number(let one), .number(let other)): return one == other
    case (.string(let one), .string(let other)): return one == other
    case (.array(let one), .array(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
    case (.object(let one), .object(let other)):
      return one.count == other.count
        && one.allSatisfy { member in
          isSame(member.value, other.first { $0.name == member.name }?.value)
        }
    default: return false
    }
  }

  /// What is read by people and takes no part in marking.
  private static let unmarked: Set<String> = [
    "$schema", "title", "source", "statement", "text", "hints", "topic", "level", "needs",
    "minutes", "working", "equation",
  ]

  /// What a key is called in a sentence; a key by its own name where there is no better one.
  private static func words(for key: String) -> String {
    switch key {
    case "also": "what else is right"
    case "given": "the given numbers"
    case "choose": "what is chosen"
    case "mistakes": "the foreseen mistakes"
    case "network", "tolerance", "formula", "points", "ways", "partial", "options", "rubric",
      "inputs", "properties", "steps", "kind", "form", "variables":
      "the \(key)"
    default: "'\(key)'"
    }
  }
}
