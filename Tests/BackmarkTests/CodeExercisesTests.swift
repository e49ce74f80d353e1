import Foundation
import TestSupport
import Testing

/// The exercises of the catalogue that ask for Swift.
@Suite("Solutions in Swift", .enabled(if: SwiftAnswersTests.areRun))
struct CodeExercisesTests {
  private static let ids: [String] = {
    let folders = try? FileManager.default.contentsOfDirectory(
      atPath: "\(ProjectFolder.path)/solutions")
    return (folders ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: "\(ProjectFolder.path)/solutions/\($0)/model.swift")
    }
  }()

  @Test("There are some")
  func presence() { #expect(Self.ids.count >= 9) }

  @Test("Each model earns full marks, without a word", arguments: ids)
  func model(id: String) throws {
    let model = "\(ProjectFolder.path)/solutions/\(id)/model.swift"
    let backmark = Backmark(
      workplace: try Workplace(["\(id).swift": String(contentsOfFile: model, encoding: .utf8)]))
    let outcome = try backmark(
      "grade", "\(id).swift", "--exercises", "\(ProjectFolder.path)/exercises", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.notes)")
    #expect(!outcome.output.contains("\"says\""), "\(outcome.output)")
    #expect(outcome.notes == "")
  }

  @Test(
    "What a worked solution shows of a network's functions earns their points",
    arguments: [
      "16.3-counts", "backward-pass", "batch-gradients", "fine-tuning", "optimiser-step",
      "train-step",
    ])
  func worked(id: String) throws {
    let exercises = "\(ProjectFolder.path)/exercises"
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(exercises)/\(id).json"))
    let exercise = try JSONSerialization.jsonObject(with: file) as? [String: Any]
    let steps = (exercise?["steps"] as? [[String: Any]] ?? []).filter {
      ($0["reference"] as? String)?.hasPrefix("network.") == true
    }.compactMap { $0["name"] as? String }
    try #require(!steps.isEmpty)
    try expectFullMarks(for: steps, of: id, in: exercises)
  }

  @Test("So does what it shows of other activations and losses")
  func otherNetworks() throws {
    let settings = [
      ("relu", "identity", "mean-squared-error", 0), ("tanh", "softmax", "cross-entropy", 0.1),
      ("leaky-relu", "sigmoid", "half-squared-error", 0.5),
      ("elu", "softplus", "mean-squared-error", 0),
      ("swish", "tanh", "hinge", 0), ("identity", "sigmoid", "binary-cross-entropy", 0),
      ("sigmoid", "swish", "cross-entropy", 0), ("softplus", "elu", "half-squared-error", 0),
    ]
    let parameters = "_ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double], _ y: [Double]"
    let steps = settings.enumerated().flatMap { number, setting in
      let (hidden, output, loss, penalty) = setting
      return [
        ("loss", "Double"), ("gradients", "(dW: [[[Double]]], db: [[Double]])"),
      ].map { reference, result in
        """
        { "name": "\(reference)\(number)", "kind": "code",
          "function": "func \(reference)\(number)(\(parameters)) -> \(result)",
          "reference": "network.\(reference)", "text": "t",
          "network": { "hidden": "\(hidden)", "output": "\(output)", "loss": "\(loss)",
            "l2": \(penalty) },
          "inputs": [
            { "weights": [[[0.5, -1], [0.75, 0.25]], [[1, 0.5], [2, 0.125]]],
              "biases": [[0.1, 0.2], [0.25, 0.3]], "x": [1, -2], "y": [0, 1] },
            { "weights": [[[0.5, -1], [0.75, 0.25]], [[1, 0.5], [1, 0.125]], [[0.5, 1], [1, 0.5]]],
              "biases": [[0.1, 0.2], [0.25, 0.3], [0.5, 0.75]], "x": [1, 2], "y": [1, 0] }] }
        """
      }
    }
    let workplace = try Workplace([
      "exercises/nets.json": """
      { "id": "nets", "title": "T", "statement": "S", "steps": [\(steps.joined(separator: ",\n"))] }
      """
    ])
    let names = settings.indices.flatMap { ["loss\($0)", "gradients\($0)"] }
    try expectFullMarks(for: names, of: "nets", in: "\(workplace.path)/exercises")
    withExtendedLifetime(workplace) {}
  }

  /// Hands in what `solve` shows of some steps.
  private func expectFullMarks(for steps: [String], of id: String, in exercises: String) throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    let programs = try steps.map { step in
      let worked = try backmark("solve", id, step, "--exercises", exercises)
      #expect(worked.status == 0, "\(worked.notes)")
      return worked.output.split(separator: "\n").filter { $0.hasPrefix("    ") }
        .map { String($0.dropFirst(4)) }.joined(separator: "\n")
    }
    try backmark.workplace.write("\(id).swift", programs.joined(separator: "\n"))
    let marked = try backmark(
      "grade", "\(id).swift", "--exercises", exercises, "--format", "json")
    let feedback = try JSONSerialization.jsonObject(with: Data(marked.output.utf8))
    let results = (feedback as? [String: Any])?["steps"] as? [[String: Any]] ?? []
    for step in steps {
      let result = results.first { $0["name"] as? String == step }
      #expect(
        result?["status"] as? String == "correct",
        "\(step): \(result ?? [:])\n\(programs.joined(separator: "\n"))")
    }
  }

  @Test("Each wrong one earns what stands beside it", arguments: ids)
  func wrong(id: String) throws {
    let workplace = try Workplace([:])
    for (folder, name) in [("exercises", "\(id).json"), ("solutions", id)] {
      try FileManager.default.createDirectory(
        atPath: "\(workplace.path)/\(folder)", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(ProjectFolder.path)/\(folder)/\(name)",
        toPath: "\(workplace.path)/\(folder)/\(name)")
    }
    let outcome = try Backmark(workplace: workplace)("check", "--quiet", "solutions")
    #expect(outcome.status == 0, "\(outcome.notes)")
  }
}
