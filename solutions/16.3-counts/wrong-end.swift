func forwardMultiplyAdds(_ sizes: [Int]) -> Int {
  zip(sizes, sizes.dropFirst()).map { $0 * $1 }.reduce(0, +)
}

/// BP3 takes as many as the forward pass, BP2 leaves out the last layer.
func backwardMultiplyAdds(_ sizes: [Int]) -> Int {
  forwardMultiplyAdds(sizes) + forwardMultiplyAdds(Array(sizes.dropLast()))
}

func slack(_ sizes: [Int]) -> Int {
  2 * forwardMultiplyAdds(sizes) - backwardMultiplyAdds(sizes)
}
