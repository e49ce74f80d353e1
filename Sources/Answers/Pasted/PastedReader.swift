import Formulas
import LocatedJSON
import Numerics

/// Reads what was pasted as the value of some shape, where only one reading is possible.
struct PastedReader {
  private let shape: Shape
  private let mayBe: (TypedValue) -> Bool

  /// What can be made of a text.
  enum Outcome {
    case value(ReadValue)
    /// Two values that it may mean, as a sheet would have them.
    case ambiguous(String, String)
    /// Nothing of the shape asked for, but perhaps of another.
    case none(ReadValue?)
  }

  /// - Parameter mayBe: Whether a value can be meant at all, besides its shape.
  init(_ shape: Shape, where mayBe: @escaping (TypedValue) -> Bool) {
    self.shape = shape
    self.mayBe = mayBe
  }

  func read(_ typed: String) -> Outcome {
    var text = PastedText(typed)
    guard text.scalars.count <= PastedReader.longest else { return .none(nil) }
    var kinds = PastedReader.apply(PastedForms.outer, to: &text)
    guard let links = ChainForm.links(text), !links.isEmpty else { return .none(nil) }
    if links.count == 1 {
      var misfit: ReadValue?
      return PastedReader.only(candidates(links[0], &misfit), kinds, misfit)
    }
    var misfit: ReadValue?
    let read = links.map { candidates($0, &misfit) }
    kinds.append(.chain)
    // What is said to be equal must be, as far as it can be read; the rest is working.
    var values: [ReadValue] = []
    for link in read where !link.isEmpty {
      guard case .value(let value) = PastedReader.only(link, kinds) else {
        return PastedReader.only(link, kinds)
      }
      values.append(value)
    }
    guard let last = values.last else { return .none(nil) }
    for value in values where !value.agrees(with: last) {
      return .ambiguous(value.canonical, last.canonical)
    }
    // The same number rounded further is no other.
    let finest = values.filter { $0.isTyped }.min { $0.finestDigit < $1.finestDigit }
    return .value(finest ?? last)
  }

  /// The most characters that are looked at; longer ones are read as a sheet has them or not at all.
  private static let longest = 1 << 21

  // MARK: One of the things that are equal

  /// The values of the shape asked for that a text may mean, each once.
  ///
  /// - Parameter misfit: Set to the first that is of another shape.
  private func candidates(_ link: PastedText, _ misfit: inout ReadValue?) -> [ReadValue] {
    var link = link
    let kinds = PastedReader.apply(PastedForms.inner, to: &link)
    var found: [ReadValue] = []
    func add(_ canonical: String, isTurned: Bool, _ more: [PastedKind]) {
      guard var value = try? TypedValue.plain(canonical) else { return }
      if isTurned { value = value.turned }
      let shown = isTurned ? canonical + "ᵀ" : canonical
      guard let fitted = value.fitted(to: shape) else {
        if misfit == nil { misfit = ReadValue(value, canonical: shown, kinds: kinds + more) }
        return
      }
      guard mayBe(fitted), !found.contains(where: { $0.value.tensor == fitted.tensor }) else {
        return
      }
      found.append(ReadValue(fitted, canonical: shown, kinds: kinds + more))
    }
    let arrangements = PastedArrangement.all(of: link)
    for one in arrangements {
      add(PastedText(one.canonical).text, isTurned: one.isTurned, one.kinds)
    }
    // Arithmetic that has blanks before its signs.
    add(link.text, isTurned: false, [])
    if found.isEmpty, let rows = PrintedLines.withoutIndex(link) {
      for one in PastedArrangement.all(of: rows) {
        add(PastedText(one.canonical).text, isTurned: false, [.printed] + one.kinds)
      }
    }
    return found
  }

  private static func apply(_ forms: [PastedForm], to text: inout PastedText) -> [PastedKind] {
    var kinds: [PastedKind] = []
    for form in forms where form.rewrite(&text) { kinds.append(form.kind) }
    return kinds
  }

  private static func only(
    _ candidates: [ReadValue], _ kinds: [PastedKind], _ misfit: ReadValue? = nil
  ) -> Outcome {
    guard var value = candidates.first else { return .none(misfit) }
    if candidates.count > 1 {
      return .ambiguous(value.canonical, candidates[1].canonical)
    }
    value.kinds = kinds + value.kinds
    return .value(value)
  }
}

extension ReadValue {
  /// Whether every entry was written out, and none is the outcome of arithmetic.
  fileprivate var isTyped: Bool { value.lastDigits.allSatisfy { $0 != nil } }

  fileprivate var finestDigit: Int { value.lastDigits.compactMap { $0 }.min() ?? 0 }

  /// Whether two values say the same, as far as the coarser of them was written.
  ///
  /// Arithmetic is often written with rounded numbers, so that its worth may be a hundredth off.
  fileprivate func agrees(with other: ReadValue) -> Bool {
    let largest = zip(value.tensor.entries, other.value.tensor.entries)
      .reduce(0) { max($0, abs($1.0), abs($1.1)) }
    for index in value.tensor.entries.indices {
      let digits = [value.lastDigits[index], other.value.lastDigits[index]]
      var room = largest * 1e-9
      if digits.contains(nil) { room = largest / 100 }
      // Of two that were typed the coarser may be the other one, rounded or cut off.
      if digits[0] != digits[1] {
        for digit in digits.compactMap({ $0 }) { room = max(room, PowerOfTen.power(digit)) }
      }
      guard abs(value.tensor[index] - other.value.tensor[index]) <= room * 1.000001 else {
        return false
      }
    }
    return true
  }
}
