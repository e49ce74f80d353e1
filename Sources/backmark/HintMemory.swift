import Exercises
import Numerics
import Practice

/// How many hints to a step a student has had, kept from one run to the next.
///
/// The hints to an answer begin again when the answer is another; those to the step go on.
struct HintMemory {
  private var kept: KeptWords?
  private let key: String
  /// What tells one answer from another; nothing that shows it.
  private let answer: String
  private var onAnswer = 0
  private var given = 0

  init(_ exercise: Exercise, _ step: Step, answer text: String?) {
    kept = KeptWords.hints()
    key = "\(exercise.id) \(step.name)"
    var hash = SHA256()
    hash.add(text ?? "")
    answer = String(hash.digest().hexadecimal.prefix(16))
    let words = kept?[key]?.split(separator: " ") ?? []
    guard words.count == 3, let given = Int(words[0]), let onAnswer = Int(words[1]) else { return }
    self.given = max(0, given)
    self.onAnswer = words[2] == answer ? max(0, onAnswer) : 0
  }

  /// Whether the next run will know.
  var isKept: Bool { kept != nil }

  /// The next hint, or the last once more where there is none after it.
  func next(of ladder: HintLadder) -> [HintLadder.Numbered] {
    let all = ladder.first(ladder.onAnswer.count + ladder.rungs.count)
    let place =
      onAnswer < ladder.onAnswer.count
      ? onAnswer : ladder.onAnswer.count + min(given, max(0, ladder.rungs.count - 1))
    return all.indices.contains(place) ? [all[place]] : Array(all.suffix(1))
  }

  /// Keeps in mind how far the student has come.
  mutating func note(_ hint: HintLadder.Numbered?, of ladder: HintLadder) {
    guard let hint else { return }
    onAnswer = hint.isOnAnswer ? hint.number : ladder.onAnswer.count
    if !hint.isOnAnswer { given = hint.number }
    kept?[key] = "\(given) \(onAnswer) \(answer)"
    do {
      try kept?.save()
    } catch {
      // A hint is worth more than its being remembered.
      kept = nil
    }
  }
}
