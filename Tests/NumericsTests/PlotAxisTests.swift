import Numerics
import Testing

@Suite struct PlotAxisTests {
  @Test(
    "ticks are 1, 2 or 5 times a power of ten apart",
    arguments: [
      (0.0, 1.0, "0 0.2 0.4 0.6 0.8 1.0"), (0, 2000, "0 500 1,000 1,500 2,000"),
      (-0.35, 0.2, "−0.2 0 0.2"), (-1, 2.5, "−1 0 1 2"),
      (0.0012, 0.0019, "0.0012 0.0014 0.0016 0.0018"),
    ])
  func even(_ lower: Double, _ upper: Double, _ labels: String) {
    let axis = PlotAxis(from: lower, to: upper)
    #expect(axis.ticks.map { $0.label }.joined(separator: " ") == labels)
    #expect(axis.place(of: lower) == 0)
    #expect(axis.place(of: upper) == 1000)
  }

  @Test("ends can move to whole ticks")
  func rounded() {
    let axis = PlotAxis(from: 0, to: 0.73, rounds: true, ticks: 4)
    #expect(axis.ticks.map { $0.label } == ["0", "0.2", "0.4", "0.6", "0.8"])
    #expect(axis.ticks.map { $0.place } == [0, 250, 500, 750, 1000])
    #expect(axis.place(of: 0.6) == 750)
  }

  @Test("a logarithmic scale has powers of ten, not more than there is room for")
  func logarithmic() {
    let axis = PlotAxis(powersFrom: 0.0003, to: 0.4)
    #expect(axis.ticks.map { $0.label } == ["10⁰", "10⁻¹", "10⁻²", "10⁻³", "10⁻⁴"])
    #expect(axis.ticks.map { $0.place } == [1000, 750, 500, 250, 0])
    #expect(axis.place(of: 0.01) == 500)
    #expect(axis.place(of: 0) == -4000)
    #expect(PlotAxis(powersFrom: 1e-40, to: 1e40).ticks.count <= 7)
    #expect(PlotAxis(powersFrom: 1, to: 1).ticks.map { $0.label } == ["10¹", "10⁰"])
  }

  @Test("what is no number, or all the same, makes an axis too")
  func odd() {
    for (lower, upper) in [
      (0.0, 0.0), (5, 5), (1, 0), (-.infinity, .infinity), (.nan, 1), (0, 1e308), (1e15, 1e15),
      (0, .leastNonzeroMagnitude),
    ] {
      let axis = PlotAxis(from: lower, to: upper, rounds: true)
      #expect((1...40).contains(axis.ticks.count), "\(lower) to \(upper)")
      #expect(axis.place(of: .nan) == -4000)
      #expect(axis.place(of: .infinity) == 5000)
    }
  }

  @Test(
    "numbers in sentences",
    arguments: [
      (0.0, "0"), (0.01234, "0.0123"), (-4.5, "−4.5"), (0.000_031, "3.1·10⁻⁵"), (1e-7, "10⁻⁷"),
      (1234.6, "1,235"), (-999_999, "−999,999"), (2.5e6, "2.5·10⁶"), (123, "123"), (12.34, "12.3"),
      (Double.nan, "not a number"), (-Double.infinity, "−∞"),
    ])
  func brief(_ value: Double, _ text: String) {
    #expect(NumberText.brief(value) == text)
  }

  @Test("whole numbers have a comma after every third digit")
  func grouped() {
    #expect(
      [0, 12, 123, 1234, -1_234_567].map(NumberText.grouped) == [
        "0", "12", "123", "1,234", "-1,234,567",
      ])
  }
}
