import Backpropagation
import Numerics

/// A training in progress: the network as it is now, and how it got there.
///
/// It is a value without room for the passes; that is made anew for each call of ``run(epochs:)``,
/// which costs as much as a fraction of an epoch.
package struct TrainingRun: Sendable {
  /// What was measured after an epoch.
  package struct Mark: Equatable, Sendable {
    package let epoch: Int
    /// On all points that are trained on.
    package let loss: Double
    /// The shares of points on the right side of ½; nil where there is no test.
    package let accuracy: Double
    package let testAccuracy: Double?
  }

  package let settings: TrainingSettings
  package let architecture: Architecture
  package private(set) var parameters: [Double]
  /// The beginning and every so many epochs.
  package private(set) var marks: [Mark]
  /// The network as it is now.
  package private(set) var now: Mark
  package private(set) var course = Course.ready
  private var stride = 1
  private var random: SplitMix64

  /// - Throws: ``NetworkError``, for sizes that cannot be.
  package init(_ settings: TrainingSettings) throws(NetworkError) {
    self.settings = settings
    architecture = try Architecture(
      sizes: settings.sizes,
      activations: settings.hidden.map { _ in settings.activation } + [.sigmoid],
      loss: settings.loss)
    random = SplitMix64(seededBy: "weights \(settings.seed)")
    parameters = settings.initialisation.parameters(of: settings.sizes, using: &random)
    now = Mark(epoch: 0, loss: 0, accuracy: 0, testAccuracy: nil)
    marks = []
    if let samples = settings.data.training.samples {
      var workspace = Workspace(for: architecture, sampleCount: samples.count)
      try workspace.load(samples)
      now = mark(0, in: &workspace)
    }
    marks = [now]
  }

  package var epoch: Int { now.epoch }

  /// Trains for so many epochs, or until the loss is no number any more.
  package mutating func run(epochs: Int) {
    guard epochs > 0, !course.isOver, let samples = settings.data.training.samples else { return }
    var workspace = Workspace(for: architecture, sampleCount: samples.count)
    guard (try? workspace.load(samples)) != nil else { return }
    var last = now.loss
    for epoch in now.epoch + 1...now.epoch + epochs {
      let loss = train(in: &workspace)
      guard loss.isFinite, parameters.allSatisfy({ $0.isFinite }) else {
        now = Mark(epoch: epoch, loss: .nan, accuracy: 0, testAccuracy: nil)
        course = .notANumber(epoch: epoch, before: last)
        return
      }
      last = loss
      let isKept = epoch.isMultiple(of: stride)
      if isKept || epoch == now.epoch + epochs {
        let mark = mark(epoch, in: &workspace)
        if isKept { keep(mark) }
        if epoch == now.epoch + epochs {
          now = mark
          break
        }
      }
    }
    course = course(in: &workspace)
  }

  /// The network's answer to a point, read as the chance of class 1.
  package func answers(to inputs: [[Double]]) -> [Double] {
    var workspace = Workspace(for: architecture, sampleCount: 1)
    return inputs.map { input in
      workspace.setInput(input, of: 0)
      workspace.loss(of: parameters)
      return workspace.output(of: 0)
    }
  }
}

// MARK: - An epoch

extension TrainingRun {
  /// One epoch; the mean loss that was met on the way.
  private mutating func train(in workspace: inout Workspace) -> Double {
    guard settings.isOnline else {
      return workspace.descend(&parameters, learningRate: settings.learningRate)
    }
    var sum = 0.0
    for sample in random.order(of: workspace.sampleCount) {
      sum += workspace.descend(&parameters, on: sample, learningRate: settings.learningRate)
    }
    return sum / Double(workspace.sampleCount)
  }

  /// How the network does, on the points that it is trained on and on those of the test.
  private func mark(_ epoch: Int, in workspace: inout Workspace) -> Mark {
    let loss = workspace.loss(of: parameters)
    let accuracy = workspace.share(right: settings.data.training)
    var testAccuracy: Double?
    if let samples = settings.data.test.samples {
      var room = Workspace(for: architecture, sampleCount: samples.count)
      if (try? room.load(samples)) != nil {
        room.loss(of: parameters)
        testAccuracy = room.share(right: settings.data.test)
      }
    }
    return Mark(epoch: epoch, loss: loss, accuracy: accuracy, testAccuracy: testAccuracy)
  }

  /// Keeps a mark; where there are many, every second one goes and fewer come.
  private mutating func keep(_ mark: Mark) {
    marks.append(mark)
    guard marks.count > 240 else { return }
    marks = marks.indices.filter { $0.isMultiple(of: 2) }.map { marks[$0] }
    stride *= 2
  }

  private func course(in workspace: inout Workspace) -> Course {
    for (index, size) in settings.hidden.enumerated()
    where workspace.deadUnits(ofLayer: index + 1) == size {
      return .dead(layer: index + 1, units: size)
    }
    if let first = marks.first?.loss, now.loss > 3 * first {
      return .diverging(from: first, to: now.loss)
    }
    if now.accuracy == 1 { return .allRight }
    let gradient = workspace.gradient(at: parameters)
    let length = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length < 1e-7 ? .stuck(gradient: length) : .going
  }
}

extension Workspace {
  /// The share of points that the last forward pass put on the right side of ½.
  fileprivate func share(right points: ArraySlice<DataSet.Point>) -> Double {
    var count = 0
    for (sample, point) in points.enumerated()
    where (output(of: sample) > 0.5) == (point.target == 1) {
      count += 1
    }
    return Double(count) / Double(max(points.count, 1))
  }
}
