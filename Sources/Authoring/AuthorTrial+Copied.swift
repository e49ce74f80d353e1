import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

extension AuthorTrial {
  /// The least share of the points that a sheet must not earn which only copies the statement.
  private static let mostCopied = 0.1

  /// Where answers that stand in the statement earn a tenth of the points or more.
  mutating func copiedFindings() -> [AuthorFinding] {
    let parts = StatementParts(exercise.statement)
    marker.explains = false
    defer { marker.explains = true }
    var points = 0.0
    var copied: [String] = []
    for step in exercise.steps {
      guard let (text, earned) = copy(for: step, from: parts), earned > 0 else { continue }
      points += earned
      copied.append("\(text) for '\(step.name)'")
    }
    guard points > 0, points >= AuthorTrial.mostCopied * exercise.outOf,
      let first = exercise.steps.first
    else { return [] }
    return [
      AuthorFinding(
        .copied, .copied(points, of: exercise.outOf, copied), at: first.place.lowerBound)
    ]
  }

  /// The part of the statement that earns most for a step, and how much.
  private mutating func copy(
    for step: Step, from parts: StatementParts
  ) -> (text: String, points: Double)? {
    if let value = step.value {
      let right = key.value(of: value.slot)
      guard value.kind == ValueKind.kind.step, right.tells else { return nil }
      let part = parts.values.first { part in
        part.value.entries.count == right.entries.count
          && zip(part.value.entries, right.entries).allSatisfy {
            value.tolerance.accepts($0, for: $1)
          }
      }
      return part.map { ($0.text, step.points) }
    }
    guard step.kind == FormulaKind.kind.step else { return nil }
    return parts.formulas.compactMap { text in
      marks(step.name, .text(text)).map { (text, $0.points) }
    }.max { $0.1 < $1.1 }
  }
}

extension Tensor {
  /// Whether it would hardly be met by chance: several entries, or a number of three digits.
  fileprivate var tells: Bool {
    let isPlain = entries.allSatisfy { $0 == $0.rounded() && abs($0) < 100 }
    if entries.count > 1 { return Set(entries.map { abs($0) }).count > 2 || !isPlain }
    return !isPlain && NumberText.shortest(abs(entries[0])).count { $0 != "0" && $0 != "." } > 2
  }
}

/// What of a statement might be copied into an answer sheet.
struct StatementParts {
  /// Formulas in mathematics and code, the sides of equations each by itself.
  private(set) var formulas: [String] = []
  /// Numbers, vectors and matrices.
  private(set) var values: [(text: String, value: Tensor)] = []

  init(_ statement: String) {
    var known: Set<String> = []
    for passage in StatementParts.passages(of: statement) {
      for side in StatementParts.sides(of: passage)
      where side.count <= 200 && side.contains(where: { "+-−*·/^\\@".contains($0) }) {
        if known.insert(side).inserted { formulas.append(side) }
      }
    }
    values = StatementParts.lists(in: statement)
  }

  /// What stands between dollars or back quotes.
  private static func passages(of text: String) -> [String] {
    var passages: [String] = []
    for mark in ["$", "`"] as [Character] {
      let pieces = text.split(separator: mark, omittingEmptySubsequences: true)
      // Whether a piece stands within the marks is not followed: prose is no formula.
      passages += pieces.map(String.init)
    }
    return passages
  }

  private static func sides(of passage: String) -> [String] {
    ["\\qquad", "\\quad", "\\;", "\\to", "\\Rightarrow", "\\approx", "\n"]
      .reduce(passage) { $0.replacing($1, with: "=") }
      .split(whereSeparator: { "=,;:".contains($0) })
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The lists of numbers in a text, and the numbers alone.
  private static func lists(in text: String) -> [(text: String, value: Tensor)] {
    var found: [(text: String, value: Tensor)] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "[" || $0.isNumber }) {
      let end = rest[start] == "[" ? closing(rest[start...]) : numberEnd(rest[start...])
      let piece = String(rest[start..<end])
      if let value = Tensor(written: piece) { found.append((piece, value)) }
      rest = rest[(end > start ? end : rest.index(after: start))...]
    }
    return found
  }

  private static func closing(_ text: Substring) -> Substring.Index {
    var depth = 0
    for index in text.indices {
      if text[index] == "[" { depth += 1 }
      if text[index] == "]" { depth -= 1 }
      if depth == 0 { return text.index(after: index) }
    }
    return text.startIndex
  }

  private static func numberEnd(_ text: Substring) -> Substring.Index {
    text.firstIndex { !($0.isNumber || $0 == ".") } ?? text.endIndex
  }
}

extension Tensor {
  /// The numbers of a text as it stands in a statement; nil where it is something else.
  fileprivate init?(written text: String) {
    guard let value = try? JSONText.parse(SourceText(name: "", text: text)) else { return nil }
    var rows: [[Double]] = []
    var entries: [Double] = []
    switch value.kind {
    case .number(let number): entries = [number]
    case .array(let items):
      for item in items {
        switch item.kind {
        case .number(let number): entries.append(number)
        case .array(let inner):
          rows.append(
            inner.compactMap { if case .number(let number) = $0.kind { number } else { nil } })
        default: return nil
        }
      }
    default: return nil
    }
    entries += rows.joined()
    guard !entries.isEmpty else { return nil }
    self.init(shape: .vector(entries.count), entries: entries)
  }
}

// MARK: - Messages

extension String {
  fileprivate static func copied(
    _ points: Double, of all: Double, _ copied: [String]
  ) -> String {
    "who only copies from the statement earns \(NumberText.shortest(points.withoutDust)) of "
      + "\(NumberText.shortest(all.withoutDust)) points: " + copied.joined(separator: ", ")
  }
}
