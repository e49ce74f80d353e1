import LocatedJSON

/// Figures as one JSON object: the machine, and a list with every run.
enum FigureJSON {
  static func text(_ figures: [Figure], _ machine: Machine) -> String {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("machine")
    json.beginObject()
    json.key("processor")
    json.value(machine.processor)
    json.key("cores")
    json.value(machine.cores)
    json.key("system")
    json.value(machine.system)
    json.key("build")
    json.value(machine.build)
    json.endObject()
    json.key("figures")
    json.beginArray()
    for figure in figures { write(figure, to: &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.text
  }

  private static func write(_ figure: Figure, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(figure.name)
    json.key("title")
    json.value(figure.title)
    json.key("unit")
    json.value(figure.unit.rawValue)
    switch figure.target {
    case .atLeast(let bound):
      json.key("atLeast")
      json.value(bound)
    case .atMost(let bound):
      json.key("atMost")
      json.value(bound)
    case nil: break
    }
    json.key("median")
    json.value(figure.median)
    json.key("runs")
    json.beginArray()
    for run in figure.runs { json.value(run) }
    json.endArray()
    if let isMet = figure.isMet {
      json.key("met")
      json.value(isMet)
    }
    if let note = figure.note {
      json.key("note")
      json.value(note)
    }
    json.endObject()
  }
}
