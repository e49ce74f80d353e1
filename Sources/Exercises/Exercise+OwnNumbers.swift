import Formulas
import Numerics

extension Exercise {
  /// Whether every student has numbers of their own.
  package var hasOwnNumbers: Bool { !draws.isEmpty }

  /// Whether everybody has the same right answers: nothing is drawn, and nothing is for them to choose.
  package var isSameForAll: Bool { choices.isEmpty && !hasOwnNumbers }

  /// Whether every student has numbers of their own, and nobody's are in place.
  package var isUndealt: Bool { hasOwnNumbers && student == nil }

  /// The given values that are drawn, or have drawn entries, with the numbers they have here.
  package var ownNumbers: [(name: String, value: Tensor)] {
    let expansion = network.map { NetworkExpansion(block: $0) }
    let drawn = Set(
      draws.compactMap { draw in
        if case .given(let slot) = draw.target { return slot }
        return expansion?.quantity(of: draw.target).flatMap { self.slot(of: $0) }
      })
    return givens.filter { drawn.contains($0.slot) }
      .map { (program.name(of: $0.slot), $0.value) }
  }

  /// The exercise with the numbers of a student, if it draws any; the same on every machine, for ever.
  ///
  /// SplitMix64, seeded by the FNV-1a hash of `ID/numbers/STUDENT`, draws entry after entry in the
  /// order of the file. Spaces around the student's id and the way its accents are encoded make no
  /// difference; capitals do.
  package func dealt(to student: String) -> Exercise {
    guard hasOwnNumbers else { return self }
    let student = Exercise.normalised(student: student)
    var exercise = numbered(for: student)
    exercise.student = student
    return exercise
  }

  /// An evaluation with the givens of a student in place and the choices still to be made.
  package func evaluation(for student: String) -> Evaluation { dealt(to: student).evaluation() }

  /// The exercise with the numbers of a student, but belonging to nobody.
  func numbered(for student: String) -> Exercise {
    var exercise = self
    var generator = SplitMix64(seededBy: "\(id)/numbers/\(student)")
    for draw in draws {
      let value = draw.random.value(using: &generator)
      if case .given(let slot) = draw.target {
        exercise.put(value, at: slot)
      } else {
        exercise.network?.put(value, at: draw.target)
      }
    }
    if hasOwnNumbers, let network = exercise.network {
      for given in NetworkExpansion(block: network).givens {
        if let slot = slot(of: given.quantity) { exercise.put(given.value, at: slot) }
      }
    }
    exercise.statement = exercise.filled(template)
    return exercise
  }

  /// A student's id as it counts: composed (NFC), without white space at its ends.
  package static func normalised(student: String) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      // A space of no width comes along where an id is copied from a page.
      scalar.properties.isWhitespace || scalar == "\u{200B}"
    }
    var scalars = student.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isBlank(last) { scalars = scalars.dropLast() }
    return String(Substring(scalars)).canonicallyComposed
  }

  private mutating func put(_ value: Tensor, at slot: Program.Slot) {
    guard let index = givens.firstIndex(where: { $0.slot == slot }) else { return }
    givens[index].value = value
  }

  /// A text with `{{name}}` replaced by the value of every given of that name.
  private func filled(_ text: String) -> String {
    guard text.holds("{{") else { return text }
    return givens.reduce(text) { text, given in
      text.replacing(text: "{{\(program.name(of: given.slot))}}", by: given.value.inDecimals)
    }
  }
}

extension Tensor {
  /// The value with plain decimals, as it is typed in an answer: `[0.5, -2, 0.00001]`.
  package var inDecimals: String {
    written { number in
      let text = NumberText.shortest(number)
      guard text.holds("e-"), abs(number) >= 1e-10 else { return text }
      return NumberText.withoutZeros(NumberText.fixed(number, decimals: 10))
    }
  }
}
