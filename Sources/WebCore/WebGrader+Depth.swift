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
    json.member("up", up)
    json.key("flows")
    json.beginArray()
    for flow in flows { write(flow, up, to: &json) }
    json.endArray()
    json.endObject()
    return json.text
  }

  private func write(_ flow: GradientFlow, _ up: PlotAxis, to json: inout JSONWriter) {
    func places(_ values: [Double]) -> [Int] {
      // What is 0 stands nowhere on a logarithmic scale: below it.
      values.map { $0 > 0 ? min(max(up.place(of: $0), 0), 1000) : -1 }
    }
    json.beginObject()
    json.member("name", flow.activation == .relu ? "ReLU" : flow.activation.rawValue)
    json.member("verdict", flow.verdict.word)
    json.member("trouble", [.vanishing, .exploding, .dead].contains(flow.verdict))
    json.member("words", flow.words)
    json.member("signals", places(flow.layers.map { $0.errorSignal }))
    json.member("gradients", places(flow.layers.map { $0.weightGradient }))
    json.member("rows", rows: flow.layers.map { WebGrader.row($0) })
    json.endObject()
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
