import Formulas
import LocatedJSON

extension ValueTable {
  mutating func remarks(_ value: LocatedValue?) -> [Exercise.Remark] {
    var result: [Exercise.Remark] = []
    for item in items(of: value, "'remarks'") {
      guard
        let object = ObjectReader(
          item, describing: "a remark", keys: RemarkKeys.all, report: report),
        let when: LocatedString = object.required(RemarkKeys.when),
        let says: String = object.required(RemarkKeys.says),
        let (_, slot) = side(when)
      else { continue }
      guard builder.shape(of: slot) == .scalar else {
        report.report(
          "'when' must give a number, but it gives \(builder.shape(of: slot))", at: when.range)
        continue
      }
      result.append(Exercise.Remark(when: slot, says: says))
    }
    return result
  }
}
