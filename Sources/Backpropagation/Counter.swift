/// Something that is told of every multiply–add while a kernel runs.
protocol Counter {
  init()
  mutating func add(_ multiplyAdds: Int)
}

/// Does not count; specialised for it, the kernels are what they would be without a counter.
struct NoCounter: Counter {
  mutating func add(_ multiplyAdds: Int) {}
}

/// Counts what the kernels really do.
struct MultiplyAddCounter: Counter {
  private(set) var total = 0

  mutating func add(_ multiplyAdds: Int) { total += multiplyAdds }
}

/// One counter for each kind of matrix product in a forward and a backward pass.
struct Tally<Count: Counter> {
  var forward = Count()
  var errorBackpropagation = Count()
  var weightGradients = Count()
  var inputGradient = Count()
}
