import Formulas
import LocatedJSON

extension LocatedValue {
  /// Whether this stands for numbers that are to be drawn, rightly written or not.
  var isRandom: Bool {
    if case .object(let members) = kind { !members.isEmpty } else { false }
  }
}

extension RandomValue {
  /// Reads `{ "random": { … } }`, or reports everything that is wrong with it.
  ///
  /// - Parameter shape: The shape where none is stated.
  init?(_ value: LocatedValue, calling name: String, shape: Shape, report: ProblemReport) {
    guard
      let outer = ObjectReader(
        value, describing: "what is drawn", keys: RandomKeys.outer, report: report),
      let inner = outer.value(RandomKeys.random),
      let object = ObjectReader(
        inner, describing: "'random'", keys: RandomKeys.all, report: report)
    else { return nil }
    let sizes: [Int]? = object.optionalArray(RandomKeys.shape)
    let stated = sizes.flatMap {
      Shape($0, at: object.value(RandomKeys.shape)?.range ?? object.range, report: report)
    }
    let decimals = RandomValue.decimals(object, report)
    let ends = RandomValue.ends(object, report)
    let avoided: [Double]? = object.optionalArray(RandomKeys.not)
    let areDistinct: Bool? = object.optional(RandomKeys.distinct)
    guard let decimals, let ends,
      let units = RandomValue.units(ends, decimals, inner, report)
    else { return nil }
    let scale = RandomValue.scale(decimals)
    let taken = Set((avoided ?? []).compactMap { RandomValue.unit($0, scale) })
      .filter(units.contains).sorted()
    guard taken.count < units.count else {
      report.report(
        "'not' leaves nothing to draw for \(name)", at: object.value(RandomKeys.not) ?? inner)
      return nil
    }
    if object.value(RandomKeys.shape) != nil, stated == nil { return nil }
    self.init(
      shape: stated ?? shape, decimals: decimals, units: units, avoided: taken,
      areDistinct: areDistinct ?? false)
    if self.areDistinct, let complaint {
      report.report(complaint, at: object.value(RandomKeys.distinct) ?? inner)
      return nil
    }
  }

  /// Why there cannot be as many different numbers as there are entries; nil where there can.
  private var complaint: String? {
    if shape.count > count {
      return "\(shape) cannot have distinct entries where only \(count) numbers may be drawn"
    }
    return shape.count > RandomValue.mostDistinct
      ? "at most \(RandomValue.mostDistinct) entries can be distinct" : nil
  }

  private static let mostDistinct = 1000

  private static func decimals(_ object: ObjectReader, _ report: ProblemReport) -> Int? {
    let isInteger: Bool? = object.optional(RandomKeys.integer)
    guard let value = object.value(RandomKeys.decimals) else { return isInteger == true ? 0 : 2 }
    guard let decimals: Int = object.optional(RandomKeys.decimals) else { return nil }
    if isInteger == true, decimals != 0 {
      report.report("numbers that are whole by 'integer' have no decimals", at: value)
      return nil
    }
    guard (0...mostDecimals).contains(decimals) else {
      report.report("'decimals' must be from 0 to \(mostDecimals)", at: value)
      return nil
    }
    return decimals
  }

  private static func ends(_ object: ObjectReader, _ report: ProblemReport) -> [Double]? {
    let from: Double? = object.required(RandomKeys.from)
    let to: Double? = object.required(RandomKeys.to)
    guard let from, let to else { return nil }
    guard from < to else {
      report.report(
        "'from' must be below 'to'", at: object.value(RandomKeys.from)?.range ?? object.range)
      return nil
    }
    return [from, to]
  }

  /// The units between two numbers, both included.
  private static func units(
    _ ends: [Double], _ decimals: Int, _ value: LocatedValue, _ report: ProblemReport
  ) -> ClosedRange<Int>? {
    let scale = scale(decimals)
    // Beyond 2^53 not every whole number is a Double.
    guard ends.allSatisfy({ abs($0) * scale <= 0x1p53 }) else {
      report.report(
        "numbers of this size cannot have \(decimals.decimals): together they may have 15 digits",
        at: value)
      return nil
    }
    let least = unit(ends[0], scale) ?? Int((ends[0] * scale).rounded(.up))
    let greatest = unit(ends[1], scale) ?? Int((ends[1] * scale).rounded(.down))
    guard least < greatest else {
      report.report(
        "there is no room between 'from' and 'to': at least two numbers with \(decimals.decimals) "
          + "must lie there", at: value)
      return nil
    }
    return least...greatest
  }

  /// The number as a multiple of one over the scale; nil where it is none.
  private static func unit(_ number: Double, _ scale: Double) -> Int? {
    let units = (number * scale).rounded()
    return abs(units) <= 0x1p53 && units / scale == number ? Int(units) : nil
  }

  private static let mostDecimals = 10
}

extension Int {
  fileprivate var decimals: String { self == 1 ? "1 decimal" : "\(self) decimals" }
}

extension Shape {
  /// The shape of these sizes, or nil with a problem reported.
  init?(_ sizes: [Int], at place: Range<Int>, report: ProblemReport) {
    guard let shape = Shape(sizes: sizes) else {
      report.report(
        "a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix", at: place)
      return nil
    }
    // Sizes may be so large that their product is no whole number of the machine.
    guard sizes.reduce(1.0, { $0 * Double($1) }) <= Double(Formula.largest) else {
      report.report("a value may have at most \(Formula.largest) entries", at: place)
      return nil
    }
    self = shape
  }
}
