import Formulas
import LocatedJSON

/// The ids by which entries go on every sheet, whatever their letters are there.
///
/// They are for sheets that must not depend on a student's order, such as model solutions.
enum ListedIDs {
  /// Reports what keeps ids from being told apart, from each other and from letters.
  static func check(_ ids: [LocatedString], among count: Int, _ report: ProblemReport) {
    for (number, id) in ids.enumerated() {
      let word = id.text
      let areLetters = word.utf8.allSatisfy { byte in
        let letter = byte & 0xDF
        return letter >= UInt8(ascii: "A") && Int(letter) < Int(UInt8(ascii: "A")) + count
      }
      if !Formula.isName(word) || word.utf8.count < 2 {
        report.report("an id is a letter, then letters, digits and '_'", at: id.range)
      } else if areLetters, Set(word.lowercased()).count == word.count {
        report.report("the id '\(word)' reads like letters of entries; lengthen it", at: id.range)
      } else if ids[..<number].contains(where: { $0.text.lowercased() == word.lowercased() }) {
        report.report("the id '\(word)' is that of an earlier entry", at: id.range)
      }
    }
  }
}
