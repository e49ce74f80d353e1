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

  mutating func checks(_ value: LocatedValue?) -> [Exercise.GradientCheck] {
    var result: [Exercise.GradientCheck] = []
    for item in items(of: value, "'checks'") {
      guard
        let object = ObjectReader(item, describing: "a check", keys: CheckKeys.all, report: report),
        let gradient: LocatedString = object.required(CheckKeys.gradient),
        let loss: LocatedString = object.required(CheckKeys.of),
        let parameter: LocatedString = object.required(CheckKeys.by),
        [gradient, loss, parameter].map(isKnown).allSatisfy({ $0 })
      else { continue }
      let names = [gradient, loss, parameter].map { Formula.canonicalName($0.text) }
      let shapes = names.compactMap { builder.slot(named: $0) }.map { builder.shape(of: $0) }
      if shapes[1].count != 1 {
        report.report("a loss must be a number, but '\(names[1])' is \(shapes[1])", at: loss.range)
      } else if shapes[0].count != shapes[2].count {
        report.report(
          "'\(names[0])' is \(shapes[0]), but the gradient by '\(names[2])' is \(shapes[2])",
          at: gradient.range)
      } else {
        result.append(
          Exercise.GradientCheck(
            gradient: names[0], loss: names[1], parameter: names[2], place: gradient.range))
      }
    }
    return result
  }
}
