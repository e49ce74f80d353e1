func forwardMultiplyAdds(_ sizes: [Int]) -> Int {
  sizes[0] * sizes[1] + sizes[1] * sizes[2] + sizes[2] * sizes[3]
}

func backwardMultiplyAdds(_ sizes: [Int]) -> Int {
  forwardMultiplyAdds(sizes) + sizes[1] * sizes[2] + sizes[2] * sizes[3]
}

func slack(_ sizes: [Int]) -> Int {
  2 * forwardMultiplyAdds(sizes) - backwardMultiplyAdds(sizes)
}
