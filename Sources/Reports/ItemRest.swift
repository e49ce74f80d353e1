/// How the points of one step go with the points of all the others, from sums alone.
///
/// Pearson's r = (n Σxy − Σx Σy) / √((n Σx² − (Σx)²) (n Σy² − (Σy)²)), x the points of the step and
/// y those of the rest. Near 1 the step parts those who can from those who cannot; near 0, or below,
/// it is worth asking whether it is clear.
struct ItemRest: Sendable {
  private(set) var count = 0
  private(set) var itemSum = 0.0
  private var restSum = 0.0
  private var itemSquares = 0.0
  private var restSquares = 0.0
  private var products = 0.0

  mutating func add(item: Double, rest: Double) {
    count += 1
    itemSum += item
    restSum += rest
    itemSquares += item * item
    restSquares += rest * rest
    products += item * rest
  }

  /// r, or nil where one of the two never varies.
  var coefficient: Double? {
    let n = Double(count)
    let itemSpread = n * itemSquares - itemSum * itemSum
    let restSpread = n * restSquares - restSum * restSum
    // What is left by rounding is no spread.
    guard itemSpread > 1e-9 * n * itemSquares, restSpread > 1e-9 * n * restSquares else {
      return nil
    }
    return (n * products - itemSum * restSum) / (itemSpread * restSpread).squareRoot()
  }
}
