import Backpropagation
import LocatedJSON
import Numerics
import Training

/// What the page asks for where a network is trained, which needs no exercise.
extension WebGrader {
  /// The reply to a call of this kind; nil for the others.
  mutating func trainingReply(to call: Call, _ bytes: [UInt8]) -> Reply? {
    do throws(TrainingFault) {
      switch call {
      case .depth: return .answer(try depth(String(decoding: bytes, as: UTF8.self)))
      case .train: return .answer(try train(String(decoding: bytes, as: UTF8.self)))
      case .epochs: return .answer(try epochs(String(decoding: bytes, as: UTF8.self)))
      case .boundary: return .answer(try boundary())
      case .tables: return .answer(try tables())
      default: return nil
      }
    } catch {
      return .refusal(error.text)
    }
  }

  /// Begins a training: its points as places in the picture, class and whether they are of the test,
  /// and how the network does before it has learned anything.
  private mutating func train(_ text: String) throws(TrainingFault) -> String {
    let settings = try TrainingSettings(KeyedLines(text))
    let run: TrainingRun
    do {
      run = try TrainingRun(settings)
    } catch {
      throw TrainingFault(error.description)
    }
    training = run
    let data = settings.data
    let (axes, isPlane) = DecisionBoundary.axes(of: data)
    var json = JSONWriter()
    json.beginObject()
    json.member("sizes", settings.sizes.map { String($0) }.joined(separator: "-"))
    json.member("parameters", run.parameters.count)
    json.member("trained", data.trainingCount)
    json.member("plane", isPlane)
    json.member("across", axes.0)
    json.member("up", axes.1)
    json.member(
      "points",
      data.points.flatMap { point in
        [
          axes.0.place(of: point.input[0]),
          axes.1.place(of: isPlane ? point.input[1] : point.target), Int(point.target),
        ]
      })
    WebGrader.write(run, news: nil, to: &json)
    json.endObject()
    return json.text
  }

  /// Trains on for so many epochs; how the network does then, the curves, and what is worth saying
  /// aloud.
  private mutating func epochs(_ text: String) throws(TrainingFault) -> String {
    guard var run = training else { throw .noTraining }
    let before = run
    // It is let go of while it is changed, so that nothing has to be copied.
    training = nil
    run.run(epochs: min(max(Int(text) ?? 0, 0), 100_000))
    training = run
    var json = JSONWriter()
    json.beginObject()
    WebGrader.write(run, news: run.news(since: before), to: &json)
    json.endObject()
    return json.text
  }

  private static func write(_ run: TrainingRun, news: String?, to json: inout JSONWriter) {
    let trouble = run.course.words(of: run.settings)
    json.member("epoch", run.now.epoch)
    json.member("status", run.status)
    json.member("trouble", trouble)
    json.member("news", news)
    json.member("halts", news != nil && run.course.isTrouble)
    json.member("over", run.course.isOver)
    let marks = (run.marks + [run.now]).filter { $0.loss.isFinite }
    let across = PlotAxis(from: 0, to: Double(max(marks.last?.epoch ?? 0, 10)), ticks: 4)
    let losses = marks.map { $0.loss }
    let up = PlotAxis(from: 0, to: losses.max() ?? 1, rounds: true, ticks: 4)
    let shares = PlotAxis(from: 0, to: 100, ticks: 4)
    json.key("curves")
    json.beginObject()
    json.member("across", across)
    json.member("loss", up)
    json.member("share", shares)
    json.member(
      "losses", marks.flatMap { [across.place(of: Double($0.epoch)), up.place(of: $0.loss)] })
    json.member(
      "trained",
      marks.flatMap { [across.place(of: Double($0.epoch)), shares.place(of: 100 * $0.accuracy)] })
    json.member(
      "tested",
      marks.flatMap { mark in
        mark.testAccuracy.map {
          [across.place(of: Double(mark.epoch)), shares.place(of: 100 * $0)]
        } ?? []
      })
    json.endObject()
  }

  private func boundary() throws(TrainingFault) -> String {
    guard let run = training else { throw .noTraining }
    let boundary = DecisionBoundary(of: run)
    var json = JSONWriter()
    json.beginObject()
    json.member("count", boundary.count)
    json.member("answers", boundary.letters)
    json.member("line", boundary.line)
    json.endObject()
    return json.text
  }

  /// The tables behind the pictures: the course of the training in about twenty rows, and every
  /// point with the network's answer to it.
  private func tables() throws(TrainingFault) -> String {
    guard let run = training else { throw .noTraining }
    let every = max(1, run.marks.count / 20)
    var marks = run.marks.indices.filter { $0.isMultiple(of: every) }.map { run.marks[$0] }
    if marks.last != run.now { marks.append(run.now) }
    let points = run.settings.data.points
    let answers = run.answers(to: points.map { $0.input })
    var json = JSONWriter()
    json.beginObject()
    json.member(
      "course",
      rows: marks.map { mark in
        [
          NumberText.grouped(Double(mark.epoch)), NumberText.brief(mark.loss),
          TrainingRun.percent(mark.accuracy),
          mark.testAccuracy.map { TrainingRun.percent($0) } ?? "–",
        ]
      })
    json.member(
      "points",
      rows: points.indices.map { index in
        let (point, answer) = (points[index], answers[index])
        return [
          "\(index + 1)", point.input.map { NumberText.brief($0) }.joined(separator: ", "),
          NumberText.brief(point.target),
          answer.isFinite
            ? NumberText.withTrueMinus(NumberText.fixed(answer, decimals: 3)) : "not a number",
          (answer > 0.5) == (point.target == 1) && answer.isFinite ? "right" : "wrong",
          index < run.settings.data.trainingCount ? "trained on" : "test",
        ]
      })
    json.endObject()
    return json.text
  }
}

extension TrainingFault {
  fileprivate static let noTraining = TrainingFault("Nothing is being trained yet.")
}
