import Numerics

/// What a network answers all over the plane, or along the line, that its points lie on.
package struct DecisionBoundary: Sendable {
  /// From where to where the picture goes; for points on a line the second is the answer, 0 to 1.
  package let across: PlotAxis
  package let up: PlotAxis
  /// How often there is an answer along each side; the first row is the uppermost.
  package let count: Int
  /// The answers, from 0 to 1, row by row; empty for points on a line.
  package private(set) var answers: [Double] = []
  /// Pieces of the line where the answer is ½ (x₁, y₁, x₂, y₂) or, for points on a line, the curve
  /// of the answers (x, y); in thousandths of the picture.
  package private(set) var line: [Int] = []

  package init(of run: TrainingRun, count: Int = 40) {
    let data = run.settings.data
    self.count = count
    let (axes, isPlane) = DecisionBoundary.axes(of: data)
    (across, up) = axes
    let (left, width) = (across.lower, across.upper - across.lower)
    guard isPlane else {
      let places = (0...100).map { left + width * Double($0) / 100 }
      let answers = run.answers(to: places.map { [$0] })
      for (place, answer) in zip(places, answers) where answer.isFinite {
        line += [across.place(of: place), up.place(of: answer)]
      }
      return
    }
    let (bottom, height) = (up.lower, up.upper - up.lower)
    func share(_ index: Int) -> Double { (Double(index) + 0.5) / Double(count) }
    answers = run.answers(
      to: (0..<count * count).map { cell in
        [
          left + width * share(cell % count),
          bottom + height * (1 - share(cell / count)),
        ]
      })
    findLine()
  }

  /// The axes for some points, with room around them.
  package static func axes(of data: DataSet) -> (axes: (PlotAxis, PlotAxis), isPlane: Bool) {
    func axis(_ coordinate: Int) -> PlotAxis {
      let (lower, upper) = data.range(of: coordinate)
      let room = max(upper - lower, 1e-6) * 0.15
      return PlotAxis(from: lower - room, to: upper + room)
    }
    guard data.dimension > 1 else {
      return ((axis(0), PlotAxis(from: -0.1, to: 1.1)), false)
    }
    return ((axis(0), axis(1)), true)
  }

  /// The answers as letters, `a` for 0 to `u` for 1, and `-` where it is no number.
  package var letters: String {
    String(
      decoding: answers.map { answer in
        answer.isFinite
          ? UInt8(ascii: "a") + UInt8((min(max(answer, 0), 1) * 20).rounded())
          : UInt8(ascii: "-")
      }, as: UTF8.self)
  }

  // MARK: The line

  /// Between the middles of four neighbouring cells the answer is taken to change evenly, so that
  /// the line is straight there.
  private mutating func findLine() {
    for row in 0..<count - 1 {
      for column in 0..<count - 1 {
        let corners = [(0, 0), (0, 1), (1, 1), (1, 0)]
        var crossings: [(x: Double, y: Double)] = []
        for (index, one) in corners.enumerated() {
          let other = corners[(index + 1) % 4]
          let a = answers[(row + one.0) * count + column + one.1] - 0.5
          let b = answers[(row + other.0) * count + column + other.1] - 0.5
          guard a.isFinite, b.isFinite, (a > 0) != (b > 0) else { continue }
          let share = a / (a - b)
          crossings.append(
            (
              Double(column) + 0.5 + Double(one.1) + share * Double(other.1 - one.1),
              Double(row) + 0.5 + Double(one.0) + share * Double(other.0 - one.0)
            ))
        }
        var pair = 0
        while pair + 1 < crossings.count {
          for crossing in crossings[pair...pair + 1] {
            line.append(Int((crossing.x / Double(count) * 1000).rounded()))
            line.append(Int(((1 - crossing.y / Double(count)) * 1000).rounded()))
          }
          pair += 2
        }
      }
    }
  }
}
