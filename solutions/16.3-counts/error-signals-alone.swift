func forwardMultiplyAdds(_ sizes: [Int]) -> Int {
  zip(sizes, sizes.dropFirst()).map { $0 * $1 }.reduce(0, +)
}

func backwardMultiplyAdds(_ sizes: [Int]) -> Int {
  forwardMultiplyAdds(Array(sizes.dropFirst()))
}

func slack(_ sizes: [Int]) -> Int {
  2 * forwardMultiplyAdds(sizes) - backwardMultiplyAdds(sizes)
}
