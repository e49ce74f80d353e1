import Backpropagation
import LocatedJSON
import Numerics
import Training

extension WebGrader {
  private static let functions: [Activation] = [.sigmoid, .tanh, .relu]

  /// ‖δ‖ and ‖∂W‖ of every layer for three functions side by side, with places on a scale that the
  /// three have in common, what is to be said, and the rows of the table.
  func depth(_ text: String) throws(TrainingFault) -> String {
    let setting = try GradientFlow.Setting(KeyedLines(text))
    var flows: [GradientFlow] = []
    for function in WebGrader.functions {
      do {
        flows.append(try GradientFlow(setting, function))
      } catch {
        throw TrainingFault(error.description)
      }
    }
    let sizes = flows.flatMap { $0.layers }.flatMap { [$0.errorSignal, $0.weightGradient] }
      .filter { $0 > 0 && $0.isFinite }
    let up = PlotAxis(powersFrom: sizes.min() ?? 0.1, to: sizes.max() ?? 1)
    var json = JSONWriter()
    json.beginObject()
    json.member("sizes", setting.sizes.map { String($0) }.joined(separator: "-"))
    let across = PlotAxis(
      from: 0.5, to: Double(setting.depth) + 1.5, ticks: min(setting.depth + 1, 8))
    json.member("across", across)
    json.member("up", up)
    json.key("flows")
    json.beginArray()
    for flow in flows { write(flow, across, up, to: &json) }
    json.endArray()
    json.endObject()
    return json.text
  }

  private func write(
    _ flow: GradientFlow, _ across: PlotAxis, _ up: PlotAxis, to json: inout JSONWriter
  ) {
    /// What is 0 stands nowhere on a logarithmic scale.
    func places(_ size: (GradientFlow.Layer) -> Double) -> [Int] {
      flow.layers.filter { size($0) > 0 && size($0).isFinite }.flatMap {
        [across.place(of: Double($0.number)), up.place(of: size($0))]
      }
    }
    json.beginObject()
    json.member("name", flow.activation == .relu ? "ReLU" : flow.activation.rawValue)
    json.member("verdict", flow.verdict.word)
    json.member("style", WebGrader.style(of: flow.verdict))
    json.member("words", flow.words)
    json.member("signals", places { $0.errorSignal })
    json.member("gradients", places { $0.weightGradient })
    json.member(
      "zeros",
      flow.layers.filter { $0.errorSignal == 0 }.map { across.place(of: Double($0.number)) })
    json.member("rows", rows: flow.layers.map { WebGrader.row($0) })
    json.endObject()
  }

  /// The look of a verdict, which is one of those that marks have.
  private static func style(of verdict: FlowVerdict) -> String {
    switch verdict {
    case .vanishing, .exploding, .dead: "wrong"
    case .shrinking, .growing: "partly"
    case .steady: "right"
    }
  }

  private static func row(_ layer: GradientFlow.Layer) -> [String] {
    func text(_ value: Double?) -> String { value.map { NumberText.brief($0) } ?? "–" }
    return [
      "\(layer.number)", text(layer.errorSignal), text(layer.weightGradient), text(layer.weights),
      text(layer.slope), text(layer.factors?.weights), text(layer.factors?.slopes),
      layer.slope == nil ? "–" : "\(layer.deadUnits) of \(layer.units)",
    ]
  }
}
