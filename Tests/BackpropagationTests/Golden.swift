import Backpropagation
import Foundation
import Testing

/// A network with the values PyTorch found for it.
struct GoldenCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let network: GoldenNetwork
  let expected: GoldenValues

  var testDescription: String { name }

  static func all(in file: String) throws -> [GoldenCase] {
    let url = try #require(
      Bundle.module.url(forResource: file, withExtension: "json", subdirectory: "Golden"))
    return try JSONDecoder().decode([GoldenCase].self, from: Data(contentsOf: url))
  }

  static func named(_ name: String, in file: String = "seed-networks") throws -> GoldenCase {
    try #require(try all(in: file).first { $0.name.hasPrefix(name) })
  }
}

struct GoldenNetwork: Decodable, Sendable {
  let sizes: [Int]
  let activations: [String]
  let loss: String
  let weights: [[[Double]]]
  let biases: [[Double]]
  let input: [Double]?
  let target: [Double]?
  let inputs: [[Double]]?
  let targets: [[Double]]?
  let learningRate: Double?

  func network() throws -> Network {
    try Network(
      sizes: sizes, activations: activations.map { try #require(Activation(rawValue: $0)) },
      loss: #require(Loss(rawValue: loss)), weights: weights, biases: biases)
  }

  func samples() throws -> Samples {
    try Samples(
      inputs: #require(inputs ?? input.map { [$0] }),
      targets: #require(targets ?? target.map { [$0] }))
  }
}

struct GoldenValues: Decodable, Sendable {
  let z: [GoldenColumns]
  let a: [GoldenColumns]
  let loss: Double
  let delta: [GoldenColumns]
  let dx: GoldenColumns?
  let dW: [[[Double]]]
  let db: [[Double]]
  let newW: [[[Double]]]?
  let newB: [[Double]]?
  let newLoss: Double?
}

/// A vector for one sample, or a matrix with one column for each sample; here row by row.
struct GoldenColumns: Decodable, Sendable {
  let entries: [Double]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let vector = try? container.decode([Double].self) {
      entries = vector
    } else {
      entries = try container.decode([[Double]].self).flatMap(\.self)
    }
  }
}
