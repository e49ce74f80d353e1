func forwardMultiplyAdds(_ sizes: [Int]) -> Int {
  zip(sizes, sizes.dropFirst()).map { $0 * $1 }.reduce(0, +)
}

func backwardMultiplyAdds(_ sizes: [Int]) -> Int {
  2 * forwardMultiplyAdds(sizes)
}

func slack(_ sizes: [Int]) -> Int {
  2 * forwardMultiplyAdds(sizes) - backwardMultiplyAdds(sizes)
}
