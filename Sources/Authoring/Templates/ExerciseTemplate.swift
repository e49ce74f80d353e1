/// A small exercise to begin a new one from: sound as it stands, with marks where to put one's own.
package struct ExerciseTemplate: Sendable {
  /// The text of the exercise file.
  package let text: String

  /// What an exercise may be about.
  package enum Topic: String, CaseIterable, Sendable {
    case formulas, network, convolution, recurrent, code

    /// What is in it, for whoever chooses.
    package var summary: String {
      switch self {
      case .formulas: "single steps, one of each usual kind"
      case .network: "a fully connected network, every step of both passes"
      case .convolution: "a convolution, ReLU and max-pooling, forwards and backwards"
      case .recurrent: "backpropagation through four steps of time"
      case .code: "functions in Swift"
      }
    }
  }

  package init(id: String, topic: Topic = .formulas) {
    switch topic {
    case .formulas: text = ExerciseTemplate.formulas(id)
    case .network: text = NetworkTemplate(id: id, sizes: [2, 3, 2]).text
    case .convolution: text = ExerciseTemplate.convolution(id)
    case .recurrent: text = ExerciseTemplate.recurrent(id)
    case .code: text = ExerciseTemplate.code(id)
    }
  }

  /// How every text begins that is to be replaced.
  package static let mark = "Replace this by"

  /// An exercise on a network: every value forwards and backwards.
  ///
  /// - Parameter sizes: The units of each layer, the input first, as ``sizes(_:)`` has read them.
  package init(id: String, sizes: [Int]) {
    text = NetworkTemplate(id: id, sizes: sizes).text
  }

  /// The most layers, the input among them, and the most units of a layer.
  package static let mostLayers = 6
  package static let mostUnits = 12

  /// The sizes of a network written as in `2-3-2`; nil where they are none to work out by hand.
  package static func sizes(_ text: String) -> [Int]? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let sizes = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard sizes.count == parts.count, (2...mostLayers).contains(sizes.count),
      sizes.allSatisfy({ (1...mostUnits).contains($0) })
    else { return nil }
    return sizes
  }
}
