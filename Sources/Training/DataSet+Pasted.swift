import Numerics

extension DataSet {
  /// The most points that are taken.
  package static let mostPoints = 1000

  /// Points as they are pasted: a line for each, its one or two numbers and then its class, 0 or 1.
  ///
  /// Commas, semicolons, tabs and spaces come between. Empty lines, those that begin with `#`, and a
  /// first line of names are passed over. From 20 points on, every fifth is kept for the test.
  ///
  /// - Throws: Everything that is wrong, with the number of its line.
  package init(pasted text: String) throws(TrainingFault) {
    var points: [Point] = []
    var faults: [String] = []
    var columns: Int?
    for (index, line) in text.pieces(between: "\n").enumerated() {
      let fields = DataSet.fields(of: line)
      if fields.isEmpty || fields[0].hasPrefix("#") { continue }
      if index == 0, fields.allSatisfy({ Double($0) == nil }) { continue }
      do throws(TrainingFault) {
        let point = try DataSet.point(fields)
        let count = point.input.count
        guard count == columns ?? count else {
          throw TrainingFault(
            "\(DataSet.numbers(count + 1)), but the first point has \((columns ?? 0) + 1)")
        }
        columns = count
        points.append(point)
      } catch {
        faults.append("Line \(index + 1): \(error.text).")
      }
    }
    if faults.isEmpty { faults = DataSet.faults(of: points) }
    guard faults.isEmpty else {
      let more = faults.count - 5
      throw TrainingFault(
        faults.prefix(5).joined(separator: "\n") + (more > 0 ? "\nAnd \(more) more." : ""))
    }
    guard points.count >= 20 else {
      self.init(points)
      return
    }
    var (training, test): ([Point], [Point]) = ([], [])
    for (index, point) in points.enumerated() {
      if index % 5 == 4 { test.append(point) } else { training.append(point) }
    }
    self.init(training + test, trainingCount: training.count)
  }

  private static func point(_ fields: [String]) throws(TrainingFault) -> Point {
    guard (2...3).contains(fields.count) else {
      throw TrainingFault(
        "\(numbers(fields.count)), but a point has one or two and its class behind them")
    }
    var values: [Double] = []
    for field in fields {
      guard let value = Double(field), value.isFinite, abs(value) <= 1e6 else {
        throw TrainingFault("'\(String(field.prefix(20)))' is no number up to a million")
      }
      values.append(value)
    }
    let target = values.removeLast()
    guard target == 0 || target == 1 else {
      throw TrainingFault(
        "the class is \(NumberText.brief(target)), but it has to be 0 or 1")
    }
    return Point(values, target)
  }

  private static func faults(of points: [Point]) -> [String] {
    if points.isEmpty {
      return ["There are no points yet: a line for each, such as 0.5, 1.2, 1."]
    }
    if points.count > mostPoints {
      return ["There are \(points.count) points; at most \(mostPoints) are taken."]
    }
    guard points.contains(where: { $0.target == 0 }), points.contains(where: { $0.target == 1 })
    else { return ["All points are of one class; there is nothing to tell apart."] }
    return []
  }

  private static func fields(of line: String) -> [String] {
    line.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map { String($0) }
  }

  private static func numbers(_ count: Int) -> String {
    count == 1 ? "there is one number" : "there are \(count) numbers"
  }
}

/// Why what was asked for cannot be trained or shown, in sentences.
package struct TrainingFault: Error, Equatable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }
}
