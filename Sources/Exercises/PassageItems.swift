import Formulas
import LocatedJSON

/// Makes the steps that they are of the gaps of every text with gaps.
struct PassageItems {
  let report: ProblemReport
  /// The texts, by where the steps of their gaps begin in the file.
  private var passages: [Int: Passage] = [:]

  static let kindName = "blanks"

  init(report: ProblemReport) { self.report = report }

  /// The text in which a step has its gap.
  func passage(of step: LocatedValue) -> Passage? { passages[step.range.lowerBound] }

  /// The steps, with those of gaps in the place of their text.
  mutating func steps(_ items: [LocatedValue]) -> [LocatedValue] {
    var steps: [LocatedValue] = []
    for item in items {
      if item[StepKeys.kind.name].flatMap(String.init(json:)) == PassageItems.kindName {
        steps += gaps(of: item)
      } else {
        steps.append(item)
      }
    }
    return steps
  }

  private mutating func gaps(of item: LocatedValue) -> [LocatedValue] {
    guard
      let object = ObjectReader(
        item, describing: "a step of kind 'blanks'", keys: PassageKeys.all, report: report)
    else { return [] }
    let text: LocatedString? = object.required(PassageKeys.text)
    guard let list = object.requiredValue(PassageKeys.gaps) else { return [] }
    guard case .array(let gaps) = list.kind, !gaps.isEmpty else {
      report.report("'gaps' must be a list of at least one step", at: list)
      return []
    }
    let names = gaps.map { $0[StepKeys.name.name].flatMap(String.init(json:)) ?? "" }
    guard let text, let pieces = pieces(of: text, names) else { return gaps }
    let passage = Passage(pieces: pieces)
    for (gap, name) in zip(gaps, names) {
      passages[gap.range.lowerBound] = passage
      if !name.isEmpty, !passage.gaps.contains(Formula.canonicalName(name)) {
        report.report("the text has no gap [[\(name)]]", at: gap)
      }
    }
    return gaps
  }

  /// The text parted at its gaps; nil, with problems reported, where one is not right.
  private func pieces(of text: LocatedString, _ names: [String]) -> [Passage.Piece]? {
    var pieces: [Passage.Piece] = []
    var isWhole = true
    var rest = text.text[...]
    func complain(_ message: String, _ place: String.Index) {
      let number = text.text[..<place].unicodeScalars.count
      report.report(message, at: report.range(ofCharacter: number, in: text))
      isWhole = false
    }
    while let open = rest.placeOfTwo("["), let close = rest[open...].placeOfTwo("]") {
      let end = text.text.index(close, offsetBy: 2)
      let name = String(rest[text.text.index(open, offsetBy: 2)..<close])
      guard Formula.isName(name) else {
        // Brackets of another sort, such as those of a matrix.
        pieces.append(.text(String(rest[..<end])))
        rest = rest[end...]
        continue
      }
      let canonical = Formula.canonicalName(name)
      if !names.contains(name) {
        let near = Spelling.nearest(to: name, among: names)
        complain(
          "there is no gap '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""), open)
      } else if pieces.contains(.gap(canonical)) {
        complain("the gap [[\(name)]] stands here a second time", open)
      } else if text.text[..<open].isInMathematics {
        complain("a gap stands between formulas, not inside one: close the $ before it", open)
      }
      pieces += [.text(String(rest[..<open])), .gap(canonical)]
      rest = rest[end...]
    }
    pieces.append(.text(String(rest)))
    return isWhole ? pieces.filter { $0 != .text("") } : nil
  }
}

/// The keys of a text with gaps.
enum PassageKeys {
  static let text = Key("text", "The text in Markdown, with [[name]] for the gap of each step.")
  static let gaps = Key("gaps", "The steps of the gaps.")
  static let all = [StepKeys.kind, text, gaps]
}

extension Substring {
  /// Where a character first stands twice.
  fileprivate func placeOfTwo(_ character: Character) -> Index? {
    var last: Index?
    for index in indices {
      guard self[index] == character else {
        last = nil
        continue
      }
      if let last { return last }
      last = index
    }
    return nil
  }

  /// Whether mathematics has been begun and not ended; `$$` is one sign.
  fileprivate var isInMathematics: Bool {
    var isInside = false
    var before: Character?
    for character in self {
      if character == "$", before != "\\" {
        if before == "$" {
          before = nil
          continue
        }
        isInside.toggle()
      }
      before = character
    }
    return isInside
  }
}
